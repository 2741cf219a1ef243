#include "render/context.h"

#include <catch2/catch.hpp>

#include "support/rendering.h"

using namespace vitrine;
using namespace vitrine::render;
using samples::Lines;
using samples::Rendering;
using samples::text;

namespace {

/// The numbers of a list of that many pages of one entry each, seen from one of them: `…` for a gap, `[n]` for that page.
std::string numbers(std::size_t number, std::size_t pages) {
    const Rendering rendering({}, 1);
    const mustache::Value value = pagination_value(rendering.context, "tags/custody", number, pages);
    std::string line;
    for (const mustache::Value& page : *samples::at(value, "pages").list()) {
        if (*samples::at(page, "gap_before").flag()) line += "… ";
        line += *samples::at(page, "current").flag() ? "[" + text(page, "number") + "] " : text(page, "number") + " ";
    }
    return line;
}

/// A text with two links: to an attachment's address and to an anchor of its own page.
struct Linked {
    Prose prose;
    plan::LinkMap links;
    Rendering rendering;
    Context context{rendering.site, rendering.plan, links};

    Linked() {
        prose.html = "<p><a href=\"\">one</a> and <a href=\"\">two</a></p>";
        const std::size_t first = prose.html.find("\"\"") + 1, second = prose.html.find("\"\"", first) + 1;
        prose.links = {{"a.pdf", false, {}, first}, {"#b", false, {}, second}};
        links.set(prose, {"inspections/x/a.pdf", "#b"});
    }
};

PageHead head(std::string title, std::size_t number = 1) {
    return {"tag", "tags/custody", std::move(title), {}, "Responses about custody.", {home_crumb(), {"Tags", "tags"}}, number};
}

std::string head_title(std::string title, std::size_t number = 1) {
    const Rendering rendering;
    return text(page_object(rendering.context, head(std::move(title), number)), "head_title");
}

}  // namespace

TEST_CASE("A list of one page has no numbers") {
    const Rendering rendering({}, 10);
    CHECK(pagination_value(rendering.context, "", 1, 10).is_nothing());
    CHECK(pagination_value(rendering.context, "", 1, 0).is_nothing());
    CHECK_FALSE(pagination_value(rendering.context, "", 1, 11).is_nothing());
}

TEST_CASE("Page numbers show the first, the last and the neighbours, with gaps between") {
    CHECK(numbers(1, 2) == "[1] 2 ");
    CHECK(numbers(1, 9) == "[1] 2 3 … 9 ");
    CHECK(numbers(3, 9) == "1 2 [3] 4 5 … 9 ");
    CHECK(numbers(5, 9) == "1 … 3 4 [5] 6 7 … 9 ");
    CHECK(numbers(9, 9) == "1 … 7 8 [9] ");
    CHECK(numbers(1000, 2000) == "1 … 998 999 [1,000] 1,001 1,002 … 2,000 ");
}

TEST_CASE("The pages before and after are linked, where there are any") {
    const Rendering rendering({}, 1);
    const mustache::Value first = pagination_value(rendering.context, "tags/custody", 1, 3);
    CHECK(samples::at(first, "previous").is_nothing());
    CHECK(text(first, "next.url") == "tags/custody/page/2/");
    CHECK(text(first, "position") == "Page 1 of 3");
    const mustache::Value second = pagination_value(rendering.context, "tags/custody", 2, 3);
    CHECK(text(second, "previous.url") == "tags/custody/");
    CHECK(text(second, "next.number") == "3");
    CHECK(samples::at(pagination_value(rendering.context, "tags/custody", 3, 3), "next").is_nothing());
}

TEST_CASE("The addresses of a text's links are put in: from the root for pages and files, bare for its own anchors") {
    const Linked linked;
    CHECK(html_of(linked.context, linked.prose, "../../") ==
          "<p><a href=\"../../inspections/x/a.pdf\">one</a> and <a href=\"#b\">two</a></p>");
}

TEST_CASE("Any part of a text has the addresses of the links in it, and the parts make the whole") {
    const Linked linked;
    const std::size_t size = linked.prose.html.size();
    const std::string whole = html_of(linked.context, linked.prose, "./");
    for (std::size_t cut = 0; cut <= size; ++cut)
        CHECK(html_of(linked.context, linked.prose, linked.prose.html, "./", 0, cut) + html_of(linked.context, linked.prose, linked.prose.html, "./", cut, size) ==
              whole);
}

TEST_CASE("A text without links is left as it is") {
    const Rendering rendering;
    Prose prose;
    prose.html = "<p>Plain.</p>";
    CHECK(html_of(rendering.context, prose, "../") == "<p>Plain.</p>");
}

