#include "base/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace vitrine;

TEST_CASE("Every piece of work is done exactly once, whatever the number of threads", "[threads]") {
    for (const std::size_t jobs : {0U, 1U, 2U, 3U, 8U, 64U}) {
        std::vector<int> calls(1000, 0);
        parallel_for(calls.size(), jobs, [&](std::size_t i) { ++calls[i]; });
        CHECK(calls == std::vector<int>(1000, 1));
    }
}

TEST_CASE("More threads than work do no harm", "[threads]") {
    std::vector<int> calls(3, 0);
    parallel_for(calls.size(), 64, [&](std::size_t i) { ++calls[i]; });
    CHECK(calls == std::vector<int>(3, 1));
}

TEST_CASE("No work is no call", "[threads]") {
    parallel_for(0, 4, [](std::size_t) { FAIL("called"); });
}

TEST_CASE("All calls have returned when the loop returns", "[threads]") {
    std::atomic<int> running = 0, finished = 0;
    parallel_for(64, 4, [&](std::size_t) {
        ++running;
        std::this_thread::yield();
        --running;
        ++finished;
    });
    CHECK(running == 0);
    CHECK(finished == 64);
}

TEST_CASE("An exception of one call reaches the caller after the others have ended", "[threads]") {
    for (const std::size_t jobs : {2U, 4U}) {
        std::atomic<int> finished = 0;
        const auto work = [&](std::size_t i) {
            if (i == 5) throw std::runtime_error("the fifth");
            ++finished;
        };
        CHECK_THROWS_WITH(parallel_for(100, jobs, work), "the fifth");
        CHECK(finished == 99);
    }
}

TEST_CASE("An exception reaches the caller when there is one thread", "[threads]") {
    CHECK_THROWS_WITH(parallel_for(3, 1, [](std::size_t) { throw std::runtime_error("no"); }), "no");
}

TEST_CASE("What the calls wrote can be read without a lock afterwards", "[threads]") {
    std::vector<std::size_t> values(10000);
    parallel_for(values.size(), 4, [&](std::size_t i) { values[i] = i; });
    std::vector<std::size_t> expected(10000);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    CHECK(values == expected);
}

TEST_CASE("There is always a thread to work with") { CHECK(default_jobs() >= 1); }
