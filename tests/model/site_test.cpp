#include "model/site.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;
using samples::response;

namespace {

/// What a site of these responses and pages reports.
Diagnostics problems(std::vector<Response> responses, SiteConfig config = samples::config()) {
    Content content;
    content.responses = std::move(responses);
    Diagnostics diagnostics;
    const Site site = assemble_site(std::move(config), std::move(content), samples::moment("2026-06-30"), diagnostics);
    return diagnostics;
}

/// A response to a report of 2024 that follows others.
Response follower(const std::string& id, const Lines& follows, Status status = Status::published) {
    Response made = response(id, "2024-07-19");
    made.status = status;
    for (const std::string& earlier : follows) made.follows.push_back({earlier, {0, 3}});
    return made;
}

Response tagged(const std::string& id, std::string_view published, const Lines& slugs) {
    Response made = response(id, published);
    for (const std::string& slug : slugs) made.tags.push_back(samples::tag(slug));
    return made;
}

/// Each tag as `label (slug): ids`.
Lines tags_of(const Site& site) {
    Lines all;
    for (const Tag& tag : site.tags) {
        std::string line = tag.label + " (" + tag.slug + "):";
        for (const std::string& id : samples::ids(site, tag.responses)) line += " " + id;
        all.push_back(line);
    }
    return all;
}

Response peel(const std::string& id, std::string_view published) {
    Response made = response(id, published);
    made.programme = Programme::peel;
    made.grades = {{"Leadership", Grade::good}};
    return made;
}

std::string latest_peel(const Site& site) {
    const auto index = site.latest_peel();
    return index ? site.responses.at(*index).id.value : "none";
}

}  // namespace

TEST_CASE("Responses stand newest report first, then by id") {
    const Site site = samples::site(
        {response("b", "2023-01-01"), response("c", "2024-07-19"), response("a", "2023-01-01"), response("d", "2014-09-04")});
    CHECK(samples::ids(site) == Lines{"c", "a", "b", "d"});
}

TEST_CASE("A response is found by its id while it is public") {
    Response draft = response("b", "2024-07-19");
    draft.status = Status::draft;
    const Site site = samples::site({response("a", "2023-01-01"), draft});
    REQUIRE(site.find("a"));
    CHECK(site.responses.at(*site.find("a")).id.value == "a");
    CHECK_FALSE(site.find("b"));
    CHECK_FALSE(site.find("c"));
}

TEST_CASE("Two files with one id are reported, and the message names both") {
    Response first = response("custody-2024", "2023-01-01"), second = response("custody-2024", "2024-07-19");
    first.source = samples::source("content/inspections/a.md", "+++\nid = \"custody-2024\"\n+++\n");
    second.source = samples::source("content/inspections/b.md", "+++\nid = \"custody-2024\"\n+++\n");
    first.id.span = second.id.span = {9, 23};
    const Diagnostics diagnostics = problems({first, second});
    CHECK(samples::shown(diagnostics) ==
          R"(content/inspections/b.md:2:6: error: two responses have the id `custody-2024` [response/duplicate-id]
    2 | id = "custody-2024"
      |      ^~~~~~~~~~~~~~ an id is an address: choose another
content/inspections/a.md:2:6: note: the other one is here
    2 | id = "custody-2024"
      |      ^~~~~~~~~~~~~~
)");
}

TEST_CASE("A response cannot follow one that is nowhere, and the nearest id is suggested") {
    const Diagnostics diagnostics = problems({response("custody-2021", "2021-01-01"), follower("custody-2024", {"custody-2012"})});
    REQUIRE(samples::faults(diagnostics) == Lines{"1:1 +++ [response/follows-nothing]"});
    CHECK(diagnostics.all().front().help == "did you mean `custody-2021`?");
}

