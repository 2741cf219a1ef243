// The page of a response as a whole, and what stays of one that was withdrawn.

#include <catch2/catch.hpp>

#include "render/views.h"
#include "support/rendering.h"

using namespace vitrine;
using namespace vitrine::render;
using samples::day;
using samples::Lines;
using samples::Rendering;
using samples::text;

namespace {

Prose prose(const std::string& words) {
    Prose made;
    made.html = "<p>" + words + "</p>";
    made.plain_text = words;
    made.footnotes = made.html.size();
    return made;
}

/// A response with something in every part of its page, between one that it follows and one that followed it.
std::vector<Response> chain() {
    Response before = samples::response("before", "2019-01-15"), middle = samples::response("a", "2024-07-19"),
             after = samples::response("after", "2026-01-15");
    middle.follows = {{"before", {0, 3}}};
    after.follows = {{"a", {0, 3}}};
    Prose& body = middle.body;
    body.html = "<p>Intro</p><h2>F</h2><p>Findings</p><h3>T</h3><p>Theme</p><section>Notes</section>";
    body.headings = {{2, "findings", "Findings", {}, true}, {3, "theme", "Theme", {}, true}, {3, "quoted", "Quoted", {}, false}};
    body.footnotes = body.html.find("<section>");
    body.sections = {{Section::no_heading, 0, body.html.find("<h2>")}, {0, body.html.find("<p>Findings"), body.footnotes}};
    middle.grades = {{"Leadership", Grade::good}};
    middle.recommendations = {samples::recommendation("3a", RecommendationStatus::in_progress)};
    middle.updates = {{day("2025-01-01"), prose("First.")}, {day("2025-02-01"), prose("Second.")}};
    middle.attachments = {{"content/inspections/a/cell plan.pdf", "cell plan.pdf", 24000}};
    return {before, middle, after};
}

mustache::Value page_of(const Rendering& rendering, std::string_view id) {
    const std::size_t index = rendering.site.find(id).value();
    return response_view(rendering.context, index, rendering.site.responses[index].body.html);
}

}  // namespace

TEST_CASE("The contents list names every part of the page in the order in which it stands there") {
    const Rendering rendering(chain());
    const mustache::Value page = page_of(rendering, "a");
    CHECK(samples::texts(page, "contents.items", "url") ==
          Lines{"#grades", "#findings", "#recommendations", "#updates", "#attachments", "#follows", "#followed-by"});
    CHECK(samples::texts(page, "contents.items.1.children.items", "label") == Lines{"Theme"});  // not what stands in a quotation
}

TEST_CASE("A response without any of its parts has no contents list") {
    const Rendering rendering({samples::response("a", "2024-07-19")});
    const mustache::Value page = page_of(rendering, "a");
    for (const char* key :
         {"contents", "introduction", "grades", "recommendations", "updates", "attachments", "follows", "followed_by", "tags"})
        CHECK(samples::at(page, key).is_nothing());
    CHECK(text(page, "footnotes").empty());
}

TEST_CASE("The text is shown in its parts: what comes before the first heading, the sections, the notes") {
    const Rendering rendering(chain());
    const mustache::Value page = page_of(rendering, "a");
    CHECK(text(page, "introduction") == "<p>Intro</p>");
    CHECK(samples::texts(page, "sections", "html") == Lines{"<p>Findings</p><h3>T</h3><p>Theme</p>"});
    CHECK(text(page, "footnotes") == "<section>Notes</section>");
}

TEST_CASE("What a response follows and what followed it are linked") {
    const Rendering rendering(chain());
    const mustache::Value page = page_of(rendering, "a");
    CHECK(samples::texts(page, "follows.items", "url") == Lines{"inspections/before/"});
    CHECK(samples::texts(page, "followed_by.items", "url") == Lines{"inspections/after/"});
}

TEST_CASE("An attachment is shown with its title, type, size and address") {
    const Rendering rendering(chain());
    const mustache::Value page = page_of(rendering, "a");
    CHECK(text(page, "attachments.items.0.label") == "Cell plan");
    CHECK(text(page, "attachments.items.0.type") == "PDF");
    CHECK(text(page, "attachments.items.0.size") == "24 KB");
    CHECK(text(page, "attachments.items.0.url") == "inspections/a/cell%20plan.pdf");
}

