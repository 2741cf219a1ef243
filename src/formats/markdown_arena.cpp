#include "formats/markdown_arena.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace vitrine::markdown {
namespace {

/// Most pages need 100 to 300 KB. Larger ones take further chunks, which are given back after the page.
constexpr std::size_t chunk_size = 512 * 1024;

std::size_t rounded_up(std::size_t size) {
    constexpr std::size_t alignment = alignof(std::max_align_t);
    return (size + alignment - 1) / alignment * alignment;
}

}  // namespace

void Arena::add_chunk(std::size_t at_least) {
    const std::size_t size = std::max(chunk_size, at_least);
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
    free_ = chunks_.back().get();
    end_ = free_ + size;
}

bool Arena::is_last(const void* block) const noexcept {
    const auto* bytes = static_cast<const std::byte*>(block);
    return bytes + reinterpret_cast<const Header*>(bytes - sizeof(Header))->size == free_;
}

void* Arena::allocate(std::size_t size) noexcept {
    const std::size_t rounded = rounded_up(size);
    if (static_cast<std::size_t>(end_ - free_) < sizeof(Header) + rounded) add_chunk(sizeof(Header) + rounded);
    auto* header = new (free_) Header{rounded};
    free_ += sizeof(Header) + rounded;
    return header + 1;
}

void* Arena::reallocate(void* block, std::size_t size) noexcept {
    if (block == nullptr) return allocate(size);
    Header* header = static_cast<Header*>(block) - 1;
    if (size <= header->size) return block;
    const std::size_t more = rounded_up(size) - header->size;
    if (is_last(block) && static_cast<std::size_t>(end_ - free_) >= more) {
        header->size += more;
        free_ += more;
        return block;
    }
    void* copy = allocate(size);
    std::memcpy(copy, block, header->size);
    return copy;
}

void Arena::release(void* block) noexcept {
    if (block != nullptr && is_last(block)) free_ = static_cast<std::byte*>(block) - sizeof(Header);
}

void Arena::reset() noexcept {
    if (chunks_.empty()) return;
    chunks_.resize(1);
    free_ = chunks_.front().get();
    end_ = free_ + chunk_size;
}

}  // namespace vitrine::markdown
