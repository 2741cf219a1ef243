#include "content/response.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/parsed_response.h"

using namespace vitrine;
using samples::day;
using samples::Lines;
using samples::parsed;

TEST_CASE("Keys that are left out have the values that the contract promises") {
    const auto read = parsed({});
    REQUIRE(read.marks() == Lines{});
    const Response& response = read.response;
    CHECK(response.id.value == "custody-2024");
    CHECK(response.short_title.empty());
    CHECK(response.report_published_precision == Precision::day);
    CHECK(response.inspectorate == "HMICFRS");
    CHECK_FALSE(response.programme);
    CHECK(response.section55 == Section55::applies);
    CHECK(response.status == Status::published);
    CHECK_FALSE(response.chief_officer);
    CHECK_FALSE(response.embargo_until);
    CHECK_FALSE(response.no_recommendations);
    CHECK(response.recommendations.empty());
}

TEST_CASE("The inspectorate is HMIC until 18 July 2017 and HMICFRS from the day after") {
    CHECK(parsed({"report_published = 2014-09-04"}).response.inspectorate == "HMIC");
    CHECK(parsed({"report_published = 2017-07-18"}).response.inspectorate == "HMIC");
    CHECK(parsed({"report_published = 2017-07-19"}).response.inspectorate == "HMICFRS");
    CHECK(parsed({"report_published = 2014-09-04", "inspectorate = \"HMI Prisons\""}).response.inspectorate == "HMI Prisons");
}

TEST_CASE("A response to a report from before 2 May 2017 is voluntary, and a later one required") {
    CHECK(parsed({"report_published = 2017-05-01"}).response.section55 == Section55::voluntary);
    CHECK(parsed({"report_published = 2017-05-02"}).response.section55 == Section55::applies);
    CHECK(parsed({"section55 = \"voluntary\""}).response.section55 == Section55::voluntary);
}

TEST_CASE("Every key of the front matter is read") {
    const auto read = parsed(
        {"id = \"custody-review-2024\"",
         "short_title = \"Custody 2024\"",
         "report_published_precision = \"day\"",
         "types = [\"partner\", \"follow-up\"]",
         "force_quoted = \"no\"",
         "inspectorate = \"HMICFRS\"",
         "partners = [\"CQC\", \"HMI Prisons\"]",
         "programme = \"custody\"",
         "cycle = \"2023-25\"",
         "report_url = \"https://example.org/report\"",
         "force_report_url = \"https://example.org/force\"",
         "letter_url = \"https://example.org/letter\"",
         "tags = [\"Call Handling\", \"custody\"]",
         "follows = [\"custody-2018\"]",
         "response_published = 2024-09-20",
         "section55 = \"applies\"",
         "late_reason = \"The office moved.\"",
         "sent_to_hmicfrs = 2024-09-21",
         "sent_to_home_secretary = 2024-09-22",
         "status = \"withdrawn\"",
         "withdrawn_reason = \"Sent in error.\"",
         "embargo_until = 2024-07-19T00:01:00",
         "aliases = [\"/old/custody/\"]"},
        "[chief_officer]\nname = \"Marcus Edgeley\"\nrole = \"Chief Constable\"\ninvited = 2024-07-20\nreceived = 2024-08-01\n"
        "outcome = \"comments\"\n"
        "[[grades]]\narea = \"Leadership\"\ngrade = \"requires-improvement\"\n"
        "[[recommendations]]\nnumber = \"3a\"\nkind = \"cause-of-concern\"\ntext = \"Do it.\"\n"
        "[[updates]]\ndate = 2025-02-01\ntext = \"Second.\"\n[[updates]]\ndate = 2025-01-01\ntext = \"First.\"\n");
    REQUIRE(read.marks() == Lines{});
    const Response& response = read.response;
    CHECK(response.id.value == "custody-review-2024");
    CHECK(response.title == "Custody services in Northshire");
    CHECK(response.short_title == "Custody 2024");
    CHECK(response.report_published == day("2024-07-19"));
    CHECK(response.types == std::vector{InspectionType::partner, InspectionType::follow_up});
    CHECK(response.force_quoted == Answer::no);
    CHECK(response.partners == Lines{"CQC", "HMI Prisons"});
    CHECK(response.programme == Programme::custody);
    CHECK(response.cycle == "2023-25");
    CHECK(response.report_url == "https://example.org/report");
    CHECK(response.force_report_url == "https://example.org/force");
    CHECK(response.letter_url == "https://example.org/letter");
    REQUIRE(response.tags.size() == 2);
    CHECK(response.tags[0].slug == "call-handling");
    CHECK(response.tags[0].written == "Call Handling");
    REQUIRE(response.follows.size() == 1);
    CHECK(response.follows[0].value == "custody-2018");
    CHECK(response.response_published == day("2024-09-20"));
    CHECK(response.late_reason == "The office moved.");
    CHECK(response.sent_to_hmicfrs == day("2024-09-21"));
    CHECK(response.sent_to_home_secretary == day("2024-09-22"));
    CHECK(response.status == Status::withdrawn);
    REQUIRE(response.withdrawn_reason);
    CHECK(response.withdrawn_reason->plain_text == "Sent in error.");
    CHECK(response.embargo_until == LocalDateTime{day("2024-07-19"), std::chrono::minutes(1)});
    REQUIRE(response.aliases.size() == 1);
    CHECK(response.aliases[0].value == "old/custody/");
    REQUIRE(response.chief_officer);
    CHECK(response.chief_officer->name == "Marcus Edgeley");
    CHECK(response.chief_officer->role == "Chief Constable");
    CHECK(response.chief_officer->invited == day("2024-07-20"));
    CHECK(response.chief_officer->received == day("2024-08-01"));
    CHECK(response.chief_officer->outcome == CommentsOutcome::comments);
    CHECK(response.commissioner.name == "Judith Amblecote");
    REQUIRE(response.grades.size() == 1);
    CHECK(response.grades[0].area == "Leadership");
    CHECK(response.grades[0].grade == Grade::requires_improvement);
    REQUIRE(response.recommendations.size() == 1);
    CHECK(response.recommendations[0].kind == RecommendationKind::cause_of_concern);
    REQUIRE(response.updates.size() == 2);
    CHECK(response.updates[0].text.plain_text == "First.");  // oldest first, whatever the order in the file
}