TEST_CASE("The history of a response is told newest first") {
    const Rendering rendering(chain());
    CHECK(samples::texts(page_of(rendering, "a"), "updates.items", "html") == Lines{"<p>Second.</p>", "<p>First.</p>"});
}

TEST_CASE("A recommendation is shown with everything that is known of it") {
    std::vector<Response> responses = chain();
    Recommendation& item = responses[1].recommendations[0];
    item.kind = RecommendationKind::area_for_improvement;
    item.text = prose("Answer faster.");
    item.addressed_to = {Addressee::chief_constable};
    item.due = day("2026-06-29");
    item.force_action = prose("More staff.");
    item.pcc_action = PccAction::none;
    item.pcc_explanation = prose("Not ours.");
    item.status_date = day("2025-01-15");
    item.updates = {{day("2025-01-01"), prose("Begun.")}};
    const Rendering rendering(responses);
    const mustache::Value page = page_of(rendering, "a");
    const mustache::Value& shown = samples::at(page, "recommendations.items.0");
    CHECK(text(shown, "number") == "3a");
    CHECK(text(shown, "anchor") == "recommendation-3a");
    CHECK(text(shown, "kind") == "Area for improvement");
    CHECK(text(shown, "html") == "<p>Answer faster.</p>");
    CHECK(text(shown, "addressed_to") == "Chief Constable");
    CHECK(text(shown, "due.text") == "29 June 2026");
    CHECK(*samples::at(shown, "overdue").flag());  // since yesterday
    CHECK(text(shown, "status") == "In progress");
    CHECK(text(shown, "status_date.text") == "15 January 2025");
    CHECK(text(shown, "force_action") == "<p>More staff.</p>");
    CHECK(text(shown, "pcc_action") == "No action");
    CHECK(text(shown, "pcc_explanation") == "<p>Not ours.</p>");
    CHECK(samples::texts(shown, "updates.items", "html") == Lines{"<p>Begun.</p>"});
}

TEST_CASE("What belongs to a cause of concern is shown inside it, and only there") {
    Response response = samples::response("a", "2024-07-19");
    for (const char* number : {"1a", "1", "2", "1b"}) response.recommendations.push_back(samples::recommendation(number, RecommendationStatus::complete));
    response.recommendations[1].kind = RecommendationKind::cause_of_concern;
    response.recommendations[0].cause = response.recommendations[3].cause = 1;
    const Rendering rendering({response});
    const mustache::Value page = page_of(rendering, "a");
    CHECK(samples::texts(page, "recommendations.items", "number") == Lines{"1", "2"});
    CHECK(samples::texts(page, "recommendations.items.0.held.items", "number") == Lines{"1a", "1b"});
    CHECK(samples::at(page, "recommendations.items.1.held").is_nothing());
    CHECK(samples::texts(register_view(rendering.context, 0, 1), "groups.0.items", "cause") == Lines{"Cause of concern 1", "", "", "Cause of concern 1"});
}

TEST_CASE("The items of a report are counted by status") {
    Response response = samples::response("a", "2024-07-19");
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete),
                                samples::recommendation("2", RecommendationStatus::complete),
                                samples::recommendation("3", RecommendationStatus::not_started),
                                samples::recommendation("4", RecommendationStatus::not_recorded)};
    const Rendering rendering({response});
    CHECK(text(page_of(rendering, "a"), "recommendations.summary") ==
          "4 recommendations: 1 not started, 1 status not recorded and 2 complete");
}

TEST_CASE("A withdrawn response shows why, what followed it, and nothing else of itself") {
    std::vector<Response> responses = chain();
    responses[1].status = Status::withdrawn;
    responses[1].withdrawn_reason = prose("Sent in error.");
    const Rendering rendering(responses);
    const mustache::Value page = withdrawn_view(rendering.context, rendering.site.find("a").value());
    CHECK(text(page, "full_title") == "Inspection a");
    CHECK(text(page, "reason") == "<p>Sent in error.</p>");
    CHECK(samples::texts(page, "followed_by.items", "url") == Lines{"inspections/after/"});
    for (const char* key : {"sections", "recommendations", "attachments", "updates", "grades"}) CHECK(page.find(key) == nullptr);
}
