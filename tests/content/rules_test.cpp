#include "content/rules.h"

#include <catch2/catch.hpp>

#include "support/parsed_response.h"

using namespace vitrine;
using samples::Lines;
using samples::parsed;

namespace {

/// A chief officer with these keys.
std::string officer(const std::string& keys) { return "[chief_officer]\n" + keys; }

std::string item(const std::string& keys) {
    return "[[recommendations]]\nnumber = \"3a\"\nkind = \"recommendation\"\ntext = \"Do it.\"\n" + keys;
}

const Lines none = {};

}  // namespace

TEST_CASE("A response that breaks no rule has no problems") { CHECK(parsed({}).marks() == none); }

TEST_CASE("A response or a copy that lies before its report is reported") {
    CHECK(parsed({"response_published = 2024-07-18"}).marks() == Lines{"2024-07-18 [response/before-report]"});
    CHECK(parsed({"sent_to_hmicfrs = 2023-09-12"}).marks() == Lines{"2023-09-12 [response/before-report]"});
    CHECK(parsed({"sent_to_home_secretary = 2023-09-12"}).marks() == Lines{"2023-09-12 [response/before-report]"});
}

TEST_CASE("A response and its copies may be dated on the day of the report or after it") {
    CHECK(parsed({"response_published = 2024-07-19", "sent_to_hmicfrs = 2024-07-19", "sent_to_home_secretary = 2024-07-20"})
              .marks() == none);
}

TEST_CASE("Where only the month or year of a report is known, an earlier day is no contradiction") {
    for (const char* precision : {"month", "year"})
        CHECK(parsed({"report_published = 2014-09-04", "response_published = 2014-09-01",
                      "report_published_precision = \"" + std::string(precision) + "\""})
                  .marks() == none);
}

TEST_CASE("Where the report's date is missing, the other dates are not held against it") {
    CHECK(parsed({"-report_published"}).marks() == Lines{"+++ [front-matter/missing-key]"});
}

TEST_CASE("The chief officer's comments are received after they were invited") {
    CHECK(parsed({}, officer("name = \"A\"\ninvited = 2024-07-20\nreceived = 2024-07-19\n")).marks() ==
          Lines{"[chief_officer] [response/contradiction]"});
    CHECK(parsed({}, officer("name = \"A\"\ninvited = 2024-07-20\nreceived = 2024-07-20\n")).marks() == none);
}

TEST_CASE("Comments cannot have been received and not have been received") {
    for (const char* outcome : {"none-received", "not-invited"})
        CHECK(parsed({}, officer("name = \"A\"\nreceived = 2024-07-20\noutcome = \"" + std::string(outcome) + "\"\n")).marks() ==
              Lines{"[chief_officer] [response/contradiction]"});
    CHECK(parsed({}, officer("name = \"A\"\nreceived = 2024-07-20\noutcome = \"comments\"\n")).marks() == none);
    CHECK(parsed({}, officer("name = \"A\"\ninvited = 2024-07-20\noutcome = \"none-received\"\n")).marks() == none);
}

TEST_CASE("Comments have a name behind them; silence needs none") {
    CHECK(parsed({}, officer("outcome = \"comments\"\n")).marks() == Lines{"[chief_officer] [front-matter/missing-key]"});
    CHECK(parsed({}, officer("outcome = \"none-received\"\n")).marks() == none);
}

TEST_CASE("A published response that the law asks for has its date") {
    CHECK(parsed({"-response_published"}).marks() == Lines{"2024-07-19 [response/missing-date]"});
}

TEST_CASE("No date is asked of a draft, a tombstone, or a response that the law does not ask for") {
    CHECK(parsed({"-response_published", "status = \"draft\""}).marks() == none);
    CHECK(parsed({"-response_published", "status = \"withdrawn\"", "withdrawn_reason = \"Sent in error.\""}).marks() == none);
    CHECK(parsed({"-response_published", "section55 = \"voluntary\""}).marks() == none);
    CHECK(parsed({"-response_published", "section55 = \"not-required\"", "section55_reason = \"Not about us.\""}).marks() == none);
    CHECK(parsed({"-response_published", "report_published = 2014-09-04"}).marks() == none);
}

