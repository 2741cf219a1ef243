#include "base/scan.h"

#include <catch2/catch.hpp>
#include <string>

namespace vitrine {

TEST_CASE("A byte is found wherever it stands, from wherever one begins") {
    const auto is_bar = [](char c) { return c == '|'; };
    for (std::size_t size = 0; size < 100; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            text[at] = '|';
            CHECK(find_byte(text, is_bar) == at);
            CHECK(find_byte(text, is_bar, at) == at);
            CHECK(find_byte(text, is_bar, at / 2) == at);
            CHECK(find_byte(text, is_bar, at + 1) == std::string_view::npos);
            text.back() = '|';
            CHECK(find_byte(text, is_bar, at + 1) == (at + 1 < size ? size - 1 : std::string_view::npos));
        }
        CHECK(find_byte(std::string(size, 'a'), is_bar) == std::string_view::npos);
    }
}

}  // namespace vitrine
