#include "model/section55.h"

#include <array>
#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::day;

namespace {

/// The clock of a report that is known to the day and needs an answer.
Clock clock_at(std::string_view today, std::string_view report, std::optional<Date> response = {}) {
    return clock_of(day(report), Precision::day, Section55::applies, response, day(today));
}

/// A clock in one line: its state, its last lawful day, the day of the answer, the days late.
std::string words(const Clock& clock) {
    constexpr std::array states = {"no deadline", "in time", "late", "awaited", "overdue"};
    return std::string(states.at(static_cast<std::size_t>(clock.state))) + "; " + (clock.deadline ? iso(*clock.deadline) : "none") +
           "; day " + std::to_string(clock.day) + "; late " + std::to_string(clock.days_late);
}

}  // namespace

TEST_CASE("The clock gives the verdicts of real reports and responses") {
    struct Case {
        const char* report;
        const char* response;
        const char* expected;
    };
    const auto [report, response, expected] = GENERATE(values<Case>({
        {"2019-01-15", "2019-03-08", "in time; 2019-03-11; day 53; late 0"},
        {"2019-05-02", "2019-07-26", "late; 2019-06-26; day 86; late 30"},
        {"2019-04-02", "2019-07-11", "late; 2019-05-27; day 101; late 45"},
        {"2023-03-08", "2023-04-26", "in time; 2023-05-02; day 50; late 0"},
        {"2023-12-08", "2024-02-02", "late; 2024-02-01; day 57; late 1"},
        {"2024-07-19", "2024-09-13", "late; 2024-09-12; day 57; late 1"},
        {"2023-06-09", "2023-09-13", "late; 2023-08-03; day 97; late 41"},
    }));
    CAPTURE(report, response);
    CHECK(words(clock_at("2026-06-30", report, day(response))) == expected);
}

TEST_CASE("Day 56 is the last lawful day, and the day after it is one day late") {
    for (const char* report : {"2017-05-02", "2019-02-01", "2020-02-01", "2023-12-31", "2024-07-19"}) {
        CAPTURE(report);
        const Date last = last_lawful_day(day(report));
        CHECK(day_of_period(day(report), last) == 56);
        CHECK(clock_at("2026-06-30", report, last).state == Clock::State::in_time);
        const Clock next = clock_at("2026-06-30", report, plus_days(last, 1));
        CHECK(next.state == Clock::State::late);
        CHECK(next.day == 57);
        CHECK(next.days_late == 1);
    }
}

TEST_CASE("A leap day is a day of the period") {
    CHECK(iso(last_lawful_day(day("2024-02-01"))) == "2024-03-27");
    CHECK(iso(last_lawful_day(day("2023-02-01"))) == "2023-03-28");
    CHECK(day_of_period(day("2024-02-28"), day("2024-03-01")) == 3);
}

TEST_CASE("The day of the report is day 1") {
    CHECK(day_of_period(day("2024-07-19"), day("2024-07-19")) == 1);
    CHECK(words(clock_at("2024-07-19", "2024-07-19", day("2024-07-19"))) == "in time; 2024-09-12; day 1; late 0");
}

TEST_CASE("A report from before 2 May 2017 has no deadline and is never late") {
    CHECK(words(clock_at("2026-06-30", "2014-09-04")) == "no deadline; none; day 0; late 0");
    CHECK(words(clock_at("2026-06-30", "2017-05-01", day("2019-01-01"))) == "no deadline; none; day 0; late 0");
    CHECK(words(clock_at("2026-06-30", "2017-05-02", day("2017-06-26"))) == "in time; 2017-06-26; day 56; late 0");
    CHECK(words(clock_at("2026-06-30", "2017-05-02", day("2017-06-27"))) == "late; 2017-06-26; day 57; late 1");
}

TEST_CASE("Without a word in the front matter, s.55 applies from 2 May 2017") {
    CHECK(default_section55(day("2014-09-04")) == Section55::voluntary);
    CHECK(default_section55(day("2017-05-01")) == Section55::voluntary);
    CHECK(default_section55(day("2017-05-02")) == Section55::applies);
    CHECK(default_section55(day("2024-07-19")) == Section55::applies);
}

TEST_CASE("A report that needs no response has no deadline") {
    for (const Section55 section55 : {Section55::not_required, Section55::voluntary}) {
        const Clock open = clock_of(day("2024-07-19"), Precision::day, section55, std::nullopt, day("2026-06-30"));
        CHECK(words(open) == "no deadline; none; day 0; late 0");
        const Clock answered = clock_of(day("2024-07-19"), Precision::day, section55, day("2025-07-19"), day("2026-06-30"));
        CHECK(words(answered) == "no deadline; none; day 0; late 0");
    }
}

TEST_CASE("A report whose day is not known has no deadline that could be counted") {
    for (const Precision precision : {Precision::month, Precision::year}) {
        const Clock clock = clock_of(day("2024-07-01"), precision, Section55::applies, day("2025-07-19"), day("2026-06-30"));
        CHECK(words(clock) == "no deadline; none; day 0; late 0");
    }
}

TEST_CASE("A response is awaited through the last lawful day and overdue from the next") {
    CHECK(words(clock_at("2024-07-19", "2024-07-19")) == "awaited; 2024-09-12; day 0; late 0");
    CHECK(words(clock_at("2024-09-12", "2024-07-19")) == "awaited; 2024-09-12; day 0; late 0");
    CHECK(words(clock_at("2024-09-13", "2024-07-19")) == "overdue; 2024-09-12; day 0; late 1");
    CHECK(words(clock_at("2024-10-12", "2024-07-19")) == "overdue; 2024-09-12; day 0; late 30");
    CHECK(words(clock_at("2024-03-27", "2024-02-01")) == "awaited; 2024-03-27; day 0; late 0");
    CHECK(words(clock_at("2024-03-28", "2024-02-01")) == "overdue; 2024-03-27; day 0; late 1");
}

TEST_CASE("The verdict on a response does not change as time passes") {
    const std::string then = words(clock_at("2024-09-13", "2024-07-19", day("2024-09-13")));
    CHECK(words(clock_at("2030-01-01", "2024-07-19", day("2024-09-13"))) == then);
}