TEST_CASE("A file without any key is told of every key that it needs, at once") {
    const samples::ParsedResponse read("+++\n+++\n");
    Lines messages;
    for (const Diagnostic& diagnostic : read.diagnostics.all()) messages.push_back(diagnostic.message);
    std::sort(messages.begin(), messages.end());
    CHECK(messages == Lines{"the key `commissioner` is missing", "the key `force_quoted` is missing",
                            "the key `report_published` is missing", "the key `title` is missing", "the key `types` is missing"});
}

TEST_CASE("The commissioner has a name and a role") {
    const auto absent = parsed({"-commissioner"});
    CHECK(absent.marks() == Lines{"+++ [front-matter/missing-key]"});
    const auto empty = parsed({"-commissioner"}, "[commissioner]\n");
    CHECK(empty.marks() == Lines{"[commissioner] [front-matter/missing-key]", "[commissioner] [front-matter/missing-key]"});
}

TEST_CASE("An id is made of lower-case letters, digits and hyphens, and the hint says how it would read") {
    CHECK(parsed({"id = \"custody-2024\""}).marks() == Lines{});
    for (const char* id : {"Custody-2024", "custody 2024", "custody_2024", "llŷn", "custody--2024", "-custody"}) {
        CAPTURE(id);
        CHECK(parsed({"id = \"" + std::string(id) + "\""}).marks() ==
              Lines{"\"" + std::string(id) + "\" [front-matter/bad-value]"});
    }
    CHECK(parsed({"id = \"Custody 2024\""}).diagnostics.all().front().help == "write `id = \"custody-2024\"`");
}

TEST_CASE("Two ways to write one tag are reported") {
    CHECK(parsed({"tags = [\"custody\", \"Custody\"]"}).marks() == Lines{"\"Custody\" [front-matter/bad-value]"});
    CHECK(parsed({"tags = [\"??\"]"}).marks() == Lines{"\"??\" [front-matter/bad-value]"});
}

TEST_CASE("A faulty value is left at its default, and all the others are read") {
    const auto read = parsed({"status = \"publish\"", "force_quoted = 7", "report_published = \"2024-07-19\"", "titel = \"x\""});
    CHECK(read.marks() == Lines{"\"2024-07-19\" [front-matter/wrong-type]", "7 [front-matter/wrong-type]",
                                "\"publish\" [front-matter/bad-value]", "titel [front-matter/unknown-key]"});
    CHECK(read.response.title == "Custody services in Northshire");
    CHECK(read.response.status == Status::published);
    CHECK(read.response.force_quoted == Answer::unknown);
}

TEST_CASE("Unknown keys are found in every table") {
    const auto read = parsed({},
                             "nmae = 1\n[chief_officer]\nrle = \"x\"\n[[grades]]\narea = \"a\"\ngrade = \"good\"\ngrad = 1\n"
                             "[[updates]]\ndate = 2025-01-01\ntext = \"a\"\nby = \"x\"\n");
    CHECK(read.marks() == Lines{"nmae [front-matter/unknown-key]", "rle [front-matter/unknown-key]",
                                "grad [front-matter/unknown-key]", "by [front-matter/unknown-key]"});
}

TEST_CASE("The body is read with the places of the file") {
    const auto read = parsed({}, "", "\n## Findings\n\nGood.\n");
    REQUIRE(read.marks() == Lines{});
    REQUIRE(read.response.body.headings.size() == 1);
    const Heading& heading = read.response.body.headings[0];
    CHECK(heading.id == "findings");
    CHECK(read.source->text().substr(heading.span.begin, heading.span.end - heading.span.begin) == "Findings");
}

TEST_CASE("A heading of the body never takes the address of a recommendation or of a part of the page") {
    const auto read = parsed({}, "[[recommendations]]\nnumber = \"3a\"\nkind = \"recommendation\"\ntext = \"Do it.\"\n",
                             "\n## Recommendations\n\nText.\n\n## Recommendation 3a\n\nText.\n");
    REQUIRE(read.response.body.headings.size() == 2);
    CHECK(read.response.recommendations.at(0).anchor == "recommendation-3a");
    CHECK(read.response.body.headings[0].id != "recommendations");
    CHECK(read.response.body.headings[1].id != "recommendation-3a");
}
