#include "model/history.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::day;
using samples::Lines;

namespace {

Response answered(const std::string& id, std::string_view report, std::string_view answer) {
    Response response = samples::response(id, report);
    response.response_published = day(answer);
    return response;
}

Lines newest_of(const Site& site, std::size_t count = 50) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < site.responses.size(); ++i) all.push_back(i);
    return samples::ids(site, newest(site, all, count));
}

}  // namespace

TEST_CASE("The news of a site are its responses by the day of the response, not of the report") {
    const Site site = samples::site({answered("old-report", "2014-01-10", "2014-06-01"), answered("quick", "2014-03-01", "2014-03-20"),
                                     answered("newest", "2014-05-01", "2014-06-02")});
    CHECK(newest_of(site) == Lines{"newest", "old-report", "quick"});
    CHECK(newest_of(site, 2) == Lines{"newest", "old-report"});
    CHECK(newest_of(site, 0) == Lines{});
}

TEST_CASE("A report that needed no response counts by its own day") {
    const Site site = samples::site({samples::response("a", "2014-06-01"), answered("b", "2014-01-10", "2014-05-31")});
    CHECK(newest_of(site) == Lines{"a", "b"});
}

TEST_CASE("Responses of one day stand in the order of the site") {
    const Site site = samples::site({answered("a", "2014-01-10", "2014-06-01"), answered("b", "2014-02-10", "2014-06-01"),
                                     answered("c", "2014-02-10", "2014-06-01")});
    CHECK(newest_of(site) == samples::ids(site));
}

TEST_CASE("What was withdrawn, and what is dated in the future, is no news") {
    Response withdrawn = answered("withdrawn", "2014-01-10", "2014-06-01");
    withdrawn.status = Status::withdrawn;
    const std::vector<Response> responses = {withdrawn, answered("tomorrow", "2014-01-10", "2026-07-01"), answered("today", "2014-01-10", "2026-06-30")};
    const auto news_on = [&](std::string_view day) {
        Content content;
        content.responses = responses;
        Diagnostics diagnostics;  // a page that is public before its day is questioned
        return newest_of(assemble_site(samples::config(), std::move(content), samples::moment(day), diagnostics));
    };
    CHECK(news_on("2026-06-30") == Lines{"today"});
    CHECK(news_on("2026-07-01") == Lines{"tomorrow", "today"});
}

TEST_CASE("A response has changed when the latest entry of its record was made") {
    Response response = answered("a", "2014-01-10", "2014-06-01");
    const Date today = day("2026-06-30");
    CHECK(last_changed(response, today) == day("2014-06-01"));
    response.updates = {{day("2015-02-01"), {}}};
    CHECK(last_changed(response, today) == day("2015-02-01"));
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete), samples::recommendation("2", RecommendationStatus::complete)};
    response.recommendations[0].status_date = day("2016-03-01");
    CHECK(last_changed(response, today) == day("2016-03-01"));
    response.recommendations[1].updates = {{day("2017-04-01"), {}}};
    CHECK(last_changed(response, today) == day("2017-04-01"));
}

TEST_CASE("No record has changed on a day that is still to come") {
    Response response = answered("a", "2014-01-10", "2026-07-04");
    response.updates = {{day("2026-07-05"), {}}};
    CHECK(last_changed(response, day("2026-06-30")) == day("2014-01-10"));
    CHECK(last_changed(response, day("2026-07-04")) == day("2026-07-04"));
    CHECK(last_changed(response, day("2026-07-05")) == day("2026-07-05"));
}

TEST_CASE("A day that is not known is not made up") {
    Response response = samples::response("a", "2014-09-01");
    response.report_published_precision = Precision::month;
    CHECK(published_on(response) == day("2014-09-01"));
    CHECK_FALSE(publication_day(response));
    CHECK_FALSE(last_changed(response, day("2026-06-30")));
    response.response_published = day("2014-11-05");
    CHECK(publication_day(response) == day("2014-11-05"));
    CHECK(last_changed(response, day("2026-06-30")) == day("2014-11-05"));
}
