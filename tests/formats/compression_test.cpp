#include "formats/compression.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vitrine;

namespace {

std::string words() {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "<li>Inspectors visited " + std::to_string(i) + " custody suites.</li>\n";
    return text;
}

}  // namespace

// That browsers and other programs unpack them is tested with those: tests/program/compressed_test.py, tests/hosts.

TEST_CASE("Compressed texts are much smaller") {
    CHECK(compression::gzip(words()).size() * 5 < words().size());
    CHECK(compression::brotli(words()).size() * 5 < words().size());
}

TEST_CASE("The same bytes give the same, and other bytes give others") {
    CHECK(compression::gzip(words()) == compression::gzip(words()));
    CHECK(compression::brotli(words()) == compression::brotli(words()));
    CHECK(compression::gzip("a") != compression::gzip("b"));
    CHECK(compression::brotli("a") != compression::brotli("b"));
}

TEST_CASE("A gzip file has neither a name nor a time") {
    const std::string file = compression::gzip(words());
    CHECK(file.substr(0, 4) == std::string("\x1f\x8b\x08\x00", 4));
    CHECK(file.substr(4, 4) == std::string(4, '\0'));
}

TEST_CASE("Nothing can be compressed too") {
    CHECK_FALSE(compression::gzip("").empty());
    CHECK_FALSE(compression::brotli("").empty());
}
