#include "model/vocabulary.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace vitrine;

namespace {

/// The words that authors can write, in their order.
template <class E>
std::string keys() {
    std::string all;
    for (const Term<E>& term : terms<E>())
        if (!term.key.empty()) all += (all.empty() ? "" : " ") + std::string(term.key);
    return all;
}

}  // namespace

TEST_CASE("Authors write the words of the contract") {
    CHECK(keys<InspectionType>() == "force-specific follow-up partner national thematic unknown");
    CHECK(keys<Answer>() == "yes no unknown");
    CHECK(keys<Programme>() == "peel custody crime-data-integrity child-protection super-complaint state-of-policing other");
    CHECK(keys<Precision>() == "day month year");
    CHECK(keys<Section55>() == "applies not-required voluntary");
    CHECK(keys<CommentsOutcome>() == "comments none-received not-invited");
    CHECK(keys<CommissionerRole>() == "pcc pfcc acting-pcc deputy-pcc mayor mopac");
    CHECK(keys<Status>() == "draft published withdrawn");
    CHECK(keys<Grade>() == "outstanding good adequate requires-improvement inadequate not-graded");
    CHECK(keys<RecommendationKind>() == "recommendation area-for-improvement cause-of-concern accelerated-cause-of-concern");
    CHECK(keys<Addressee>() == "chief-constable pcc home-office npcc college other");
    CHECK(keys<PccAction>() == "taken proposed none");
    CHECK(keys<RecommendationStatus>() == "not-started in-progress not-accepted complete not-applicable");
    CHECK(keys<Body>() == "pcc pfcc mayor mopac other");
    CHECK(keys<LinkStyle>() == "folder file");
    CHECK(keys<Menu>() == "header footer none");
}

TEMPLATE_TEST_CASE("Every word leads to one value and back, and every value has words for readers", "", InspectionType, Answer,
                   Programme, Precision, Section55, CommentsOutcome, CommissionerRole, Status, Grade, RecommendationKind, Addressee,
                   PccAction, RecommendationStatus, Body, LinkStyle, Menu) {
    std::set<std::string_view> seen;
    for (const Term<TestType>& term : terms<TestType>()) {
        CAPTURE(term.key, term.label);
        CHECK(seen.insert(term.key).second);
        CHECK(key(term.value) == term.key);
        CHECK(label(term.value) == term.label);
        CHECK_FALSE(term.label.empty());
        const auto written =
            std::find_if(terms<TestType>().begin(), terms<TestType>().end(), [&](const auto& t) { return t.key == term.key; });
        CHECK(written->value == term.value);
    }
}

TEST_CASE("Only the status of a recommendation can be absent without a word for it") {
    CHECK(key(RecommendationStatus::not_recorded).empty());
    CHECK(label(RecommendationStatus::not_recorded) == "Status not recorded");
}

TEST_CASE("What nobody decided reads as not recorded") {
    CHECK(label(InspectionType::unknown) == "Not recorded");
    CHECK(label(Answer::unknown) == "Not recorded");
}
