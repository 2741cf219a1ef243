#include "model/register.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;
using samples::recommendation;

namespace {

Response with(const std::string& id, std::string_view published, std::vector<Recommendation> items) {
    Response made = samples::response(id, published);
    made.recommendations = std::move(items);
    return made;
}

Lines entries_of(const Site& site, const Register& part) {
    Lines all;
    for (const RegisterEntry& entry : part.entries) {
        const Response& response = site.responses[entry.response];
        all.push_back(response.id.value + " " + response.recommendations[entry.recommendation].number.value);
    }
    return all;
}

Lines entries_of(const Site& site) { return entries_of(site, registers_of(site).front()); }

std::array<std::size_t, 6> counts_of(const Site& site) {
    std::array<std::size_t, 6> counts = {};
    const Register all = registers_of(site).front();
    for (std::size_t i = 0; i < counts.size(); ++i) counts.at(i) = all.counts.at(i).all;
    return counts;
}

Recommendation due(const std::string& number, RecommendationStatus status, std::string_view day) {
    Recommendation made = recommendation(number, status);
    made.due = samples::day(day);
    return made;
}

}  // namespace

TEST_CASE("The register lists what is owed first, the newest report before older ones, and each report's items as written") {
    using enum RecommendationStatus;
    const Site site = samples::site({
        with("old", "2019-01-15",
             {recommendation("9", not_started), recommendation("2", complete), recommendation("1", not_started)}),
        with("new", "2024-07-19",
             {recommendation("1", complete), recommendation("2", not_applicable), recommendation("3", not_started),
              recommendation("4", not_accepted), recommendation("5", not_recorded), recommendation("6", in_progress)}),
    });
    CHECK(entries_of(site) == Lines{"new 3", "old 9", "old 1", "new 6", "new 5", "new 4", "new 1", "old 2", "new 2"});
    CHECK(counts_of(site) == std::array<std::size_t, 6>{3, 1, 1, 1, 2, 1});
}

TEST_CASE("Within a status, what is overdue stands first, the longest overdue before the others") {
    using enum RecommendationStatus;
    const Site site = samples::site({
        with("old", "2019-01-15", {due("1", in_progress, "2020-01-01"), due("2", in_progress, "2027-01-01"), due("3", complete, "2020-01-01")}),
        with("new", "2024-07-19", {due("1", in_progress, "2026-06-30"), due("2", in_progress, "2026-06-29"), due("3", complete, "2027-01-01")}),
    });
    CHECK(entries_of(site) == Lines{"old 1", "new 2", "new 1", "old 2", "new 3", "old 3"});
}

TEST_CASE("The recommendations of a withdrawn response are not in the register") {
    Response withdrawn = with("a", "2024-07-19", {recommendation("1", RecommendationStatus::not_started)});
    withdrawn.status = Status::withdrawn;
    const Site site = samples::site({withdrawn, with("b", "2023-01-01", {recommendation("7", RecommendationStatus::not_started)})});
    CHECK(entries_of(site) == Lines{"b 7"});
    CHECK(counts_of(site) == std::array<std::size_t, 6>{1, 0, 0, 0, 0, 0});
}

TEST_CASE("A site without recommendations has one register, which is empty") {
    const std::vector<Register> all = registers_of(samples::site({samples::response("a", "2024-07-19")}));
    REQUIRE(all.size() == 1);
    CHECK(all[0].entries.empty());
    CHECK(all[0].total() == RegisterCount{});
    CHECK(all[0].open() == 0);
}

TEST_CASE("What is overdue, and what is addressed to one body, has a register of its own, in the order of the whole") {
    using enum RecommendationStatus;
    Recommendation late = due("1", in_progress, "2020-01-01"), later = due("2", not_started, "2021-01-01"), done = due("3", complete, "2020-01-01");
    late.addressed_to = {Addressee::pcc, Addressee::chief_constable};
    done.addressed_to = {Addressee::chief_constable};
    done.kind = RecommendationKind::area_for_improvement;
    const Site site = samples::site({with("a", "2019-01-15", {late, later, done})});
    const std::vector<Register> all = registers_of(site);
    REQUIRE(all.size() == 4);
    CHECK(all[0].total() == RegisterCount{3, 2});
    CHECK(all[0].open() == 2);
    CHECK(all[0].kinds == KindCounts{2, 1, 0, 0});
    CHECK(all[1].of == Register::Of::overdue);
    CHECK(entries_of(site, all[1]) == Lines{"a 2", "a 1"});
    CHECK(all[2].addressee == Addressee::chief_constable);
    CHECK(entries_of(site, all[2]) == Lines{"a 1", "a 3"});
    CHECK(all[2].counts.at(static_cast<std::size_t>(in_progress)) == RegisterCount{1, 1});
    CHECK(all[3].addressee == Addressee::pcc);
    CHECK(entries_of(site, all[3]) == Lines{"a 1"});
}
