#include "model/due.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::day;
using samples::Lines;
using samples::recommendation;
using samples::response;

namespace {

/// What is owed at 30 June 2026, each as `day id/part`.
Lines owed(std::vector<Response> responses, std::vector<Page> pages = {}) {
    Content content;
    content.responses = std::move(responses);
    content.pages = std::move(pages);
    Diagnostics diagnostics;
    const Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    Lines lines;
    for (const Duty& duty : duties_of(site)) lines.push_back((duty.due ? iso(*duty.due) : "-") + " " + duty.id + "/" + duty.part);
    return lines;
}

Response draft(const std::string& id, std::string_view report_published) {
    Response made = response(id, report_published);
    made.status = Status::draft;
    made.response_published.reset();
    return made;
}

Response answered(const std::string& id, std::string_view report_published, std::string_view response_published) {
    Response made = response(id, report_published);
    made.response_published = day(response_published);
    return made;
}

}  // namespace

TEST_CASE("A response that is not published is owed on the 56th day, the day of the report being the first") {
    CHECK(owed({draft("leap", "2024-02-01"), draft("roads", "2026-05-30")}) == Lines{"2024-03-27 leap/response", "2026-07-24 roads/response"});
}

TEST_CASE("A published response is not owed, however late it was") { CHECK(owed({answered("roads", "2025-05-30", "2026-01-01")}).empty()); }

TEST_CASE("A response whose date has not come yet is owed if that is too late, and else will be there in time") {
    CHECK(owed({answered("early", "2026-06-01", "2026-07-20"), answered("late", "2026-06-01", "2026-07-27")}) == Lines{"2026-07-26 late/response"});
}

TEST_CASE("A response under embargo comes by itself, and is owed only if its embargo ends after the last lawful day") {
    const auto under_embargo = [](const std::string& id, std::string_view until) {
        Response made = answered(id, "2026-06-29", "2026-06-29");
        made.embargo_until = LocalDateTime{day(until), std::chrono::minutes(1)};
        return made;
    };
    CHECK(owed({under_embargo("in-time", "2026-07-01"), under_embargo("too-late", "2026-09-01")}) == Lines{"2026-08-23 too-late/response"});
}

TEST_CASE("No response is owed to a report before the rule, one that needs none, or one whose day is not known") {
    Response not_required = draft("not-required", "2026-05-30");
    not_required.section55 = Section55::not_required;
    Response month_only = draft("month", "2026-05-01");
    month_only.report_published_precision = Precision::month;
    CHECK(owed({draft("old", "2017-05-01"), not_required, month_only}).empty());
}

TEST_CASE("Comments that were invited are owed with the response, until they come or are recorded as not given") {
    const auto invited = [](const std::string& id, std::string_view report, std::optional<Date> received, std::optional<CommentsOutcome> outcome) {
        Response made = draft(id, report);
        made.chief_officer = ChiefOfficer{"A", "Chief Constable", day("2026-06-01"), received, outcome};
        return made;
    };
    CHECK(owed({invited("awaited", "2026-05-30", {}, {}), invited("came", "2026-05-30", day("2026-06-20"), {}),
                invited("none", "2026-05-30", {}, CommentsOutcome::none_received), invited("old", "2014-05-30", {}, {})}) ==
          Lines{"2026-07-24 awaited/chief-officer", "2026-07-24 awaited/response", "2026-07-24 came/response", "2026-07-24 none/response",
                "- old/chief-officer"});
}

TEST_CASE("Open recommendations with a date are owed, those of drafts too, and closed ones are not") {
    const auto due = [](const std::string& number, RecommendationStatus status, std::optional<Date> date) {
        Recommendation made = recommendation(number, status);
        made.due = date;
        return made;
    };
    Response roads = answered("roads", "2025-05-30", "2025-06-30");
    roads.recommendations = {due("1", RecommendationStatus::in_progress, day("2026-09-01")), due("2", RecommendationStatus::complete, day("2026-01-01")),
                             due("3a", RecommendationStatus::not_started, day("2026-01-01")), due("4", RecommendationStatus::in_progress, {})};
    Response waiting = draft("waiting", "2014-01-01");
    waiting.recommendations = {due("1", RecommendationStatus::not_recorded, day("2026-02-01"))};
    CHECK(owed({roads, waiting}) == Lines{"2026-01-01 roads/recommendation-3a", "2026-02-01 waiting/recommendation-1", "2026-09-01 roads/recommendation-1"});
}

TEST_CASE("Nothing of a withdrawn response is owed") {
    Response gone = response("gone", "2026-05-30");
    gone.status = Status::withdrawn;
    gone.response_published.reset();
    CHECK(owed({gone}).empty());
}

TEST_CASE("A page is owed a look by its date") {
    Page page = samples::page("accessibility", "Accessibility");
    page.review_by = day("2026-12-01");
    CHECK(owed({}, {page, samples::page("about", "About")}) == Lines{"2026-12-01 accessibility/review"});
}
