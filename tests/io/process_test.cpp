#include "io/process.h"

#include <catch2/catch.hpp>

using namespace vitrine;

TEST_CASE("A program gets its input, and gives its output, its errors and its status") {
    const auto finished = io::run_program({"sh", "-c", "cat; echo bad >&2; exit 7"}, "given", {});
    REQUIRE(finished);
    CHECK(finished->output == "given");
    CHECK(finished->errors == "bad\n");
    CHECK(finished->status == 7);
}

TEST_CASE("A program that takes too long is stopped, with what it started") {
    const auto finished = io::run_program({"sh", "-c", "sleep 60 & sleep 60"}, "", {std::chrono::seconds(1)});
    REQUIRE_FALSE(finished);
    CHECK(finished.failure().message == "sh was stopped after 1 second");
}

TEST_CASE("A program that writes without end is stopped") {
    const auto finished = io::run_program({"cat", "/dev/zero"}, "", {std::chrono::seconds(60), std::size_t{2} << 20U});
    REQUIRE_FALSE(finished);
    CHECK(finished.failure().message == "cat was stopped because it wrote more than 2 MB");
}

TEST_CASE("A program that is not there is a failure") {
    CHECK_FALSE(io::is_installed("no-such-program"));
    CHECK(io::is_installed("sh"));
    CHECK_FALSE(io::run_program({"no-such-program"}, "", {}));
}
