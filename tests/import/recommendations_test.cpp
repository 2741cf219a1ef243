#include "import/recommendations.h"

#include <catch2/catch.hpp>

#include "import/plain_text.h"

using namespace vitrine;

namespace {

std::vector<import::FoundRecommendation> found(std::string_view text) {
    return import::find_recommendations(import::parse_plain_text(text).blocks);
}

}  // namespace

TEST_CASE("A recommendation is read with its answers, each under whose it is") {
    const auto items = found(
        "Recommendation 3a: By 1 March 2025, the Home Office should decide.\n\nForce response: Done.\n\nAnd more.\n\nPCC response: "
        "I agree.\n");
    REQUIRE(items.size() == 1);
    CHECK(items[0].item.number == "3a");
    CHECK(items[0].item.text == "By 1 March 2025, the Home Office should decide.");
    CHECK(items[0].item.force_action == "Done.\n\nAnd more.");
    CHECK(items[0].item.pcc_explanation == "I agree.");
    CHECK(items[0].item.addressed_to == std::vector{Addressee::home_office});
    CHECK(items[0].labels == std::vector<std::string>{"Recommendation 3a: ", "Force response", "PCC response"});
}

TEST_CASE("A sentence with a colon that speaks of a response stays a sentence") {
    const auto items =
        found("Recommendation 1\n\n“Count the bicycles.”\n\nWe wrote to the force about their response: nothing came.\n");
    REQUIRE(items.size() == 1);
    CHECK(items[0].item.pcc_explanation == "We wrote to the force about their response: nothing came.");
}

TEST_CASE("A sentence that only names a recommendation is none, and a number is taken once") {
    CHECK(found("Recommendation 3 has been met.\n").empty());
    CHECK(found("Recommendation 1\n\n“One.”\n\nDone.\n\nRecommendation 1\n\n“Again.”\n").size() == 1);
}
