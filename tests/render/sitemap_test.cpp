// What search engines find.

#include "render/sitemap.h"

#include <catch2/catch.hpp>

#include "render/views.h"
#include "support/rendering.h"

using namespace vitrine;
using namespace vitrine::render;
using samples::Lines;
using samples::Rendering;

TEST_CASE("A site map names whole addresses, whatever the style of links") {
    Rendering rendering({samples::response("custody-2024", "2014-07-19")});
    rendering.site.config.links = LinkStyle::file;
    const std::string file = sitemap_file(rendering.context, 0);
    CHECK(file.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n <url>\n"
                           "  <loc>https://inspections.northshire.example/</loc>\n  <lastmod>2014-07-19</lastmod>\n </url>\n"));
    CHECK(file.find("<loc>https://inspections.northshire.example/inspections/custody-2024/</loc>") != std::string::npos);
    CHECK(file.find("index.html") == std::string::npos);
}

TEST_CASE("The list of site maps names each with its latest change") {
    Rendering rendering({samples::response("custody-2024", "2014-07-19")});
    rendering.plan.sitemap = {{{"a", samples::day("2020-01-01")}, {"b", {}}, {"c", samples::day("2021-02-02")}}, {{0, 2}, {2, 3}}};
    CHECK(sitemap_index(rendering.context) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
          " <sitemap>\n  <loc>https://inspections.northshire.example/sitemap-1.xml</loc>\n  <lastmod>2020-01-01</lastmod>\n </sitemap>\n"
          " <sitemap>\n  <loc>https://inspections.northshire.example/sitemap-2.xml</loc>\n  <lastmod>2021-02-02</lastmod>\n </sitemap>\n"
          "</sitemapindex>\n");
}

TEST_CASE("The site map for readers has the lists and pages, the inspections by year, and the tags") {
    Response withdrawn = samples::response("w", "2010-01-01");
    withdrawn.status = Status::withdrawn;
    Response custody = samples::response("custody", "2014-07-19");
    custody.tags = {samples::tag("custody")};
    Content content;
    content.responses = {custody, samples::response("roads", "2014-02-03"), withdrawn};
    content.pages = {samples::page("about", "About")};
    Diagnostics diagnostics;
    const Rendering rendering(assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics));
    const mustache::Value page = site_map_view(rendering.context);
    CHECK(samples::texts(page, "pages.items", "label") == Lines{"Inspections", "Recommendations", "Timeline", "Tags", "Open data", "About"});
    CHECK(samples::texts(page, "years.items", "year") == Lines{"2014", "2010"});
    CHECK(samples::text(page, "years.items.0.url") == "timeline/2014/");
    CHECK(samples::text(page, "years.items.0.count_text") == "2 inspections");
    CHECK(samples::texts(page, "years.items.0.inspections.items", "url") == Lines{"inspections/custody/", "inspections/roads/"});
    CHECK(samples::at(page, "years.items.1.url").is_nothing());
    CHECK(samples::texts(page, "tags.items", "label") == Lines{"Custody"});
}

TEST_CASE("Of very many inspections the site map for readers names the years alone") {
    std::vector<Response> responses;
    for (int i = 0; i < 501; ++i) responses.push_back(samples::response("r" + std::to_string(i), "2014-07-19"));
    const Rendering rendering(std::move(responses));
    const mustache::Value page = site_map_view(rendering.context);
    CHECK(samples::text(page, "years.items.0.count_text") == "501 inspections");
    CHECK(samples::at(page, "years.items.0.inspections").is_nothing());
}
