// The summary list of a response: the fields of the form, each with its values or an honest "not recorded".

#include <catch2/catch.hpp>

#include "render/views.h"
#include "support/rendering.h"

using namespace vitrine;
using samples::day;
using samples::Lines;
using samples::text;

namespace {

/// Each row as `label: value (note) <address>; …`, or `label: –` where it is not recorded.
Lines rows_of(const mustache::Value& facts) {
    Lines all;
    for (const mustache::Value& row : *samples::at(facts, "items").list()) {
        std::string line = text(row, "label") + ":";
        const mustache::List& values = *samples::at(row, "values").list();
        CHECK(*samples::at(row, "unrecorded").flag() == values.empty());
        if (values.empty()) line += " –";
        for (const mustache::Value& value : values) {
            line += (line.ends_with(':') ? " " : "; ") + text(value, "text");
            if (const std::string note = text(value, "note"); !note.empty()) line += " (" + note + ")";
            if (const std::string url = text(value, "url"); !url.empty()) line += " <" + url + ">";
        }
        all.push_back(line);
    }
    return all;
}

Lines facts_of(const Response& response) {
    const samples::Rendering rendering({response});
    return rows_of(facts_value(rendering.context, rendering.response("a")));
}

/// The row of the summary list with that label; empty when there is none.
std::string fact(const Response& response, const std::string& label) {
    for (const std::string& row : facts_of(response))
        if (row.starts_with(label + ": ")) return row.substr(label.size() + 2);
    return "";
}

}  // namespace

TEST_CASE("What nobody decided or wrote down is shown as not recorded, never guessed") {
    Response response = samples::response("a", "2014-09-04");
    response.section55 = Section55::voluntary;
    response.types = {InspectionType::unknown};
    response.inspectorate = "HMIC";
    CHECK(facts_of(response) == Lines{"Date inspection published: 4 September 2014", "Type of inspection: –",
                                      "Is Northshire Police quoted in the report?: –", "Inspectorate: HMIC",
                                      "Recommendations or areas for improvement: –", "Deadline for response: None",
                                      "Response published: –", "Answered by: Judith Amblecote (Police and Crime Commissioner)"});
}

TEST_CASE("Every field of the form is shown") {
    Response response = samples::response("a", "2024-07-19");
    response.types = {InspectionType::partner, InspectionType::thematic};
    response.force_quoted = Answer::yes;
    response.partners = {"CQC"};
    response.programme = Programme::peel;
    response.cycle = "2023-25";
    response.report_url = "https://reports.example.org:8080/peel?x=1";
    response.force_report_url = "https://force.example.org";
    response.letter_url = "https://letters.example.org/#a";
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete)};
    response.response_published = day("2024-09-12");
    response.sent_to_hmicfrs = day("2024-09-13");
    response.sent_to_home_secretary = day("2024-09-14");
    response.chief_officer =
        ChiefOfficer{"Marcus Edgeley", "Chief Constable", day("2024-07-20"), day("2024-08-01"), CommentsOutcome::comments};
    CHECK(facts_of(response) ==
          Lines{"Date inspection published: 19 July 2024", "Type of inspection: Partner inspection; Thematic",
                "Is Northshire Police quoted in the report?: Yes", "Inspectorates: HMICFRS; CQC", "Programme: PEEL 2023-25",
                "Inspection report: Read the inspection report (reports.example.org) <https://reports.example.org:8080/peel?x=1>",
                "Report about the force: Read the report about the force (force.example.org) <https://force.example.org>",
                "Letter: Read the inspectorate’s letter (letters.example.org) <https://letters.example.org/#a>",
                "Recommendations or areas for improvement: 1 recommendation <#recommendations>",
                "Deadline for response: 12 September 2024", "Response published: 12 September 2024",
                "Answered by: Judith Amblecote (Police and Crime Commissioner)", "Chief officer: Marcus Edgeley (Chief Constable)",
                "Chief officer’s comments: Comments received (Invited 20 July 2024, received 1 August 2024)",
                "Sent to HMICFRS: 13 September 2024", "Sent to the Home Secretary: 14 September 2024"});
}

TEST_CASE("A date is shown as exactly as it is known") {
    Response response = samples::response("a", "2014-09-01");
    response.report_published_precision = Precision::month;
    CHECK(fact(response, "Date inspection published") == "September 2014");
}

TEST_CASE("That there are no recommendations is said, and not the same as not recorded") {
    Response response = samples::response("a", "2024-07-19");
    CHECK(fact(response, "Recommendations or areas for improvement") == "–");
    response.no_recommendations = true;
    CHECK(fact(response, "Recommendations or areas for improvement") == "None");
}

TEST_CASE("A response that is not required is not missing") {
    Response response = samples::response("a", "2024-07-19");
    response.section55 = Section55::not_required;
    CHECK(fact(response, "Deadline for response") == "None");
    CHECK(fact(response, "Response published") == "Not required");
}

TEST_CASE("Whether copies were sent is recorded or not where the law asks for them, and else only shown where it is known") {
    Response response = samples::response("a", "2024-07-19");
    CHECK(fact(response, "Sent to HMICFRS") == "–");
    CHECK(fact(response, "Sent to the Home Secretary") == "–");
    response.section55 = Section55::voluntary;
    CHECK(fact(response, "Sent to HMICFRS").empty());
    response.sent_to_hmicfrs = day("2024-08-01");
    CHECK(fact(response, "Sent to HMICFRS") == "1 August 2024");
    CHECK(fact(response, "Sent to the Home Secretary").empty());
}

TEST_CASE("That the chief officer was invited and said nothing can be said") {
    Response response = samples::response("a", "2024-07-19");
    response.chief_officer = ChiefOfficer{"", "", day("2024-07-20"), {}, CommentsOutcome::none_received};
    CHECK(fact(response, "Chief officer").empty());
    CHECK(fact(response, "Chief officer’s comments") == "Invited; no comments received (Invited 20 July 2024)");
    response.chief_officer->outcome.reset();
    CHECK(fact(response, "Chief officer’s comments") == "–");
}

TEST_CASE("A tombstone keeps what was inspected and by whom, and nothing of the answer's content") {
    Response response = samples::response("a", "2024-07-19");
    response.status = Status::withdrawn;
    response.response_published = day("2024-09-12");
    response.report_url = "https://reports.example.org/";
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete)};
    const samples::Rendering rendering({response});
    CHECK(rows_of(tombstone_facts_value(rendering.context, rendering.response("a"))) ==
          Lines{"Date inspection published: 19 July 2024", "Inspectorate: HMICFRS", "Response published: 12 September 2024"});
}
