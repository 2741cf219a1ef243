#include "content/recommendations.h"

#include <catch2/catch.hpp>

#include "support/parsed_response.h"

using namespace vitrine;
using samples::day;
using samples::Lines;
using samples::parsed;

namespace {

std::string item(const std::string& number, const std::string& keys = "", const std::string& kind = "recommendation") {
    return "[[recommendations]]\nnumber = \"" + number + "\"\nkind = \"" + kind + "\"\ntext = \"Do it.\"\n" + keys;
}

}  // namespace

TEST_CASE("Every key of a recommendation is read") {
    const auto read =
        parsed({},
               "[[recommendations]]\nnumber = \"3a\"\nkind = \"area-for-improvement\"\ntext = \"Answer *faster*.\"\n"
               "addressed_to = [\"chief-constable\", \"home-office\"]\ndue = 2025-03-31\nforce_action = \"More staff.\"\n"
               "pcc_action = \"proposed\"\npcc_explanation = \"A budget.\"\nstatus = \"in-progress\"\nstatus_date = 2025-01-15\n"
               "[[recommendations.updates]]\ndate = 2025-02-01\ntext = \"Second.\"\n"
               "[[recommendations.updates]]\ndate = 2025-01-01\ntext = \"First.\"\n");
    REQUIRE(read.marks() == Lines{});
    REQUIRE(read.response.recommendations.size() == 1);
    const Recommendation& recommendation = read.response.recommendations[0];
    CHECK(recommendation.number.value == "3a");
    CHECK(recommendation.anchor == "recommendation-3a");
    CHECK(recommendation.kind == RecommendationKind::area_for_improvement);
    CHECK(recommendation.text.plain_text == "Answer faster.");
    CHECK(recommendation.addressed_to == std::vector{Addressee::chief_constable, Addressee::home_office});
    CHECK(recommendation.due == day("2025-03-31"));
    REQUIRE(recommendation.force_action);
    CHECK(recommendation.force_action->plain_text == "More staff.");
    CHECK(recommendation.pcc_action == PccAction::proposed);
    REQUIRE(recommendation.pcc_explanation);
    CHECK(recommendation.pcc_explanation->plain_text == "A budget.");
    CHECK(recommendation.status == RecommendationStatus::in_progress);
    CHECK(recommendation.status_date == day("2025-01-15"));
    REQUIRE(recommendation.updates.size() == 2);
    CHECK(recommendation.updates[0].date == day("2025-01-01"));
}

TEST_CASE("What a recommendation leaves out is not recorded, rather than guessed") {
    const auto read = parsed({}, item("1"));
    REQUIRE(read.marks() == Lines{});
    const Recommendation& recommendation = read.response.recommendations.at(0);
    CHECK(recommendation.status == RecommendationStatus::not_recorded);
    CHECK_FALSE(recommendation.pcc_action);
    CHECK_FALSE(recommendation.due);
    CHECK_FALSE(recommendation.force_action);
}

TEST_CASE("Recommendations stay in the order written") {
    const auto read = parsed({}, item("10") + item("2") + item("1b"));
    REQUIRE(read.response.recommendations.size() == 3);
    CHECK(read.response.recommendations[0].number.value == "10");
    CHECK(read.response.recommendations[2].number.value == "1b");
}

TEST_CASE("One number twice is reported with both places, whatever its case or spacing") {
    for (const char* second : {"3a", "3A", "3 a."}) {
        CAPTURE(second);
        const bool spaced = std::string_view(second) == "3 a.";
        const auto read = parsed({}, item(spaced ? "3-a" : "3a") + item("4") + item(second));
        CHECK(read.marks() == Lines{"\"" + std::string(second) + "\" [response/duplicate-recommendation]"});
        const Diagnostic& found = read.diagnostics.all().front();
        REQUIRE(found.related.size() == 1);
        CHECK(found.related[0].location.line + 8 == found.location.line);
    }
}

TEST_CASE("A number three times is reported twice, each time with the first place") {
    const auto read = parsed({}, item("1") + item("1") + item("1"));
    REQUIRE(read.diagnostics.all().size() == 2);
    CHECK(read.diagnostics.all()[0].related.at(0).location.line == read.diagnostics.all()[1].related.at(0).location.line);
}

TEST_CASE("A recommendation needs a number, a kind and a text") {
    const auto read = parsed({}, "[[recommendations]]\n");
    CHECK(read.marks().size() == 3);
    for (const Diagnostic& diagnostic : read.diagnostics.all()) {
        CHECK(describe(diagnostic.code).name == "front-matter/missing-key");
        CHECK(diagnostic.location.excerpt == "[[recommendations]]");
    }
}

TEST_CASE("Recommendations without a number are not taken for duplicates of each other") {
    const std::string nameless = "[[recommendations]]\nkind = \"recommendation\"\ntext = \"Do it.\"\n";
    CHECK(parsed({}, nameless + nameless).marks().size() == 2);
}

TEST_CASE("A number must be good for an address, and a string") {
    CHECK(parsed({}, item("?")).marks() == Lines{"\"?\" [front-matter/bad-value]"});
    CHECK(parsed({}, item("?") + item("!")).marks() == Lines{"\"?\" [front-matter/bad-value]", "\"!\" [front-matter/bad-value]"});
    CHECK(parsed({}, "[[recommendations]]\nnumber = 3\nkind = \"recommendation\"\ntext = \"Do it.\"\n").marks() ==
          Lines{"3 [front-matter/wrong-type]"});
}

TEST_CASE("An update needs its date and its text") {
    CHECK(parsed({}, "[[updates]]\n").marks() ==
          Lines{"[[updates]] [front-matter/missing-key]", "[[updates]] [front-matter/missing-key]"});
    CHECK(parsed({}, item("1", "[[recommendations.updates]]\ndate = 2025-01-01\n")).marks().size() == 1);
}

TEST_CASE("A recommendation knows the cause of concern that it belongs to, wherever that stands and however its number is written") {
    const std::string held = "cause_of_concern = \"c-1\"\n";
    const auto read = parsed({}, item("1a", held) + item("C 1", "", "accelerated-cause-of-concern") + item("2"));
    REQUIRE(read.marks() == Lines{});
    CHECK(read.response.recommendations[0].cause == 1);
    CHECK_FALSE(read.response.recommendations[1].cause);
    CHECK_FALSE(read.response.recommendations[2].cause);
}

TEST_CASE("What belongs to no cause of concern, or is one, cannot name one") {
    const std::string held = "cause_of_concern = \"1\"\n";
    CHECK(parsed({}, item("1") + item("1a", held)).marks() == Lines{"\"1\" [response/unknown-cause]"});
    CHECK(parsed({}, item("1", "", "cause-of-concern") + item("2", held, "cause-of-concern")).marks() == Lines{"\"1\" [response/unknown-cause]"});
    CHECK(parsed({}, item("1", held, "cause-of-concern")).marks() == Lines{"\"1\" [response/unknown-cause]"});
}
