#pragma once

#include <cstddef>
#include <string_view>

namespace vitrine {

/// The offset of the first byte from `begin` on for which `test` holds; `npos` when there is none. For texts in which few are.
///
/// It looks at blocks of a fixed size without stopping inside one, which the compiler makes a few vector instructions of.
/// For that a test of several comparisons must join them by `|` and `&`: `||` and `&&` are branches.
template <class Test>
[[nodiscard]] std::size_t find_byte(std::string_view text, Test test, std::size_t begin = 0) {
    constexpr std::size_t block_size = 32;  // of 16, GCC 12 makes single steps
    std::size_t at = begin;
    for (; text.size() - at >= block_size; at += block_size) {
        const char* const block = text.data() + at;
        unsigned char found = 0;
        for (std::size_t i = 0; i < block_size; ++i) found = static_cast<unsigned char>(found | (test(block[i]) ? 1U : 0U));
        if (found != 0) break;
    }
    while (at < text.size() && !test(text[at])) ++at;
    return at < text.size() ? at : std::string_view::npos;
}

}  // namespace vitrine
