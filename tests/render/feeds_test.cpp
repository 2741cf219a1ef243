// What feed readers find.

#include "render/feeds.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/rendering.h"

using namespace vitrine;
using namespace vitrine::render;
using samples::day;
using samples::Lines;
using samples::Rendering;

namespace {

Response custody() {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.title = "Custody & care";
    response.report_url = "https://reports.example.org/custody";
    response.response_published = day("2024-09-13");
    response.tags = {samples::tag("custody")};
    response.body.plain_text = "Inspectors visited <three> suites.";
    response.body.html = "<p>…</p>";
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete), samples::recommendation("2", RecommendationStatus::in_progress)};
    response.updates = {{day("2025-01-02"), {}}};
    return response;
}

/// What stands between each two marks, in order.
Lines between(const std::string& text, const std::string& open, const std::string& close) {
    Lines all;
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        at += open.size();
        all.push_back(text.substr(at, text.find(close, at) - at));
    }
    return all;
}

Lines elements(const std::string& xml, const std::string& name) { return between(xml, "<" + name + ">", "</" + name + ">"); }

}  // namespace

TEST_CASE("An entry of a feed says whether the answer came in time, what it is about and how much is open") {
    const Rendering rendering({custody()});
    const std::string feed = atom_feed(rendering.context, {});
    INFO(feed);
    CHECK(elements(feed, "id") == Lines{"https://inspections.northshire.example/feed.xml", "tag:inspections.northshire.example,2024:/inspections/custody-2024/"});
    CHECK(elements(feed, "title") == Lines{"Responses to inspections", "Custody &amp; care"});
    CHECK(elements(feed, "published") == Lines{"2024-09-13T00:00:00+01:00"});
    CHECK(elements(feed, "summary") == Lines{"Inspectors visited &lt;three&gt; suites."});
    CHECK(between(feed, "<category ", "/>") == Lines{R"(term="custody" label="Custody")"});
    CHECK(between(feed, "<content type=\"html\">", "</content>") ==
          Lines{"&lt;p&gt;&lt;strong&gt;1 day late.&lt;/strong&gt; Published on day 57; the last lawful day was day 56, 12 September 2024.&lt;/p&gt;"
                "&lt;p&gt;Inspectors visited &amp;lt;three&amp;gt; suites.&lt;/p&gt;"
                "&lt;p&gt;Report: HMICFRS, 19 July 2024. 2 recommendations, 1 open.&lt;/p&gt;"
                "&lt;p&gt;&lt;a href=&quot;https://inspections.northshire.example/inspections/custody-2024/&quot;&gt;Read the whole response&lt;/a&gt;&lt;/p&gt;"});
    CHECK(between(feed, "href=\"", "\"") == Lines{"https://inspections.northshire.example/feed.xml", "https://inspections.northshire.example/",
                                                  "https://inspections.northshire.example/inspections/custody-2024/", "https://reports.example.org/custody"});
}

TEST_CASE("A feed was updated when the latest of its entries was, whenever the site is built") {
    for (const char* now : {"2026-06-30", "2031-01-01T12:00:00Z"}) {
        const Rendering rendering({custody(), samples::response("b", "2024-02-01")}, 50, now);
        CHECK(elements(atom_feed(rendering.context, {}), "updated") ==
              Lines{"2025-01-02T00:00:00+00:00", "2025-01-02T00:00:00+00:00", "2024-02-01T00:00:00+00:00"});
    }
}

TEST_CASE("A feed without entries is older than any response") {
    const Rendering rendering;
    CHECK(elements(atom_feed(rendering.context, {}), "updated") == Lines{"1970-01-01T00:00:00Z"});
    CHECK(nlohmann::json::parse(json_feed(rendering.context)).at("items").empty());
}

TEST_CASE("A response keeps its identity when its day is corrected, and another host or folder gives another") {
    Response response = custody();
    Rendering rendering({response});
    const std::string before = identity_of(rendering.context, response);
    response.report_published = day("2024-07-20");
    response.report_published_precision = Precision::month;
    response.title = "Custody";
    CHECK(identity_of(rendering.context, response) == before);
    rendering.site.config.base_url = "https://northshire.example:8080/pcc/inspections/";
    CHECK(identity_of(rendering.context, response) == "tag:northshire.example,2024:/pcc/inspections/inspections/custody-2024/");
}

TEST_CASE("The feed of a tag has the responses under it, and an address of its own") {
    Response other = samples::response("roads-2023", "2023-02-01");
    other.tags = {samples::tag("roads")};
    const Rendering rendering({custody(), other});
    const std::string feed = atom_feed(rendering.context, 1);
    CHECK(elements(feed, "title") == Lines{"Roads – Responses to inspections", "Inspection roads-2023"});
    CHECK(elements(feed, "id").front() == "https://inspections.northshire.example/tags/roads/feed.xml");
}

TEST_CASE("A day that is not known exactly is not given as the day of publication") {
    Response response = samples::response("a", "2014-09-01");
    response.report_published_precision = Precision::month;
    const Rendering rendering({response});
    CHECK(elements(atom_feed(rendering.context, {}), "published").empty());
    CHECK_FALSE(nlohmann::json::parse(json_feed(rendering.context)).at("items").at(0).contains("date_published"));
}

TEST_CASE("The feed of all ends after fifty responses, that of a tag after twenty") {
    std::vector<Response> responses;
    for (int i = 0; i < 60; ++i) {
        responses.push_back(samples::response("r" + std::to_string(100 + i), "2014-09-04"));
        responses.back().tags = {samples::tag("custody")};
    }
    const Rendering rendering(responses);
    CHECK(elements(atom_feed(rendering.context, {}), "published").size() == 50);
    CHECK(elements(atom_feed(rendering.context, 0), "published").size() == 20);
}

TEST_CASE("The JSON feed says the same") {
    const Rendering rendering({custody()});
    const auto feed = nlohmann::json::parse(json_feed(rendering.context));
    CHECK(feed.at("version") == "https://jsonfeed.org/version/1.1");
    CHECK(feed.at("home_page_url") == "https://inspections.northshire.example/");
    CHECK(feed.at("feed_url") == "https://inspections.northshire.example/feed.json");
    CHECK(feed.at("authors").at(0).at("name") == "Office of the PCC for Northshire");
    const auto item = feed.at("items").at(0);
    CHECK(item.at("id") == "tag:inspections.northshire.example,2024:/inspections/custody-2024/");
    CHECK(item.at("title") == "Custody & care");
    CHECK(item.at("external_url") == "https://reports.example.org/custody");
    CHECK(item.at("date_published") == "2024-09-13T00:00:00+01:00");
    CHECK(item.at("date_modified") == "2025-01-02T00:00:00+00:00");
    CHECK(item.at("tags") == nlohmann::json::array({"Custody"}));
    CHECK(item.at("content_html").get<std::string>().starts_with("<p><strong>1 day late.</strong>"));
}
