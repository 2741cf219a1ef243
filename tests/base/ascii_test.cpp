#include "base/ascii.h"

#include <catch2/catch.hpp>

using namespace vitrine;

TEST_CASE("Letters of ASCII become small, and letters of other alphabets stay whole") {
    CHECK(ascii_lower("PCC Reply, Llŷn É") == "pcc reply, llŷn É");
    CHECK(ascii_lower('@') == '@');
    CHECK(ascii_lower('[') == '[');
}

TEST_CASE("A percent-encoded byte is read in either case, and half of one is none") {
    CHECK(percent_encoded_at("a%2fb", 1) == '/');
    CHECK(percent_encoded_at("%C3", 0) == '\xC3');
    CHECK(percent_encoded_at("%00", 0) == '\0');
    for (const char* text : {"%", "%2", "%2g", "%-1", "a%20"}) CHECK_FALSE(percent_encoded_at(text, 0));
}
