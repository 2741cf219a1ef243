#include "serve/access.h"

#include <catch2/catch.hpp>

using vitrine::serve::Access;

TEST_CASE("A preview answers under the names of its own machine and port alone") {
    const Access access("127.0.0.1", 8000);
    for (const char* host : {"localhost:8000", "LocalHost:8000", "127.0.0.1:8000", "[::1]:8000"}) {
        INFO(host);
        CHECK(access.is_own_host(host));
    }
    for (const char* host :
         {"", "localhost", "localhost:80", "localhost:8001", "localhost.:8000", "evil.example:8000", "localhost.evil.example:8000",
          "127.0.0.1.evil.example:8000", "evil.example#localhost:8000", "user@localhost:8000", "192.168.1.20:8000", "[::2]:8000",
          "127.0.0.2:8000", "localhost:8000:8000", "localhost: 8000"}) {
        INFO(host);
        CHECK_FALSE(access.is_own_host(host));
    }
    CHECK(access.url() == "http://127.0.0.1:8000");
}

TEST_CASE("The origin of a page is that of the preview, with its scheme") {
    const Access access("127.0.0.1", 8000);
    CHECK(access.is_own_origin("http://localhost:8000"));
    for (const char* origin :
         {"", "null", "https://localhost:8000", "http://localhost", "http://evil.example:8000", "localhost:8000"}) {
        INFO(origin);
        CHECK_FALSE(access.is_own_origin(origin));
    }
}

TEST_CASE("A preview for the network answers under the address that it was given") {
    const Access one("192.168.1.20", 8000);
    CHECK(one.is_own_host("192.168.1.20:8000"));
    CHECK(one.is_own_host("localhost:8000"));
    CHECK_FALSE(one.is_own_host("192.168.1.21:8000"));
    CHECK(one.url() == "http://192.168.1.20:8000");
    // All addresses: whoever comes by a name may have been led here.
    const Access all("0.0.0.0", 8000);
    CHECK(all.is_own_host("192.168.1.20:8000"));
    CHECK_FALSE(all.is_own_host("evil.example:8000"));
    CHECK(Access("::1", 80).is_own_host("[::1]"));
    CHECK(Access("fd00::5", 8000).url() == "http://[fd00::5]:8000");
}
