#include "formats/encoding.h"

#include <catch2/catch.hpp>

using namespace vitrine;
using namespace std::string_literals;

TEST_CASE("Texts in the encodings of older bags become UTF-8") {
    CHECK(encoding::to_utf8("Caf\xe9", "ISO-8859-1") == "Café");
    CHECK(encoding::to_utf8("\xff\xfe"
                            "a\0b\0"s,
                            "UTF-16") == "ab");
    CHECK(encoding::to_utf8("Café", "UTF-8") == "Café");
    CHECK(encoding::to_utf8("", "UTF-8") == "");
}

TEST_CASE("Bytes that are none in the encoding become nothing") {
    CHECK_FALSE(encoding::to_utf8("Caf\xe9", "UTF-8"));
    CHECK_FALSE(encoding::to_utf8("a", "no-such-encoding"));
}

TEST_CASE("An encoding is known or not by its name alone") {
    CHECK(encoding::is_known("utf-8"));
    CHECK(encoding::is_known("ISO-8859-1"));
    CHECK_FALSE(encoding::is_known("no-such-encoding"));
    // What the C library takes for an instruction on how to convert is no name.
    CHECK_FALSE(encoding::is_known("UTF-8//IGNORE"));
}