TEST_CASE("Every page knows its way to the root, its address and the pages above it") {
    const Rendering rendering;
    const mustache::Value page = page_object(rendering.context, head("Custody", 2));
    CHECK(text(page, "root") == "../../../../");
    CHECK(text(page, "canonical_url") == "https://inspections.northshire.example/tags/custody/page/2/");
    CHECK(text(page, "description") == "Responses about custody. Page 2.");
    CHECK(samples::texts(page, "breadcrumbs.items", "label") == Lines{"Home", "Tags", "Custody"});
    CHECK(samples::texts(page, "breadcrumbs.items", "url") == Lines{"", "tags/", "tags/custody/"});
    CHECK(samples::texts(page_object(rendering.context, head("Custody")), "breadcrumbs.items", "label") == Lines{"Home", "Tags"});
}

TEST_CASE("The pages behind the first of a list at the top have the first above them, and the first has none") {
    const Rendering rendering;
    const auto above = [&](const std::string& folder, std::size_t number) {
        const mustache::Value page = page_object(rendering.context, {"tags", folder, "Recommendations", {}, "All.", {}, number});
        return samples::at(page, "breadcrumbs").is_nothing() ? Lines{} : samples::texts(page, "breadcrumbs.items", "label");
    };
    CHECK(above("recommendations", 1) == Lines{});
    CHECK(above("recommendations", 2) == Lines{"Home", "Recommendations"});
    CHECK(above("", 1) == Lines{});
    CHECK(above("", 2) == Lines{"Home"});
}

TEST_CASE("A page that search engines should pass over has no canonical address") {
    const Rendering rendering;
    PageHead hidden = head("Custody");
    hidden.noindex = true;
    const mustache::Value page = page_object(rendering.context, hidden);
    CHECK(*samples::at(page, "noindex").flag());
    CHECK(samples::at(page, "canonical_url").is_nothing());
}

TEST_CASE("A page's title in a browser names the page, then the site where that fits") {
    CHECK(head_title("Custody") == "Custody – Responses to inspections");
    CHECK(head_title("Custody", 2) == "Custody (page 2) – Responses to inspections");
    CHECK(head_title("Responses to inspections") == "Responses to inspections");
    const std::string long_title = "An unannounced inspection visit to police custody suites";
    CHECK(head_title(long_title) == long_title);
    CHECK(head_title(long_title + " in the whole of Northshire", 3) ==
          "An unannounced inspection visit to police custody suites in… (page 3)");
}

TEST_CASE("A response in a list says what a reader scans for") {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.response_published = samples::day("2024-09-12");
    response.short_title = "Custody 2024";
    response.tags = {samples::tag("custody")};
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete),
                                samples::recommendation("2", RecommendationStatus::in_progress)};
    response.body.plain_text = "Inspectors visited.";
    const Rendering rendering({response});
    const mustache::Value summary = summary_value(rendering.context, rendering.response("custody-2024"));
    CHECK(text(summary, "title") == "Custody 2024");
    CHECK(text(summary, "full_title") == "Inspection custody-2024");
    CHECK(text(summary, "url") == "inspections/custody-2024/");
    CHECK(text(summary, "published.text") == "19 July 2024");
    CHECK(text(summary, "clock.verdict") == "In time");
    CHECK(text(summary, "excerpt") == "Inspectors visited.");
    CHECK(text(summary, "recommendations.total") == "2 recommendations");
    CHECK(text(summary, "recommendations.open") == "1 open");
    CHECK(samples::texts(summary, "tags.items", "url") == Lines{"tags/custody/"});
}

TEST_CASE("A withdrawn response in a list says nothing of its content") {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.status = Status::withdrawn;
    response.tags = {samples::tag("custody")};
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete)};
    response.body.plain_text = "Inspectors visited.";
    const Rendering rendering({response});
    const mustache::Value summary = summary_value(rendering.context, rendering.response("custody-2024"));
    CHECK(*samples::at(summary, "withdrawn").flag());
    for (const char* key : {"excerpt", "tags", "clock", "recommendations"}) CHECK(samples::at(summary, key).is_nothing());
}

TEST_CASE("The grades of an assessment are told in words under the cycle that they belong to") {
    Response response = samples::response("peel", "2024-10-24");
    CHECK(grades_value(response).is_nothing());
    response.programme = Programme::peel;
    response.cycle = "2023-25";
    response.grades = {{"Leadership", Grade::good}, {"Custody", Grade::requires_improvement}};
    const mustache::Value grades = grades_value(response);
    CHECK(text(grades, "caption") == "Grades, PEEL 2023-25");
    CHECK(samples::texts(grades, "items", "grade") == Lines{"Good", "Requires improvement"});
    CHECK(samples::texts(grades, "items", "key") == Lines{"good", "requires-improvement"});
}
