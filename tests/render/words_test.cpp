#include "render/words.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "support/rendering.h"

using namespace vitrine;
using namespace vitrine::render;
using samples::day;
using samples::text;

namespace {

/// What a page says of the clock of a response to a report of 19 July 2024.
mustache::Value clock_at(std::string_view today, std::optional<Date> answered = {}) {
    Response response = samples::response("a", "2024-07-19");
    response.response_published = answered;
    return clock_value(clock_of(response.report_published, Precision::day, response.section55, answered, day(today)), response, day(today));
}

std::string why_no_deadline(std::string_view published, Section55 section55, Precision precision = Precision::day) {
    Response response = samples::response("a", published);
    response.section55 = section55;
    const mustache::Value value =
        clock_value(clock_of(response.report_published, precision, section55, {}, day("2026-06-30")), response, day("2026-06-30"));
    CHECK(*samples::at(value, "none").flag());
    return text(value, "verdict") + ". " + text(value, "detail");
}

}  // namespace

TEST_CASE("The size of a file is told in powers of a thousand") {
    struct Case {
        std::uint64_t bytes;
        const char* words;
    };
    const auto [bytes, words] = GENERATE(values<Case>({
        {0, "0 bytes"},
        {1, "1 byte"},
        {999, "999 bytes"},
        {1000, "1 KB"},
        {1049, "1 KB"},
        {1050, "1.1 KB"},
        {1500, "1.5 KB"},
        {9940, "9.9 KB"},
        {9950, "10 KB"},
        {24000, "24 KB"},
        {999000, "999 KB"},
        {999999, "1 MB"},
        {1300000, "1.3 MB"},
        {45678901, "46 MB"},
        {999999999, "1 GB"},
        {2500000000, "2.5 GB"},
        {1234567890123, "1,235 GB"},
    }));
    CAPTURE(bytes);
    CHECK(size_of_file(bytes) == words);
}

TEST_CASE("The type of a file is told in words that readers know") {
    CHECK(type_of_file("letter.pdf") == "PDF");
    CHECK(type_of_file("data/cells.CSV") == "CSV");
    CHECK(type_of_file("plan.docx") == "Word document");
    CHECK(type_of_file("plan.xls") == "Excel workbook");
    CHECK(type_of_file("photo.jpeg") == "JPEG image");
    CHECK(type_of_file("map.svg") == "SVG image");
    CHECK(type_of_file("table.ods") == "ODS");
    CHECK(type_of_file("archive.tar.gz") == "GZ");
    CHECK(type_of_file("README") == "File");
    CHECK(type_of_file("v1.2/README") == "File");
}

TEST_CASE("A file's name reads as a title") {
    CHECK(title_of_file("letter-to-inspectorate.pdf") == "Letter to inspectorate");
    CHECK(title_of_file("data/cells_2024.csv") == "Cells 2024");
    CHECK(title_of_file("README") == "README");
    CHECK(title_of_file("v1.2 notes.txt") == "V1.2 notes");
}

TEST_CASE("A text that fits is left as it is") {
    CHECK(beginning_of("Inspectors visited three suites.", 32) == "Inspectors visited three suites.");
    CHECK(beginning_of("  trimmed \n", 20) == "trimmed");
    CHECK(beginning_of("Llŷn", 4) == "Llŷn");
    CHECK(beginning_of("", 10).empty());
}

TEST_CASE("A longer text is cut at the end of a word, and never longer than asked") {
    CHECK(beginning_of("Inspectors visited three suites.", 31) == "Inspectors visited three…");
    CHECK(beginning_of("Inspectors visited three suites.", 20) == "Inspectors visited…");
    CHECK(beginning_of("Visited; inspected and found wanting", 24) == "Visited; inspected and…");
    CHECK(beginning_of("One, two, three, four", 11) == "One, two…");
    CHECK(beginning_of("one two – three four five", 12) == "one two…");
    CHECK(beginning_of("Donaudampfschifffahrt", 10) == "Donaudamp…");
}

TEST_CASE("A text is never cut inside a letter of several bytes") {
    const std::string text = "Àà Óó Ēē Łł Œœ “q” Ĝĝ Āā – Ŷŷ € Àa bœ cĀ dÓ eÀ fÀ gœ hĀ iÓ jÀ";
    for (std::size_t longest = 1; longest <= count_code_points(text) + 1; ++longest) {
        const std::string cut = beginning_of(text, longest);
        CAPTURE(longest, cut);
        CHECK_FALSE(first_invalid_utf8(cut));
        CHECK(count_code_points(cut) <= longest);
    }
}

TEST_CASE("An excerpt begins behind the first heading") {
    Prose body;
    body.headings = {{2, "executive-summary", "Executive summary", {}, true}};
    body.plain_text = "Executive summary Inspectors visited three suites.";
    CHECK(excerpt_of(body, 100) == "Inspectors visited three suites.");
    body.plain_text = "An introduction. Executive summary Inspectors visited.";
    CHECK(excerpt_of(body, 100) == body.plain_text);
    body.headings.clear();
    CHECK(excerpt_of(body, 100) == body.plain_text);
}

TEST_CASE("A date is told as exactly as it is known") {
    CHECK(text(date_value(day("2024-07-19")), "text") == "19 July 2024");
    CHECK(text(date_value(day("2024-07-19")), "iso") == "2024-07-19");
    CHECK(text(date_value(day("2024-07-01"), Precision::month), "text") == "July 2024");
    CHECK(text(date_value(day("2024-07-01"), Precision::month), "iso") == "2024-07");
    CHECK(text(date_value(day("2024-01-01"), Precision::year), "text") == "2024");
    CHECK(text(date_value(day("2024-01-01"), Precision::year), "iso") == "2024");
    CHECK(date_value(std::optional<Date>()).is_nothing());
}

