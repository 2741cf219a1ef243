// The lists of a site: all inspections, those under a tag, the register, the timeline.

#include <catch2/catch.hpp>

#include "render/views.h"
#include "support/rendering.h"

using namespace vitrine;
using namespace vitrine::render;
using samples::day;
using samples::Lines;
using samples::Rendering;
using samples::text;

namespace {

Response answered(const std::string& id, std::string_view report, std::string_view answer) {
    Response response = samples::response(id, report);
    response.response_published = day(answer);
    return response;
}

/// Five reports of 2014 with a tag and a recommendation each, so that every list has three pages of two.
std::vector<Response> five_responses() {
    std::vector<Response> all;
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        all.push_back(samples::response(id, "2014-09-04"));
        all.back().tags = {samples::tag("custody")};
        all.back().recommendations = {
            samples::recommendation("1", id[0] < 'c' ? RecommendationStatus::complete : RecommendationStatus::not_started)};
    }
    return all;
}

/// The figures of the home page, as `value label`.
Lines figures_of(std::vector<Response> responses) {
    const Rendering rendering(std::move(responses));
    const mustache::Value page = index_view(rendering.context, 1);
    Lines all;
    for (const mustache::Value& figure : *samples::at(page, "figures.items").list())
        all.push_back(text(figure, "value") + " " + text(figure, "label"));
    return all;
}

}  // namespace

TEST_CASE("The home page shows the latest PEEL assessment, and the pages behind it do not") {
    std::vector<Response> responses = five_responses();
    responses[0].programme = Programme::peel;
    responses[0].cycle = "2014";
    responses[0].report_url = "https://reports.example.org/";
    responses[0].grades = {{"Leadership", Grade::good}};
    const Rendering rendering(responses, 2);
    const mustache::Value first = index_view(rendering.context, 1), second = index_view(rendering.context, 2);
    CHECK(text(first, "peel.url") == "inspections/a/");
    CHECK(text(first, "peel.report_url") == "https://reports.example.org/");
    CHECK(samples::texts(first, "peel.grades.items", "grade") == Lines{"Good"});
    CHECK(samples::at(second, "peel").is_nothing());
    CHECK(samples::at(second, "figures").is_nothing());
}

TEST_CASE("Each page of a list has its entries, its position and the total") {
    const Rendering rendering(five_responses(), 2);
    CHECK(samples::texts(index_view(rendering.context, 1), "entries.items", "id") == Lines{"a", "b"});
    CHECK(samples::texts(index_view(rendering.context, 3), "entries.items", "id") == Lines{"e"});
    CHECK(text(index_view(rendering.context, 3), "total") == "5 inspections");
    CHECK(text(index_view(rendering.context, 3), "pagination.position") == "Page 3 of 3");
    CHECK(samples::texts(tag_view(rendering.context, 0, 2), "entries.items", "id") == Lines{"c", "d"});
    CHECK(text(tag_view(rendering.context, 0, 2), "pagination.next.url") == "tags/custody/page/3/");
}

TEST_CASE("A site without responses says so, and shows no figures") {
    const Rendering rendering;
    const mustache::Value page = index_view(rendering.context, 1);
    CHECK(text(page, "total") == "0 inspections");
    CHECK(samples::at(page, "entries").is_nothing());
    CHECK(samples::at(page, "figures").is_nothing());
    CHECK(samples::at(page, "peel").is_nothing());
}

TEST_CASE("The home page counts responses, those in time, and what is still open") {
    std::vector<Response> responses = {answered("a", "2024-07-19", "2024-09-12"), answered("b", "2023-12-08", "2024-02-02"),
                                       samples::response("awaited", "2026-06-01"), answered("before", "2014-09-04", "2015-01-01")};
    responses[0].recommendations = {samples::recommendation("1", RecommendationStatus::complete),
                                    samples::recommendation("2", RecommendationStatus::not_started),
                                    samples::recommendation("3", RecommendationStatus::not_recorded)};
    Response withdrawn = answered("withdrawn", "2024-07-19", "2024-09-12");
    withdrawn.status = Status::withdrawn;
    withdrawn.recommendations = responses[0].recommendations;
    responses.push_back(withdrawn);
    CHECK(figures_of(responses) ==
          Lines{"3 responses published", "1 of 2 within the 56 days that the law allows", "2 recommendations still open"});
}

TEST_CASE("One is counted as one") {
    std::vector<Response> responses = {answered("a", "2014-09-04", "2015-01-01")};
    responses[0].recommendations = {samples::recommendation("1", RecommendationStatus::not_started)};
    CHECK(figures_of(responses) == Lines{"1 response published", "1 recommendation still open"});
}

TEST_CASE("The list of tags counts the responses under each") {
    const Rendering rendering(five_responses());
    const mustache::Value page = tags_view(rendering.context);
    CHECK(samples::texts(page, "tags.items", "label") == Lines{"Custody"});
    CHECK(samples::texts(page, "tags.items", "count_text") == Lines{"5 inspections"});
    CHECK(samples::texts(page, "tags.items", "url") == Lines{"tags/custody/"});
}

