// Drafts and embargoed responses leave no trace: a site with them is, in all that pages are made of, the site without them.

#include <algorithm>
#include <catch2/catch.hpp>

#include "model/register.h"
#include "model/timeline.h"
#include "support/samples.h"

using namespace vitrine;
using samples::Lines;
using samples::response;

namespace {

/// Everything that pages are made of, a line each.
Lines everything(const Site& site) {
    Lines all;
    for (std::size_t i = 0; i < site.responses.size(); ++i) {
        all.push_back("response " + site.responses[i].id.value);
        for (const std::string& id : samples::ids(site, site.follows[i])) all.push_back("  follows " + id);
        for (const std::string& id : samples::ids(site, site.followed_by[i])) all.push_back("  followed by " + id);
    }
    for (const Tag& tag : site.tags) all.push_back("tag " + tag.label + " " + std::to_string(tag.responses.size()));
    for (const YearOfEvents& year : timeline_of(site))
        for (const Event& event : year.events)
            all.push_back("event " + iso(event.date) + " " + std::to_string(static_cast<int>(event.kind)) + " " +
                          site.responses[event.response].id.value);
    for (const YearFigures& year : figures_by_year(site))
        all.push_back("figures " + std::to_string(int{year.year}) + " " + std::to_string(year.reports) + " " +
                      std::to_string(year.responses) + " " + std::to_string(year.in_time) + " " + std::to_string(year.late) + " " +
                      std::to_string(year.median_days.value_or(0)));
    for (const Register& part : registers_of(site)) {
        for (const RegisterEntry& entry : part.entries) all.push_back("recommendation of " + site.responses[entry.response].id.value);
        for (const RegisterCount& count : part.counts) all.push_back("count " + std::to_string(count.all) + " " + std::to_string(count.overdue));
    }
    const auto peel = site.latest_peel();
    all.push_back("peel " + (peel ? site.responses[*peel].id.value : "none"));
    return all;
}

/// A response that would show everywhere: graded, tagged, with recommendations, late, and in the middle of a chain.
Response rich(const std::string& id, std::string_view published, std::string_view answered, const Lines& follows) {
    Response made = response(id, published);
    made.response_published = samples::day(answered);
    made.programme = Programme::peel;
    made.grades = {{"Leadership", Grade::good}};
    made.tags = {samples::tag("custody"), samples::tag("only-" + id)};
    made.recommendations = {samples::recommendation("1", RecommendationStatus::not_started),
                            samples::recommendation("2", RecommendationStatus::complete)};
    for (const std::string& earlier : follows) made.follows.push_back({earlier, {0, 3}});
    return made;
}

std::vector<Response> visible() {
    return {rich("a", "2019-05-02", "2019-07-26", {}), rich("c", "2023-03-08", "2023-04-26", {"a"})};
}

/// The site of the visible responses and one more, at midsummer 2026; follows to what is hidden are warnings.
Site with(const Response& one_more) {
    Content content;
    content.responses = visible();
    content.responses.push_back(one_more);
    Diagnostics diagnostics;
    Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30T12:00:00Z"), diagnostics);
    CHECK_FALSE(diagnostics.has_errors());
    return site;
}

}  // namespace

TEST_CASE("A draft leaves no trace in lists, counts, neighbours, timeline, register and the latest PEEL") {
    Response draft = rich("b", "2026-01-05", "2026-04-01", {"a", "c"});
    draft.status = Status::draft;
    const Site site = with(draft);
    CHECK(everything(site) == everything(samples::site(visible())));
    REQUIRE(site.hidden.responses.size() == 1);
    CHECK(site.hidden.responses[0].source->path() == "content/inspections/b.md");
}

TEST_CASE("An embargoed response leaves no trace until the second its embargo ends, and then it is everywhere") {
    Response embargoed = rich("b", "2026-06-30", "2026-06-30", {"a", "c"});
    embargoed.embargo_until = LocalDateTime{samples::day("2026-06-30"), std::chrono::hours(13) + std::chrono::seconds(1)};
    CHECK(everything(with(embargoed)) == everything(samples::site(visible())));

    embargoed.embargo_until = LocalDateTime{samples::day("2026-06-30"), std::chrono::hours(13)};
    const Site site = with(embargoed);
    CHECK(site.hidden.responses.empty());
    const Lines all = everything(site);
    for (const char* trace : {"response b", "  followed by b", "tag Custody 3", "tag Only b 1", "event 2026-06-30 0 b",
                              "recommendation of b", "count 3 0", "peel b"}) {
        CAPTURE(trace);
        CHECK(std::find(all.begin(), all.end(), trace) != all.end());
    }
}

TEST_CASE("What follows a hidden response stands as if it followed nothing") {
    std::vector<Response> responses = {rich("a", "2023-03-08", "2023-04-26", {"b"}), rich("b", "2019-05-02", "2019-07-26", {})};
    responses[1].status = Status::draft;
    Content content;
    content.responses = responses;
    Diagnostics diagnostics;
    const Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    CHECK(everything(site) == everything(samples::site({rich("a", "2023-03-08", "2023-04-26", {})})));
}

TEST_CASE("The office's site holds drafts and what is under embargo, tells them from the rest, and reports nothing more") {
    std::vector<Response> responses = {rich("a", "2023-03-08", "2023-04-26", {"b"}), rich("b", "2019-05-02", "2019-07-26", {}), rich("c", "2020-05-02", "2020-06-26", {})};
    responses[1].status = Status::draft;
    responses[2].embargo_until = LocalDateTime{samples::day("2026-12-01"), std::chrono::minutes(1)};
    Content content;
    content.responses = responses;
    content.pages = {samples::page("about", "About")};
    content.pages[0].draft = true;
    const auto assembled = [&](Audience audience, Diagnostics& diagnostics) {
        return assemble_site(samples::config(), content, samples::moment("2026-06-30T12:00:00Z"), diagnostics, audience);
    };
    Diagnostics for_everyone, for_office;
    const Site everyone = assembled(Audience::everyone, for_everyone), office = assembled(Audience::office, for_office);
    CHECK(samples::ids(everyone) == Lines{"a"});
    CHECK(samples::ids(office) == Lines{"a", "c", "b"});
    CHECK(office.pages.size() == 1);
    CHECK(office.hidden.responses.empty());
    const auto is_hidden = [&](std::size_t index) { return office.is_hidden(office.responses[index]); };
    CHECK_FALSE(is_hidden(0));
    CHECK(is_hidden(1));
    CHECK(is_hidden(2));
    REQUIRE(office.next_opening());
    CHECK(office.next_opening()->at == everyone.next_opening()->at);
    CHECK(office.next_opening()->responses == 1);
    CHECK(samples::faults(for_office) == samples::faults(for_everyone));
    CHECK(samples::faults(for_office).size() == 1);
}
