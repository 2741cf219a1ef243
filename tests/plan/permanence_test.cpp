#include "plan/permanence.h"

#include <catch2/catch.hpp>

#include "support/rendering.h"

using namespace vitrine;
using samples::Lines;
using samples::Rendering;

namespace {

Response with_items(const std::string& id, const Lines& numbers) {
    Response made = samples::response(id, "2024-07-19");
    for (const std::string& number : numbers) made.recommendations.push_back(samples::recommendation(number, RecommendationStatus::complete));
    return made;
}

/// What is said of addresses that were public once, each with the file it is said of.
Lines gone(const Rendering& rendering, const Lines& published) {
    Diagnostics diagnostics;
    plan::check_permanence(rendering.plan, rendering.site, plan::permanent_addresses(rendering.plan, rendering.site), published, "the record", diagnostics);
    Lines all;
    for (const Diagnostic& found : diagnostics.all()) all.push_back(found.location.path + ": " + found.message);
    return all;
}

const std::string in_a = "content/inspections/a.md: the place `#recommendation-2` was on this page, and the recommendation is not in its list any more";

}  // namespace

TEST_CASE("Responses and the places of their recommendations are noted, and tombstones by their id alone") {
    Response withdrawn = with_items("b", {"1"});
    withdrawn.status = Status::withdrawn;
    const Rendering rendering({withdrawn, with_items("a", {"3a", "2"}), samples::response("a-b", "2024-07-19")});
    CHECK(plan::permanent_addresses(rendering.plan, rendering.site) == Lines{"a", "a#recommendation-2", "a#recommendation-3a", "a-b", "b"});
}

TEST_CASE("What was public and still is, is not spoken of") {
    const Rendering rendering({with_items("a", {"1", "2"})});
    CHECK(gone(rendering, {}).empty());
    CHECK(gone(rendering, plan::permanent_addresses(rendering.plan, rendering.site)).empty());
}

TEST_CASE("A response that has gone is named once, whatever it recommended") {
    const Rendering rendering({samples::response("b", "2024-07-19")});
    CHECK(gone(rendering, {"a", "a#recommendation-1", "a#recommendation-2", "b"}) ==
          Lines{"content/inspections: the response `a` was on the site, and its address now leads nowhere"});
}

TEST_CASE("A recommendation that a page no longer lists is named with the file of the page") {
    CHECK(gone(Rendering({with_items("a", {"1"})}), {"a", "a#recommendation-1", "a#recommendation-2"}) == Lines{in_a});
}

TEST_CASE("A tombstone and an alias answer for all that was below them") {
    Response withdrawn = samples::response("a", "2024-07-19"), successor = samples::response("c", "2024-07-19");
    withdrawn.status = Status::withdrawn;
    successor.aliases = {{"inspections/b/", {}}};
    const Rendering rendering({withdrawn, successor});
    CHECK(gone(rendering, {"a", "a#recommendation-1", "b", "b#recommendation-1"}).empty());
}
