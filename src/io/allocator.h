#pragma once

namespace vitrine::io {

/// Has the allocator take memory from the system in large pages where it gives any; called before threads begin. A build of
/// 10,000 responses that has nothing to do spends a quarter of its time on getting small ones. Without effect where the
/// system's own allocator is used.
void use_large_pages();

}  // namespace vitrine::io