TEST_CASE("A date of the wrong type is one problem, not two") {
    CHECK(parsed({"response_published = \"2024-09-12\""}).marks() == Lines{"\"2024-09-12\" [front-matter/wrong-type]"});
}

TEST_CASE("That no response is required needs a reason that readers see") {
    CHECK(parsed({"section55 = \"not-required\""}).marks() == Lines{"\"not-required\" [response/missing-reason]"});
    CHECK(parsed({"section55 = \"not-required\"", "section55_reason = \"Not about us.\""}).marks() == none);
}

TEST_CASE("A withdrawal needs a reason that readers see") {
    CHECK(parsed({"status = \"withdrawn\""}).marks() == Lines{"\"withdrawn\" [response/missing-reason]"});
    CHECK(parsed({"status = \"withdrawn\"", "withdrawn_reason = \"Sent in error.\""}).marks() == none);
}

TEST_CASE("A reason that explains nothing is reported") {
    CHECK(parsed({"section55_reason = \"Why?\""}).marks() == Lines{"\"Why?\" [response/unneeded-reason]"});
    CHECK(parsed({"section55 = \"voluntary\"", "section55_reason = \"Why?\""}).marks() ==
          Lines{"\"Why?\" [response/unneeded-reason]"});
    CHECK(parsed({"withdrawn_reason = \"Why?\""}).marks() == Lines{"\"Why?\" [response/unneeded-reason]"});
}

TEST_CASE("A reason for being late belongs to a response that is late") {
    CHECK(parsed({"late_reason = \"The office moved.\""}).marks() == Lines{"\"The office moved.\" [response/unneeded-reason]"});
    CHECK(parsed({"response_published = 2024-09-13", "late_reason = \"The office moved.\""}).marks() == none);
    CHECK(parsed({"report_published = 2014-09-04", "late_reason = \"The office moved.\""}).marks() ==
          Lines{"\"The office moved.\" [response/unneeded-reason]"});
}

TEST_CASE("A response says that there are no recommendations, or lists them") {
    CHECK(parsed({"no_recommendations = true"}, item("")).marks() == Lines{"true [response/contradiction]"});
    CHECK(parsed({"no_recommendations = true"}).marks() == none);
    CHECK(parsed({"no_recommendations = false"}, item("")).marks() == none);
}

TEST_CASE("No action on a recommendation needs an explanation, and action speaks for itself") {
    CHECK(parsed({}, item("pcc_action = \"none\"\n")).marks() == Lines{"\"3a\" [response/missing-reason]"});
    CHECK(parsed({}, item("pcc_action = \"none\"\npcc_explanation = \"It is for the Home Office.\"\n")).marks() == none);
    for (const char* action : {"taken", "proposed"})
        CHECK(parsed({}, item("pcc_action = \"" + std::string(action) + "\"\n")).marks() == none);
}

TEST_CASE("Tick-boxes that nobody has decided are a warning") {
    const auto types = parsed({"types = [\"unknown\"]"});
    CHECK(types.marks() == Lines{"[\"unknown\"] [response/undecided]"});
    CHECK_FALSE(types.diagnostics.has_errors());
    const auto quoted = parsed({"force_quoted = \"unknown\""});
    CHECK(quoted.marks() == Lines{"\"unknown\" [response/undecided]"});
    CHECK_FALSE(quoted.diagnostics.has_errors());
}

TEST_CASE("A type cannot be unknown and known") {
    CHECK(parsed({"types = [\"unknown\", \"national\"]"}).marks() == Lines{"[\"unknown\", \"national\"] [response/contradiction]"});
    CHECK(parsed({"types = [\"thematic\", \"national\"]"}).marks() == none);
}

TEST_CASE("No type at all is an error: what nobody decided is written as unknown") {
    CHECK(parsed({"types = []"}).marks() == Lines{"[] [front-matter/bad-value]"});
}

TEST_CASE("A tick-box with a word that is none of its own is not undecided as well") {
    CHECK(parsed({"force_quoted = \"perhaps\"", "types = [\"locl\"]"}).marks() ==
          Lines{"\"locl\" [front-matter/bad-value]", "\"perhaps\" [front-matter/bad-value]"});
}
