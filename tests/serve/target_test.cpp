#include "serve/target.h"

#include <catch2/catch.hpp>

using namespace vitrine;
using serve::ByteRange;

namespace {

/// What a target asks for: its path, or the status with which it is refused.
std::string asked(std::string_view written) {
    const serve::Target target = serve::parse_target(written);
    return target.refused == 0 ? target.path + target.query : std::to_string(target.refused);
}

/// "3+4" for four bytes from the third on, "all", or "none".
std::string part(std::string_view field, std::uint64_t size = 10) {
    const ByteRange range = serve::range_of(field, size);
    if (range.kind == ByteRange::Kind::whole) return "all";
    if (range.kind == ByteRange::Kind::unsatisfiable) return "none";
    return std::to_string(range.begin) + "+" + std::to_string(range.size);
}

}  // namespace

TEST_CASE("The path of a request is decoded once") {
    CHECK(asked("/") == "/");
    CHECK(asked("/inspections/custody-2024/") == "/inspections/custody-2024/");
    CHECK(asked("/a%20b/%C3%A9.pdf") == "/a b/é.pdf");
    CHECK(asked("/feed.xml?x=%2e%2e/..") == "/feed.xml?x=%2e%2e/..");
    CHECK(asked("/%252e%252e/%252f") == "/%2e%2e/%2f");
    CHECK(asked("//double//slash") == "//double//slash");
    CHECK(asked("http://localhost:8000/about/?q") == "/about/?q");
    CHECK(serve::parse_target("http://localhost:8000/about/").authority == "localhost:8000");
    CHECK(asked("http://localhost:8000") == "/");
}

TEST_CASE("What can be no address of a file is refused, however it is written") {
    const char* const target =
        GENERATE("", "*", "about/", "localhost:8000", "http://", "http:///about/", "ftp://localhost/", "/..", "/../etc/passwd",
                 "/a/../b", "/./a", "/%2e%2e/etc/passwd", "/%2E%2E/", "/.%2e/", "/a/%2e%2e", "/a%2fb", "/a%2Fb", "/..%2f..%2fetc",
                 "/a\\b", "/..\\..\\x", "/%5c..%5c", "/a%00b", "/index.html%00.txt", "/%0d%0aSet-Cookie:x", "/%7f", "/%", "/%2",
                 "/%zz", "/a%2", "/%ff", "/%c0%ae%c0%ae/", "/a#b");
    INFO(target);
    CHECK(asked(target) == "400");
}

TEST_CASE("An address that is longer than any file's is refused as such") {
    CHECK(asked("/" + std::string(4095, 'a')) == "/" + std::string(4095, 'a'));
    CHECK(asked("/" + std::string(4096, 'a')) == "414");
}

TEST_CASE("A range of bytes is that of RFC 9110") {
    CHECK(part("bytes=0-3") == "0+4");
    CHECK(part("bytes=3-") == "3+7");
    CHECK(part("bytes=-4") == "6+4");
    CHECK(part("bytes=-40") == "0+10");
    CHECK(part("bytes=9-9") == "9+1");
    CHECK(part("bytes=5-400") == "5+5");
    CHECK(part("bytes=10-") == "none");
    CHECK(part("bytes=-0") == "none");
    CHECK(part("bytes=0-", 0) == "none");
}

TEST_CASE("A range that says nothing clear is passed over") {
    for (const char* field : {"", "bytes", "bytes=", "bytes=-", "bytes=5-3", "bytes=0-1,4-5", "lines=0-3", "bytes=a-b",
                              "bytes=1-2-3", "bytes=-1-", "bytes=99999999999999999999-", "bytes=0x1-3"}) {
        INFO(field);
        CHECK(part(field) == "all");
    }
}

TEST_CASE("An entity tag is found among those that a client has") {
    CHECK(serve::names_tag("\"a\"", "\"a\""));
    CHECK(serve::names_tag("\"b\", W/\"a\"", "\"a\""));
    CHECK(serve::names_tag("*", "\"a\""));
    CHECK_FALSE(serve::names_tag("", "\"a\""));
    CHECK_FALSE(serve::names_tag("a", "\"a\""));
    CHECK_FALSE(serve::names_tag("\"ab\"", "\"a\""));
}