TEST_CASE("The clock says its verdict and how it was reached") {
    CHECK(text(clock_at("2026-06-30", day("2024-09-12")), "verdict") == "In time");
    CHECK(text(clock_at("2026-06-30", day("2024-09-12")), "detail") ==
          "Published on day 56; the last lawful day was day 56, 12 September 2024.");
    CHECK(*samples::at(clock_at("2026-06-30", day("2024-09-12")), "in_time").flag());
    CHECK(text(clock_at("2026-06-30", day("2024-09-13")), "verdict") == "1 day late");
    CHECK(text(clock_at("2026-06-30", day("2024-10-12")), "verdict") == "30 days late");
    CHECK(*samples::at(clock_at("2026-06-30", day("2024-10-12")), "late").flag());
    CHECK(text(clock_at("2024-09-12"), "verdict") == "Due by 12 September 2024");
    CHECK(text(clock_at("2024-09-12"), "detail") == "Not published as at 12 September 2024; the last lawful day is day 56, 12 September 2024.");
    CHECK(*samples::at(clock_at("2024-09-12"), "awaited").flag());
    CHECK(text(clock_at("2024-09-14"), "verdict") == "Overdue");
    CHECK(text(clock_at("2024-09-14"), "detail") == "Not published as at 14 September 2024; the last lawful day was day 56, 12 September 2024.");
    CHECK(*samples::at(clock_at("2024-09-14"), "late").flag());
}

TEST_CASE("Where there is no deadline, the page says why") {
    CHECK(why_no_deadline("2024-07-19", Section55::not_required) == "Not required. The law asks for no response to this report.");
    CHECK(why_no_deadline("2014-09-04", Section55::voluntary) ==
          "No statutory deadline. Reports published before 2 May 2017 had no statutory deadline.");
    CHECK(why_no_deadline("2024-07-19", Section55::voluntary) ==
          "No statutory deadline. The law asked for no response to this report; this one was given voluntarily.");
    CHECK(why_no_deadline("2024-07-19", Section55::applies, Precision::month) ==
          "Deadline not known. The exact day on which the report was published is not recorded.");
}

TEST_CASE("A late response says why, or that nobody recorded it, and one that is not required says why not") {
    Response response = samples::response("a", "2024-07-19");
    const auto reason = [&](std::string_view answered) {
        response.response_published = day(answered);
        return reason_value(clock_of(response.report_published, Precision::day, response.section55, response.response_published, day("2026-06-30")), response);
    };
    CHECK(reason("2024-09-12").is_nothing());
    CHECK(text(reason("2024-09-13"), "text") == "No reason is recorded.");
    response.late_reason = "The office moved.";
    CHECK(text(reason("2024-09-13"), "label") == "Why it was late:");
    CHECK(text(reason("2024-09-13"), "text") == "The office moved.");
    response.section55 = Section55::not_required;
    response.section55_reason = "The force is not its subject.";
    CHECK(text(reason("2024-09-13"), "label") == "Why no response is required:");
    CHECK(text(reason("2024-09-13"), "text") == "The force is not its subject.");
}

TEST_CASE("Items of a report are counted by what they are") {
    using enum RecommendationKind;
    CHECK(counted_by_kind(KindCounts{}) == "no recommendations");
    CHECK(counted_by_kind(KindCounts{1, 0, 0, 0}) == "1 recommendation");
    CHECK(counted_by_kind(KindCounts{1200, 1, 2, 1}) ==
          "1,200 recommendations, 1 area for improvement, 2 causes of concern and 1 accelerated cause of concern");
    std::vector<Recommendation> items(2, samples::recommendation("1", RecommendationStatus::complete));
    items[1].kind = cause_of_concern;
    CHECK(counted_by_kind(items) == "1 recommendation and 1 cause of concern");
}

TEST_CASE("An inspection's authors, types and programme are told in words") {
    Response response = samples::response("a", "2024-07-19");
    CHECK(inspectorate_of(response) == "HMICFRS");
    CHECK(types_of(response).empty());
    CHECK(programme_of(response).empty());
    response.partners = {"CQC", "HMI Prisons"};
    response.types = {InspectionType::national, InspectionType::unknown, InspectionType::thematic, InspectionType::follow_up};
    response.programme = Programme::peel;
    response.cycle = "2023-25";
    CHECK(inspectorate_of(response) == "HMICFRS with CQC and HMI Prisons");
    CHECK(types_of(response) == "National, thematic, follow-up");
    CHECK(programme_of(response) == "PEEL 2023-25");
    response.programme = Programme::other;
    CHECK(programme_of(response) == "2023-25");
}

TEST_CASE("Those to whom a recommendation is addressed are told as a list") {
    Recommendation item = samples::recommendation("1", RecommendationStatus::complete);
    CHECK(addressees_of(item).empty());
    item.addressed_to = {Addressee::chief_constable, Addressee::home_office, Addressee::college};
    CHECK(addressees_of(item) == "Chief Constable, Home Office and College of Policing");
}

TEST_CASE("Style sheets know every status by a key, the unrecorded one too") {
    CHECK(status_key(RecommendationStatus::in_progress) == "in-progress");
    CHECK(status_key(RecommendationStatus::not_recorded) == "not-recorded");
}
