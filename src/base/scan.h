#pragma once

#include <cstddef>
#include <string_view>

namespace vitrine {

/// The offset of the first byte from `begin` on for which `test` holds; `npos` when there is none. For texts in which few are.
///
/// It looks at blocks of a fixed size without stopping inside one, which the compiler makes a few vector instructions of.
/// For that the test must be a lambda, which is always seen through where a function's address may not be, and must join
/// comparisons by `|` and `&`: `||` and `&&` are branches.
template <class Test>
[[nodiscard]] std::size_t find_byte(std::string_view text, Test test, std::size_t begin = 0) {
    constexpr std::size_t block_size = 32;  // of 16, GCC 12 makes single steps
    const auto is_in_block = [&](const char* block) {
        unsigned char found = 0;
        for (std::size_t i = 0; i < block_size; ++i) found = static_cast<unsigned char>(found | (test(block[i]) ? 1U : 0U));
        return found != 0;
    };
    std::size_t at = begin;
    while (text.size() - at >= block_size && !is_in_block(text.data() + at)) at += block_size;
    // The end is shorter than a block: look at it together with what has been looked at.
    if (at > begin && text.size() - at < block_size && !is_in_block(text.data() + text.size() - block_size))
        return std::string_view::npos;
    while (at < text.size() && !test(text[at])) ++at;
    return at < text.size() ? at : std::string_view::npos;
}

}  // namespace vitrine