TEST_CASE("A response cannot follow itself, directly or through others") {
    CHECK(samples::faults(problems({follower("a", {"a"})})) == Lines{"1:1 +++ [response/follows-itself]"});
    CHECK(samples::faults(problems({follower("a", {"b"}), follower("b", {"a"})})).size() == 1);
    CHECK(samples::faults(problems({follower("a", {"b"}), follower("b", {"c"}), follower("c", {"a"})})).size() == 1);
    CHECK(samples::faults(problems({follower("z", {"a"}), follower("a", {"b"}), follower("b", {"a"})})).size() == 1);
}

TEST_CASE("Two ways to the same earlier response are no circle") {
    CHECK(samples::faults(problems({follower("d", {"b", "c"}), follower("b", {"a"}), follower("c", {"a"}), follower("a", {})})) ==
          Lines{});
}

TEST_CASE("Following a response that is not public yet is a warning, and the page says nothing of it") {
    const Diagnostics diagnostics = problems({follower("a", {"b"}), follower("b", {}, Status::draft)});
    CHECK(samples::faults(diagnostics) == Lines{"1:1 +++ [response/follows-hidden]"});
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("A draft may follow another draft") {
    CHECK(samples::faults(problems({follower("a", {"b"}, Status::draft), follower("b", {}, Status::draft)})) == Lines{});
}

TEST_CASE("A draft that follows nothing is reported before it is published") {
    CHECK(samples::faults(problems({follower("a", {"b"}, Status::draft)})) == Lines{"1:1 +++ [response/follows-nothing]"});
}

TEST_CASE("What a response follows, and what follows it, is listed oldest first") {
    std::vector<Response> chain = {response("a", "2015-01-01"), response("b", "2018-01-01"), response("c", "2021-01-01"),
                                   response("d", "2024-01-01")};
    chain[3].follows = {{"b", {0, 3}}, {"c", {0, 3}}, {"a", {0, 3}}};
    chain[2].follows = {{"a", {0, 3}}};
    const Site site = samples::site(chain);
    REQUIRE(samples::ids(site) == Lines{"d", "c", "b", "a"});
    CHECK(samples::ids(site, site.follows.at(0)) == Lines{"a", "b", "c"});
    CHECK(samples::ids(site, site.follows.at(1)) == Lines{"a"});
    CHECK(samples::ids(site, site.followed_by.at(3)) == Lines{"c", "d"});
    CHECK(site.followed_by.at(0).empty());
}

TEST_CASE("Tags are sorted by their labels, and the responses under each stand newest first") {
    SiteConfig config = samples::config();
    config.tag_labels = {{"custody", "Police custody"}};
    Content content;
    Response fraud = tagged("c", "2022-01-01", {"fraud"});
    fraud.tags[0].written = "Doorstep fraud";
    content.responses = {tagged("a", "2023-01-01", {"custody", "call-handling"}), tagged("b", "2024-01-01", {"custody"}), fraud};
    Diagnostics diagnostics;
    const Site site = assemble_site(config, std::move(content), samples::moment("2026-06-30"), diagnostics);
    CHECK(tags_of(site) == Lines{"Call handling (call-handling): a", "Doorstep fraud (fraud): c", "Police custody (custody): b a"});
}

TEST_CASE("A withdrawn response is under no tag") {
    std::vector<Response> responses = {tagged("a", "2023-01-01", {"custody"}), tagged("b", "2024-01-01", {"custody", "fraud"})};
    responses[1].status = Status::withdrawn;
    CHECK(tags_of(samples::site(responses)) == Lines{"Custody (custody): a"});
}

TEST_CASE("With a closed list of tags, any other tag is an error with the nearest one as a hint") {
    SiteConfig config = samples::config();
    config.tag_labels = {{"custody", "Custody"}, {"call-handling", "Call handling"}};
    const std::vector<Response> responses = {tagged("a", "2023-01-01", {"custody", "call-handlin"})};
    CHECK(samples::faults(problems(responses, config)) == Lines{});
    config.tags_closed = true;
    const Diagnostics diagnostics = problems(responses, config);
    REQUIRE(samples::faults(diagnostics) == Lines{"1:1 +++ [response/unknown-tag]"});
    CHECK(diagnostics.all().front().help == "did you mean `call-handling`?");
}

TEST_CASE("The latest PEEL assessment is the newest one that has grades") {
    CHECK(latest_peel(samples::site({response("a", "2024-01-01")})) == "none");
    Response ungraded = peel("c", "2025-01-01");
    ungraded.grades.clear();
    Response other = peel("d", "2025-06-01");
    other.programme = Programme::custody;
    Response withdrawn = peel("e", "2025-09-01");
    withdrawn.status = Status::withdrawn;
    CHECK(latest_peel(samples::site({peel("a", "2022-01-01"), peel("b", "2024-01-01"), ungraded, other, withdrawn})) == "b");
}

TEST_CASE("Pages are sorted by path, drafts are left out, and the home page's introduction stands apart") {
    Content content;
    content.pages = {samples::page("privacy", "Privacy"), samples::page("", "Welcome"), samples::page("about", "About"),
                     samples::page("plans", "Plans")};
    content.pages[3].draft = true;
    Diagnostics diagnostics;
    const Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    REQUIRE(site.pages.size() == 2);
    CHECK(site.pages[0].path == "about");
    CHECK(site.pages[1].path == "privacy");
    REQUIRE(site.introduction);
    CHECK(site.introduction->title == "Welcome");
    REQUIRE(site.hidden.pages.size() == 1);
    CHECK(site.hidden.pages[0].source->path() == "content/plans.md");
}

TEST_CASE("What is public before the day of its report or response is reported, and what waits for that day is not") {
    const auto codes = [](Response made) {
        made.response_published = made.response_published.value_or(made.report_published);
        Lines all;
        const Diagnostics found_in = problems({std::move(made)});
        for (const Diagnostic& found : found_in.all()) all.emplace_back(describe(found.code).name);
        return all;
    };
    const Lines future = {"response/future-date"};
    Response tomorrow = response("a", "2026-07-01");
    CHECK(codes(response("a", "2026-06-30")).empty());
    CHECK(codes(tomorrow) == future);
    Response answered_tomorrow = response("a", "2026-06-01");
    answered_tomorrow.response_published = samples::day("2026-07-01");
    CHECK(codes(answered_tomorrow) == future);

    Response draft = tomorrow, embargoed = tomorrow, opened = tomorrow, imprecise = tomorrow;
    draft.status = Status::draft;
    embargoed.embargo_until = LocalDateTime{samples::day("2026-07-01"), std::chrono::minutes(1)};
    opened.embargo_until = LocalDateTime{samples::day("2026-06-29"), std::chrono::minutes(1)};
    imprecise.report_published_precision = Precision::month;
    imprecise.response_published = samples::day("2026-06-30");
    CHECK(codes(draft).empty());
    CHECK(codes(embargoed).empty());
    CHECK(codes(opened) == future);
    CHECK(codes(imprecise).empty());
}

TEST_CASE("A month before security.txt expires the office is told, at the day that it wrote") {
    SiteConfig config = samples::config();
    config.source = samples::source("site.toml", "[security]\nexpires = 2026-07-30\n");
    config.security = SecurityContact{};
    config.security->expires = {samples::day("2026-07-30"), {21, 31}};
    const auto faults = [&](std::string_view now) {
        Diagnostics diagnostics;
        const Site site = assemble_site(config, {}, samples::moment(now), diagnostics);
        return samples::faults(diagnostics);
    };
    const Lines told = {"2:11 2026-07-30 [config/security-expires]"};
    CHECK(faults("2026-06-29") == Lines{});
    CHECK(faults("2026-06-30") == told);
    CHECK(faults("2026-07-30") == told);
    CHECK(faults("2027-01-01") == told);
}
