#include "render/renderer.h"

#include <catch2/catch.hpp>

#include "render/shapes.h"
#include "support/rendering.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// A theme whose pages say one thing: what this template prints.
mustache::Sources theme_of(const std::string& layout) {
    mustache::Sources sources;
    for (const render::View& view : render::views()) sources[std::string(view.name)] = samples::source("t.mustache", "");
    sources["layout"] = samples::source("layout.mustache", layout);
    sources["redirect"] = samples::source("redirect.mustache", "{{root}} {{target}} {{canonical_url}}");
    return sources;
}

Site site_with_pages() {
    Content content;
    Response custody = samples::response("custody-2014", "2014-09-04");
    custody.tags = {samples::tag("custody")};
    content.responses = {custody};
    content.pages = {samples::page("about", "About"), samples::page("contact", "Contact"), samples::page("privacy", "Privacy"),
                     samples::page("help", "Help"), samples::page("thanks", "Thanks")};
    content.pages[0].menu = content.pages[1].menu = Menu::header;
    content.pages[0].order = 2;
    content.pages[1].order = 1;
    content.pages[4].menu = Menu::none;
    content.pages[2].aliases = {{"old/privacy", {}}};
    Diagnostics diagnostics;
    return assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
}

/// What the page at a path says.
std::string page(const std::string& path, const std::string& layout, const render::ThemeLinks& theme = {}) {
    const samples::Rendering rendering(site_with_pages());
    Diagnostics diagnostics;
    const render::Templates templates(theme_of(layout), diagnostics);
    INFO(samples::shown(diagnostics));
    REQUIRE(diagnostics.empty());
    const render::Renderer renderer(rendering.context, templates, theme);
    for (const plan::Row& row : rendering.plan.rows)
        if (row.path == path) return renderer.page(row);
    FAIL("there is no page " << path);
    return "";
}

const std::string menu = "{{#site.menu}}{{#items}}{{#current}}*{{/current}}{{label}} {{/items}}{{/site.menu}}";

}  // namespace

TEST_CASE("The menu names the lists and the pages of the header in their order, and marks where the reader is") {
    CHECK(page("index.html", menu) == "*Inspections Recommendations Timeline Tags Contact About ");
    CHECK(page("inspections/custody-2014/index.html", menu) == "*Inspections Recommendations Timeline Tags Contact About ");
    CHECK(page("tags/custody/index.html", menu) == "Inspections Recommendations Timeline *Tags Contact About ");
    CHECK(page("timeline/2014/index.html", menu) == "Inspections Recommendations *Timeline Tags Contact About ");
    CHECK(page("recommendations/index.html", menu) == "Inspections *Recommendations Timeline Tags Contact About ");
    CHECK(page("about/index.html", menu) == "Inspections Recommendations Timeline Tags Contact *About ");
    CHECK(page("privacy/index.html", menu) == "Inspections Recommendations Timeline Tags Contact About ");
}

TEST_CASE("The footer names the pages that ask for it") {
    CHECK(page("index.html", "{{#site.footer}}{{#items}}{{label}} <{{url}}> {{/items}}{{/site.footer}}") ==
          "Help <help/> Privacy <privacy/> Open data <data/> Site map <site-map/> ");
}

TEST_CASE("Every page names its kind") {
    CHECK(page("index.html", "{{kind}}") == "index");
    CHECK(page("inspections/custody-2014/index.html", "{{kind}}") == "response");
    CHECK(page("about/index.html", "{{kind}}") == "page");
    CHECK(page("404.html", "{{kind}}") == "not-found");
}

TEST_CASE("Addresses count from the way to the root, which is absolute where a page stands at any depth") {
    CHECK(page("tags/custody/index.html", "{{root}}") == "../../");
    CHECK(page("404.html", "{{root}}") == "/");
}

TEST_CASE("A redirect leads from its own place to the page") {
    CHECK(page("old/privacy/index.html", "") == "../../ privacy/ https://inspections.northshire.example/privacy/");
}

TEST_CASE("A theme's own style sheet is linked where there is one") {
    const std::string link = "{{#site.custom_stylesheet_url}}{{site.custom_stylesheet_url}}{{/site.custom_stylesheet_url}}";
    CHECK(page("index.html", link).empty());
    CHECK(page("index.html", link, {.stylesheet = {}, .custom_stylesheet = "assets/custom.1.css", .icon = {}}) == "assets/custom.1.css");
}

TEST_CASE("What authors write cannot become markup or a template") {
    Content content;
    content.pages = {samples::page("about", "<b>{{site.title}}</b>")};
    Diagnostics diagnostics;
    const samples::Rendering rendering(
        assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics));
    const render::Templates templates(theme_of("{{title}}"), diagnostics);
    const render::Renderer renderer(rendering.context, templates, {});
    for (const plan::Row& row : rendering.plan.rows)
        if (row.path == "about/index.html") CHECK(renderer.page(row) == "&lt;b&gt;{{site.title}}&lt;/b&gt;");
}

TEST_CASE("A theme without a template for a view is told which is missing") {
    mustache::Sources sources = theme_of("{{> content}}");
    sources.erase("timeline");
    Diagnostics diagnostics;
    const render::Templates templates(sources, diagnostics);
    REQUIRE(diagnostics.has_errors());
    CHECK(diagnostics.all().front().code == Code::template_missing);
    CHECK(diagnostics.all().front().message.find("timeline") != std::string::npos);
}

TEST_CASE("Robots are told that they may read everything, whatever the theme") {
    CHECK(page("robots.txt", "the layout has no part in it") ==
          "User-agent: *\nAllow: /\n\nSitemap: https://inspections.northshire.example/sitemap.xml\n");
}

TEST_CASE("Who finds a weakness of the site is told whom to tell, as RFC 9116 wants it") {
    SiteConfig config = samples::config();
    config.security = SecurityContact{.contact = "mailto:security@northshire.example",
                                      .expires = {samples::day("2027-03-31"), {}},
                                      .encryption = {},
                                      .acknowledgments = {},
                                      .policy = "https://northshire.example/security",
                                      .hiring = {},
                                      .languages = {"en", "cy"}};
    const auto file = [&](const std::string& base_url) {
        config.base_url = base_url;
        Diagnostics diagnostics;
        const samples::Rendering rendering(assemble_site(config, {}, samples::moment("2026-06-30"), diagnostics));
        const render::Templates templates(theme_of(""), diagnostics);
        const render::Renderer renderer(rendering.context, templates, {});
        for (const plan::Row& row : rendering.plan.rows)
            if (row.path == ".well-known/security.txt") return renderer.page(row);
        return std::string("no file");
    };
    CHECK(file("https://inspections.northshire.example/") ==
          "Contact: mailto:security@northshire.example\nExpires: 2027-03-31T23:59:59Z\nPreferred-Languages: en, cy\n"
          "Canonical: https://inspections.northshire.example/.well-known/security.txt\nPolicy: https://northshire.example/security\n");
    CHECK(file("http://inspections.northshire.example/").find("Canonical") == std::string::npos);
    config.security.reset();
    CHECK(file("https://inspections.northshire.example/") == "no file");
}
