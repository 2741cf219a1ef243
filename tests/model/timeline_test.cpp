#include "model/timeline.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

Response answered(const std::string& id, std::string_view report, std::string_view answer) {
    Response made = samples::response(id, report);
    made.response_published = samples::day(answer);
    return made;
}

/// The events in the order of the timeline, a line each.
Lines events_of(const Site& site) {
    Lines all;
    for (const YearOfEvents& year : timeline_of(site)) {
        all.push_back(std::to_string(int{year.year}));
        for (const Event& event : year.events) {
            const char* kind = event.kind == Event::Kind::report     ? "report"
                               : event.kind == Event::Kind::response ? "response"
                                                                     : "deadline";
            all.push_back(iso(event.date) + " " + kind + " " + site.responses[event.response].id.value);
        }
    }
    return all;
}

std::optional<int> median_of_2024(const std::vector<Response>& responses) {
    const auto figures = figures_by_year(samples::site(responses));
    REQUIRE(figures.size() == 1);
    return figures[0].median_days;
}

}  // namespace

TEST_CASE("The timeline runs from the newest year and day to the oldest") {
    const Site site = samples::site({answered("a", "2023-12-08", "2024-02-02"), answered("b", "2024-07-19", "2024-09-12")});
    CHECK(events_of(site) == Lines{"2024", "2024-09-12 deadline b", "2024-09-12 response b", "2024-07-19 report b",
                                   "2024-02-02 response a", "2024-02-01 deadline a", "2023", "2023-12-08 report a"});
}

TEST_CASE("On one day deadlines stand before responses, responses before reports, and then the ids decide") {
    const Site site = samples::site({samples::response("due", "2024-07-19"), answered("b", "2024-09-12", "2024-09-12"),
                                     answered("a", "2024-09-12", "2024-09-12")},
                                    "2024-09-12");
    CHECK(events_of(site) == Lines{"2024", "2024-11-06 deadline a", "2024-11-06 deadline b", "2024-09-12 deadline due",
                                   "2024-09-12 response a", "2024-09-12 response b", "2024-09-12 report a", "2024-09-12 report b",
                                   "2024-07-19 report due"});
}

TEST_CASE("The last lawful day of every report that has one is in the timeline, answered or not") {
    const Lines unanswered = {"2024", "2024-09-12 deadline a", "2024-07-19 report a"};
    CHECK(events_of(samples::site({samples::response("a", "2024-07-19")}, "2024-08-01")) == unanswered);
    CHECK(events_of(samples::site({samples::response("a", "2024-07-19")}, "2025-01-01")) == unanswered);
    CHECK(events_of(samples::site({answered("a", "2024-07-19", "2024-09-13")})) ==
          Lines{"2024", "2024-09-13 response a", "2024-09-12 deadline a", "2024-07-19 report a"});
    CHECK(events_of(samples::site({answered("a", "2014-09-04", "2014-12-01")})) ==
          Lines{"2014", "2014-12-01 response a", "2014-09-04 report a"});
}

TEST_CASE("A withdrawn response has no events and no figures") {
    Response withdrawn = answered("a", "2024-07-19", "2024-09-12");
    withdrawn.status = Status::withdrawn;
    const Site site = samples::site({withdrawn});
    CHECK(timeline_of(site).empty());
    CHECK(figures_by_year(site).empty());
}

TEST_CASE("A year's figures count its reports, its responses, and how its reports were answered") {
    const Site site = samples::site({answered("in-time", "2023-03-08", "2023-04-26"), answered("late", "2023-12-08", "2024-02-02"),
                                     samples::response("overdue", "2023-06-09"), samples::response("awaited", "2024-02-01"),
                                     answered("before", "2014-09-04", "2014-12-01")},
                                    "2024-02-10");
    const auto figures = figures_by_year(site);
    REQUIRE(figures.size() == 3);
    CHECK(figures[0].year == std::chrono::year(2024));
    CHECK(figures[0].reports == 1);
    CHECK(figures[0].responses == 1);  // to the report of December
    CHECK(figures[0].in_time + figures[0].late == 0);
    CHECK_FALSE(figures[0].median_days);
    CHECK(figures[1].year == std::chrono::year(2023));
    CHECK(figures[1].reports == 3);
    CHECK(figures[1].responses == 1);
    CHECK(figures[1].in_time == 1);
    CHECK(figures[1].late == 2);
    CHECK(figures[1].median_days == 54);  // between 50 and 57, rounded
    CHECK(figures[2].year == std::chrono::year(2014));
    CHECK(figures[2].in_time + figures[2].late == 0);  // no deadline then
    CHECK(figures[2].median_days == 89);
}

TEST_CASE("A year in which only responses came out has figures too") {
    const auto figures = figures_by_year(samples::site({answered("a", "2023-12-08", "2024-02-02")}));
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].year == std::chrono::year(2024));
    CHECK(figures[0].reports == 0);
    CHECK(figures[0].responses == 1);
}

TEST_CASE("The median is the middle answer, or half-way between the two in the middle") {
    const Response ten = answered("a", "2024-01-01", "2024-01-10"), twenty = answered("b", "2024-01-01", "2024-01-20"),
                   thirty = answered("c", "2024-01-01", "2024-01-30"), first = answered("d", "2024-01-01", "2024-01-01");
    CHECK(median_of_2024({ten}) == 10);
    CHECK(median_of_2024({thirty, ten, twenty}) == 20);
    CHECK(median_of_2024({thirty, twenty, ten, first}) == 15);
    CHECK(median_of_2024({ten, first}) == 6);  // 5½
    CHECK_FALSE(median_of_2024({samples::response("e", "2024-01-01")}));
}

TEST_CASE("A report whose day is not known counts, but not towards the median") {
    Response imprecise = answered("a", "2024-01-01", "2024-12-01");
    imprecise.report_published_precision = Precision::year;
    CHECK_FALSE(median_of_2024({imprecise}));
    CHECK(median_of_2024({imprecise, answered("b", "2024-01-01", "2024-01-20")}) == 20);
}