TEST_CASE("The register groups recommendations by status and links each to its place") {
    const Rendering rendering(five_responses(), 4);
    const mustache::Value first = register_view(rendering.context, 0, 1), second = register_view(rendering.context, 0, 2);
    CHECK(samples::texts(first, "groups", "status") == Lines{"Not started", "Complete"});
    CHECK(samples::texts(first, "groups.0.items", "url") ==
          Lines{"inspections/c/#recommendation-1", "inspections/d/#recommendation-1", "inspections/e/#recommendation-1"});
    CHECK_FALSE(*samples::at(first, "groups.1.continued").flag());
    CHECK(*samples::at(second, "groups.0.continued").flag());
}

TEST_CASE("The register's overview leads to the page on which a status begins") {
    std::vector<Response> responses = five_responses();
    const Rendering rendering(responses, 2);
    const mustache::Value page = register_view(rendering.context, 0, 1);
    CHECK(samples::texts(page, "overview.items", "count") == Lines{"3", "2"});
    CHECK(samples::texts(page, "overview.items", "url") ==
          Lines{"recommendations/#status-not-started", "recommendations/page/2/#status-complete"});
}

TEST_CASE("The register says what is overdue as at the day it was made, and leads to the page that lists it") {
    std::vector<Response> responses = five_responses();
    responses[2].recommendations[0].due = samples::day("2026-06-29");
    const Rendering rendering(responses);
    const mustache::Value all = register_view(rendering.context, 0, 1), overdue = register_view(rendering.context, 1, 1);
    CHECK(text(all, "overdue.text") == "1 is overdue");
    CHECK(text(all, "overdue.url") == "recommendations/overdue/");
    CHECK(text(all, "overdue.as_at.text") == "30 June 2026");
    CHECK(samples::texts(all, "overview.items", "overdue") == Lines{"1", ""});
    CHECK(text(overdue, "title") == "Overdue recommendations");
    CHECK(samples::texts(overdue, "groups.0.items", "url") == Lines{"inspections/c/#recommendation-1"});
    CHECK(text(register_view(Rendering(five_responses()).context, 0, 1), "overdue.text") == "Nothing is overdue");
}

TEST_CASE("The register has a page for each body that is addressed, with what is open and overdue there") {
    std::vector<Response> responses = five_responses();
    responses[2].recommendations[0].addressed_to = {Addressee::pcc, Addressee::other};
    responses[2].recommendations[0].due = samples::day("2026-06-29");
    responses[0].recommendations[0].addressed_to = {Addressee::pcc};
    const Rendering rendering(responses);
    const mustache::Value pcc = register_view(rendering.context, 2, 1);
    CHECK(text(pcc, "title") == "Recommendations to the Police and Crime Commissioner");
    CHECK(samples::texts(pcc, "parts.items", "label") == Lines{"Everyone", "Police and Crime Commissioner", "Others"});
    CHECK(samples::texts(pcc, "parts.items", "url") == Lines{"recommendations/", "recommendations/pcc/", "recommendations/other/"});
    CHECK(samples::texts(pcc, "parts.items", "count") == Lines{"5", "2", "1"});
    CHECK(samples::texts(pcc, "parts.items", "open") == Lines{"3", "1", "1"});
    CHECK(samples::texts(pcc, "parts.items", "overdue") == Lines{"1", "1", "1"});
    CHECK(*samples::at(pcc, "parts.items.1.current").flag());
    CHECK(text(pcc, "breadcrumbs.items.1.url") == "recommendations/");
    CHECK(text(register_view(rendering.context, 3, 1), "title") == "Recommendations to others");
}

TEST_CASE("A year of the timeline is told by month, newest first, and says what was late") {
    const Rendering rendering({answered("a", "2024-07-19", "2024-09-13"), samples::response("b", "2023-03-08")});
    const mustache::Value page = year_view(rendering.context, 0, 1);
    CHECK(samples::texts(page, "months", "name") == Lines{"September", "July"});
    CHECK(text(page, "months.0.events.0.what") == "Response published");
    CHECK(text(page, "months.0.events.0.note") == "1 day late");
    CHECK(*samples::at(page, "months.0.events.0.late").flag());
    CHECK(text(page, "months.1.events.0.note") == "HMICFRS");
    CHECK(text(page, "neighbours.previous.label") == "2023");
    CHECK(samples::at(page, "neighbours.next").is_nothing());
}

TEST_CASE("The timeline has a picture and the same figures as a table") {
    const Rendering rendering({answered("a", "2024-07-19", "2024-09-12"), samples::response("b", "2023-03-08")});
    const mustache::Value page = timeline_view(rendering.context);
    CHECK(text(page, "chart").starts_with("<svg "));
    CHECK(samples::texts(page, "years.items", "year") == Lines{"2024", "2023"});
    CHECK(samples::texts(page, "years.items", "median_days") == Lines{"56", ""});
    CHECK(samples::texts(page, "years.items", "late") == Lines{"0", "1"});
}
