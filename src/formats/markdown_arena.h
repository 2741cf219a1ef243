#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace vitrine::markdown {

/// Memory that is handed out in a row and taken back all at once.
///
/// cmark-gfm makes thousands of small nodes for a page and frees them one by one, which was a third of its time. Not
/// thread-safe: each thread has its own. Running out of memory ends the program, as in cmark-gfm itself.
class Arena {
public:
    [[nodiscard]] void* allocate(std::size_t size) noexcept;

    /// The block with a new size: in place when it is the last one or shrinks, else a copy. Null makes a new block.
    [[nodiscard]] void* reallocate(void* block, std::size_t size) noexcept;

    /// Takes back the last block at once, so that short-lived buffers cost nothing; any other stays until the reset.
    void release(void* block) noexcept;

    /// Takes back every block. What a page of usual size needs is kept for the next one.
    void reset() noexcept;

private:
    /// Stands before each block; its size keeps blocks aligned for every type. cmark-gfm looks at up to six bytes before a
    /// text that begins like `o:me@example.org`, so these are always the same.
    struct alignas(std::max_align_t) Header {
        std::size_t size;
        std::size_t zero = 0;
    };

    void add_chunk(std::size_t at_least);
    [[nodiscard]] bool is_last(const void* block) const noexcept;

    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* free_ = nullptr;
    std::byte* end_ = nullptr;
};

}  // namespace vitrine::markdown
