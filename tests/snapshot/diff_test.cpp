#include "snapshot/diff.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "snapshot/diff_report.h"
#include "support/samples.h"

using namespace vitrine;
using namespace vitrine::snapshot;
using samples::Lines;

namespace {

const std::map<std::string, std::string> no_files;

Difference between(std::vector<Response> before, std::vector<Response> after) {
    const Site earlier = samples::site(std::move(before)), later = samples::site(std::move(after));
    return compare({earlier, no_files}, {later, no_files});
}

/// A response with that Markdown below its front matter.
Response with_text(const std::string& text) {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.source = samples::source("content/inspections/custody-2024.md", text);
    response.parts.body = {0, static_cast<std::uint32_t>(text.size())};
    return response;
}

}  // namespace

TEST_CASE("Nothing changed between a record and itself") {
    CHECK(between({samples::response("a", "2024-07-19")}, {samples::response("a", "2024-07-19")}).nothing());
}

TEST_CASE("Responses that came and went are named, sorted by their ids") {
    const Difference difference = between({samples::response("b", "2024-07-19")}, {samples::response("a", "2024-07-19")});
    REQUIRE(difference.responses.size() == 2);
    CHECK(difference.responses[0].kind == ChangeKind::added);
    CHECK(difference.responses[1].kind == ChangeKind::removed);
    CHECK(difference.counts() == SnapshotChanges{1, 0, 0, 1, 0});
}

TEST_CASE("A fact that changed is told with both its values") {
    Response after = samples::response("a", "2024-07-19");
    after.response_published = samples::day("2024-09-11");
    after.short_title = "Short";
    const Difference difference = between({samples::response("a", "2024-07-19")}, {after});
    REQUIRE(difference.responses.size() == 1);
    const auto& fields = difference.responses[0].fields;
    CHECK(std::find(fields.begin(), fields.end(), FieldChange{"Short title", "", "Short"}) != fields.end());
    CHECK(std::any_of(fields.begin(), fields.end(), [](const FieldChange& change) {
        return change.label == "Response published" && change.after == "2024-09-11";
    }));
}

TEST_CASE("Recommendations are compared by their numbers") {
    Response before = samples::response("a", "2024-07-19"), after = before;
    before.recommendations = {samples::recommendation("1", RecommendationStatus::in_progress),
                              samples::recommendation("2", RecommendationStatus::complete)};
    after.recommendations = {samples::recommendation("1", RecommendationStatus::complete),
                             samples::recommendation("3", RecommendationStatus::complete)};
    const Difference difference = between({before}, {after});
    REQUIRE(difference.responses.size() == 1);
    CHECK(difference.responses[0].recommendations ==
          std::vector<PartChange>{{"1", ChangeKind::changed, {{"Status", "In progress", "Complete"}}},
                                  {"3", ChangeKind::added, {}},
                                  {"2", ChangeKind::removed, {}}});
}

TEST_CASE("Sections are compared by their headings, and not by what looks like one in an example") {
    const Difference difference =
        between({with_text("Before.\n\n## A\n\nOne.\n\n## B\n\nTwo.\n")}, {with_text("## A\n\n```\n## X\n```\n\n## C\n\nTwo.\n")});
    REQUIRE(difference.responses.size() == 1);
    CHECK(difference.responses[0].sections == std::vector<PartChange>{{"A", ChangeKind::changed, {}},
                                                                      {"C", ChangeKind::added, {}},
                                                                      {"Introduction", ChangeKind::removed, {}},
                                                                      {"B", ChangeKind::removed, {}}});
}

TEST_CASE("A response that was withdrawn is told as that") {
    Response after = samples::response("a", "2024-07-19");
    after.status = Status::withdrawn;
    const Difference difference = between({samples::response("a", "2024-07-19")}, {after});
    REQUIRE(difference.responses.size() == 1);
    CHECK(difference.responses[0].kind == ChangeKind::withdrawn);
}

TEST_CASE("Pages and files are told by their paths, and the books that vitrine keeps are not") {
    const Site site = samples::site({});
    const std::map<std::string, std::string> before = {{"content/about.md", "1"},
                                                       {"content/old.pdf", "1"},
                                                       {"snapshots.toml", "1"},
                                                       {".vitrine/public/published", "1"}},
                                             after = {{"content/about.md", "2"}, {"content/new.pdf", "1"}, {"snapshots.toml", "2"}};
    CHECK(compare({site, before}, {site, after}).files == std::vector<FileChange>{{"content/about.md", ChangeKind::changed},
                                                                                  {"content/new.pdf", ChangeKind::added},
                                                                                  {"content/old.pdf", ChangeKind::removed}});
}

TEST_CASE("In a report as a page, what the sources say is text and never markup") {
    Response after = samples::response("a", "2024-07-19");
    after.short_title = "<script>alert(1)</script>";
    const std::string page = html_report(between({samples::response("a", "2024-07-19")}, {after}),
                                         {"before.zip", "after.zip", samples::day("2026-03-31"), samples::day("2026-06-30")});
    CHECK(page.find("<script>") == std::string::npos);
    CHECK(page.find("&lt;script&gt;") != std::string::npos);
    CHECK(page.find("from 31 March 2026") == std::string::npos);
    CHECK(page.find("31 March 2026") != std::string::npos);
}
