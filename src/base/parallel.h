#pragma once

#include <cstddef>
#include <functional>

namespace vitrine {

/// How many threads to use when nobody says: one for each processor that this process may run on, at least 1.
[[nodiscard]] std::size_t default_jobs();

/// Calls `work(i)` once for each `i` in `[0, count)`, on up to `jobs` threads, and returns when all calls have returned.
///
/// Calls run in any order, so each may write only to what belongs to its own `i`. An exception of a call is thrown again
/// here, after the others have ended.
void parallel_for(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work);

}  // namespace vitrine
