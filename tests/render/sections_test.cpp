// The statements of a response: their order, who speaks, and what is said where nobody spoke.

#include <catch2/catch.hpp>

#include "formats/unicode.h"
#include "render/views.h"
#include "support/rendering.h"

using namespace vitrine;
using samples::Lines;
using samples::text;

namespace {

/// A response whose body has sections with these headings.
Response with_sections(const Lines& headings) {
    Response response = samples::response("a", "2024-07-19");
    Prose& body = response.body;
    for (const std::string& heading : headings) {
        const std::string id = heading_slug(heading);
        body.html += "<h2 id=\"" + id + "\">" + heading + "</h2>";
        const std::size_t begin = body.html.size();
        body.html += "<p>Text of " + id + "</p>";
        body.sections.push_back({body.headings.size(), begin, body.html.size()});
        body.headings.push_back({2, id, heading, {}, true});
    }
    body.footnotes = body.html.size();
    return response;
}

Response with_officer(const Lines& headings, std::optional<CommentsOutcome> outcome, const std::string& name = "Marcus Edgeley") {
    Response response = with_sections(headings);
    response.chief_officer = ChiefOfficer{name, "Chief Constable", {}, {}, outcome};
    return response;
}

/// Each section as `key: heading`, with ` (name, role)` where somebody speaks and ` – note` where a note stands.
Lines sections_of(const Response& response) {
    const samples::Rendering rendering({response});
    const mustache::Value sections = sections_value(rendering.context, rendering.response("a"), rendering.response("a").body.html, "../../");
    Lines all;
    for (const mustache::Value& section : *sections.list()) {
        std::string line = text(section, "key") + ": " + text(section, "heading");
        if (!samples::at(section, "speaker").is_nothing())
            line += " (" + text(section, "speaker.name") + ", " + text(section, "speaker.role") + ")";
        if (!samples::at(section, "note").is_nothing()) line += " – " + text(section, "note");
        all.push_back(line);
    }
    return all;
}

const Lines form = {"Executive summary", "Findings", "Force response", "PCC response", "PCC reply to the force"};
const std::string silence = "force-response: Force response – The chief officer was invited to comment. No comments were received.";

}  // namespace

TEST_CASE("Each statement stands under its speaker") {
    CHECK(sections_of(with_officer(form, CommentsOutcome::comments)) ==
          Lines{"executive-summary: Executive summary", "findings: Findings",
                "force-response: Force response (Marcus Edgeley, Chief Constable)",
                "pcc-response: PCC response (Judith Amblecote, Police and Crime Commissioner)",
                "pcc-reply: PCC reply to the force (Judith Amblecote, Police and Crime Commissioner)"});
}

TEST_CASE("Sections stand in the order of the form, whatever their order in the file") {
    CHECK(
        sections_of(with_sections({"PCC reply to the force", "Findings", "PCC response", "Executive summary", "Force response"})) ==
        Lines{"executive-summary: Executive summary", "findings: Findings", "force-response: Force response",
              "pcc-response: PCC response (Judith Amblecote, Police and Crime Commissioner)",
              "pcc-reply: PCC reply to the force (Judith Amblecote, Police and Crime Commissioner)"});
}

TEST_CASE("A section of the author's own stays behind the one before it") {
    const Lines found = sections_of(with_sections({"Next steps", "PCC response", "Costs", "Findings", "Method"}));
    CHECK(found == Lines{"other: Next steps", "findings: Findings", "other: Method",
                         "pcc-response: PCC response (Judith Amblecote, Police and Crime Commissioner)", "other: Costs"});
}

TEST_CASE("Every section keeps its own text") {
    const samples::Rendering rendering({with_sections({"PCC response", "Findings"})});
    const mustache::Value sections = sections_value(rendering.context, rendering.response("a"), rendering.response("a").body.html, "../../");
    CHECK(samples::texts(sections, "", "html") == Lines{"<p>Text of findings</p>", "<p>Text of pcc-response</p>"});
    CHECK(samples::texts(sections, "", "id") == Lines{"findings", "pcc-response"});
}

TEST_CASE("An officer whose name is not recorded is not made up") {
    CHECK(sections_of(with_officer({"Force response"}, std::nullopt, "")) == Lines{"force-response: Force response"});
}

TEST_CASE("Where the force was invited and said nothing, its place in the form says so") {
    CHECK(sections_of(with_officer({"Findings", "PCC response"}, CommentsOutcome::none_received)) ==
          Lines{"findings: Findings", silence, "pcc-response: PCC response (Judith Amblecote, Police and Crime Commissioner)"});
    CHECK(sections_of(with_officer({"Findings"}, CommentsOutcome::none_received)) == Lines{"findings: Findings", silence});
    CHECK(sections_of(with_officer({}, CommentsOutcome::none_received)) == Lines{silence});
}

TEST_CASE("Where the force was not invited, its place in the form says so") {
    CHECK(sections_of(with_officer({"Findings"}, CommentsOutcome::not_invited)) ==
          Lines{"findings: Findings", "force-response: Force response – The chief officer was not invited to comment."});
}

TEST_CASE("Nothing is said of silence where the force's words stand or nothing is recorded") {
    CHECK(sections_of(with_officer({"Force response"}, CommentsOutcome::none_received)).size() == 1);
    CHECK(sections_of(with_officer({"Findings"}, CommentsOutcome::comments)).size() == 1);
    CHECK(sections_of(with_officer({"Findings"}, std::nullopt)).size() == 1);
    CHECK(sections_of(with_sections({"Findings"})).size() == 1);
}

TEST_CASE("What stands before the first heading is no statement") {
    Response response = with_sections({"Findings"});
    response.body.html.insert(0, "<p>Introduction</p>");
    for (Section& section : response.body.sections) section.begin += 19, section.end += 19;
    response.body.sections.insert(response.body.sections.begin(), Section{Section::no_heading, 0, 19});
    CHECK(sections_of(response) == Lines{"findings: Findings"});
}
