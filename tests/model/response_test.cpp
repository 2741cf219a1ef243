#include "model/response.h"

#include <array>
#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::day;
using samples::moment;

namespace {

constexpr std::array open_statuses = {RecommendationStatus::not_started, RecommendationStatus::in_progress,
                                      RecommendationStatus::not_recorded};
constexpr std::array closed_statuses = {RecommendationStatus::complete, RecommendationStatus::not_accepted,
                                        RecommendationStatus::not_applicable};

Response embargoed(std::string_view date, std::chrono::seconds time) {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.embargo_until = LocalDateTime{day(date), time};
    return response;
}

}  // namespace

TEST_CASE("A recommendation is open until it is complete, refused or not applicable") {
    for (const RecommendationStatus status : open_statuses) CHECK(samples::recommendation("1", status).is_open());
    for (const RecommendationStatus status : closed_statuses) CHECK_FALSE(samples::recommendation("1", status).is_open());
}

TEST_CASE("An open recommendation is overdue from the day after its due date") {
    for (const RecommendationStatus status : open_statuses) {
        Recommendation item = samples::recommendation("1", status);
        CHECK_FALSE(item.is_overdue(day("2026-06-30")));
        item.due = day("2026-06-30");
        CHECK_FALSE(item.is_overdue(day("2026-06-30")));
        CHECK(item.is_overdue(day("2026-07-01")));
    }
}

TEST_CASE("A recommendation that is done with is never overdue") {
    for (const RecommendationStatus status : closed_statuses) {
        Recommendation item = samples::recommendation("1", status);
        item.due = day("2020-01-01");
        CHECK_FALSE(item.is_overdue(day("2026-06-30")));
    }
}

TEST_CASE("A summer embargo ends to the second when UK clocks show its time") {
    const Response response = embargoed("2024-07-19", std::chrono::minutes(1));
    CHECK_FALSE(response.is_public(moment("2024-07-18T23:00:59Z")));
    CHECK(response.is_public(moment("2024-07-18T23:01:00Z")));
}

TEST_CASE("A winter embargo ends to the second when UK clocks show its time") {
    const Response response = embargoed("2024-12-10", std::chrono::minutes(1));
    CHECK_FALSE(response.is_public(moment("2024-12-10T00:00:59Z")));
    CHECK(response.is_public(moment("2024-12-10T00:01:00Z")));
}

TEST_CASE("An embargo in the hour that clocks show twice ends at the later time") {
    const Response response = embargoed("2024-10-27", std::chrono::minutes(90));
    CHECK_FALSE(response.is_public(moment("2024-10-27T00:30:00Z")));
    CHECK_FALSE(response.is_public(moment("2024-10-27T01:29:59Z")));
    CHECK(response.is_public(moment("2024-10-27T01:30:00Z")));
}

TEST_CASE("A draft is not public, even when its embargo is over") {
    Response response = embargoed("2024-07-19", std::chrono::minutes(1));
    response.status = Status::draft;
    CHECK_FALSE(response.is_public(moment("2026-06-30")));
}

TEST_CASE("A withdrawn response is public: its page stays as a tombstone") {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.status = Status::withdrawn;
    CHECK(response.is_public(moment("2026-06-30")));
}

TEST_CASE("Lists show the short title where there is one") {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.title = "Report on an unannounced inspection of custody suites";
    CHECK(response.name() == response.title);
    response.short_title = "Custody 2024";
    CHECK(response.name() == "Custody 2024");
}
