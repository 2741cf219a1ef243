// The example site as a whole: what holds for every page that the views can make of it.

#include "support/example.h"

#include <catch2/catch.hpp>
#include <set>

#include "render/renderer.h"
#include "render/shapes.h"

using namespace vitrine;

namespace {

struct Example {
    samples::Rendering rendering;
    Diagnostics diagnostics;
    render::Templates templates;
    render::Renderer renderer;

    explicit Example(Site site)
        : rendering(std::move(site)),
          templates(samples::default_theme().templates, diagnostics),
          renderer(rendering.context, templates, render::ThemeLinks{}) {}
};

/// The example has no snapshots of its own.
Site with_snapshots(Site site) {
    Snapshot first{"first.zip", samples::moment("2026-03-31T00:00:00Z"), std::string(64, 'a'), std::string(64, 'b'), 1'234'567, 89, {}};
    Snapshot second = first;
    second.changes = SnapshotChanges{1, 12, 0, 0, 3};
    site.config.snapshots = {first, second};
    return site;
}

/// The example now, before its first response, and with lists of three entries and links to files.
Example example(std::size_t variant) {
    switch (variant) {
        case 0:
            return Example(with_snapshots(samples::example_site()));
        case 1:
            return Example(samples::example_site("2010-01-01"));
        case 2:
            return Example(with_snapshots(samples::example_site("2030-01-01", 3, LinkStyle::file)));
        default:
            return Example(with_snapshots(samples::example_site("2026-06-30", 1)));
    }
}

/// Whether a template makes the file.
bool is_html(const plan::Row& row) { return plan::is_page(row.subject) || std::holds_alternative<plan::RedirectPage>(row.subject); }

}  // namespace

TEST_CASE("Every page of the example has exactly the data that its view promises, and becomes a whole page") {
    const std::size_t variant = GENERATE(range<std::size_t>(0, 4));
    CAPTURE(variant);
    const Example all = example(variant);
    INFO(samples::shown(all.rendering.diagnostics) << samples::shown(all.diagnostics));
    CHECK_FALSE(all.rendering.diagnostics.has_errors());
    CHECK_FALSE(all.diagnostics.has_errors());
    std::set<std::string_view> views;
    for (const plan::Row& row : all.rendering.plan.rows) {
        if (!is_html(row)) continue;
        CAPTURE(row.path);
        auto [view, object] = all.renderer.data(row);
        views.insert(view);
        CHECK(mustache::mismatch(mustache::Value(std::move(object)), *render::view(view).shape).empty());
        const std::string page = all.renderer.page(row);
        CHECK(page.starts_with("<!DOCTYPE html>"));
        CHECK(page.find("<html lang=\"en\" data-page-kind=\"" + std::string(view) + "\">") != std::string::npos);
        CHECK(page.find("</html>") != std::string::npos);
    }
    if (variant != 1) CHECK(views.size() == render::views().size());  // the example has a page of every kind
}

TEST_CASE("Every page of an archived site says on which day it was archived and where the living page is, and no other does") {
    const Example living(with_snapshots(samples::example_site()));
    render::Context context = living.rendering.context;
    context.archived = render::Archived{samples::day("2026-06-30")};
    const render::Renderer renderer(context, living.templates, render::ThemeLinks{});
    CHECK(living.templates.all_name("archived"));
    for (const plan::Row& row : living.rendering.plan.rows) {
        if (!is_html(row)) continue;
        CAPTURE(row.path);
        CHECK(renderer.page(row).find("Archived on") != std::string::npos);
        CHECK(renderer.page(row).find("The living page is at <a href=\"https://") != std::string::npos);
        CHECK(living.renderer.page(row).find("Archived on") == std::string::npos);
    }
}

TEST_CASE("A page is the same however often it is rendered") {
    const Example all(samples::example_site());
    for (const plan::Row& row : all.rendering.plan.rows)
        if (is_html(row)) CHECK(all.renderer.page(row) == all.renderer.page(row));
}

TEST_CASE("The default theme has a template for every view, and no fault") {
    Diagnostics diagnostics;
    const render::Templates templates(samples::default_theme().templates, diagnostics);
    INFO(samples::shown(diagnostics));
    CHECK(diagnostics.empty());
}

namespace {

/// What stands between two marks in a page; empty when it has none.
std::string between(const std::string& page, const std::string& open, const std::string& close) {
    const std::size_t begin = page.find(open);
    if (begin == std::string::npos) return "";
    const std::size_t text = begin + open.size();
    return page.substr(text, page.find(close, text) - text);
}

}  // namespace

TEST_CASE("No two pages of the example have one title, one description or one canonical address") {
    const std::size_t page_size = GENERATE(50, 3, 1);
    const Example all(samples::example_site("2026-06-30", page_size));
    std::set<std::string> titles, descriptions, addresses;
    std::size_t pages = 0;
    for (const plan::Row& row : all.rendering.plan.rows) {
        if (!plan::is_page(row.subject) || std::holds_alternative<plan::NotFoundPage>(row.subject)) continue;
        ++pages;
        const std::string page = all.renderer.page(row);
        const std::string title = between(page, "<title>", "</title>"), description = between(page, "name=\"description\" content=\"", "\"");
        const std::string address = between(page, "rel=\"canonical\" href=\"", "\"");
        CAPTURE(row.path, title, description);
        CHECK_FALSE(title.empty());
        CHECK_FALSE(description.empty());
        CHECK(titles.insert(title).second);
        CHECK(descriptions.insert(description).second);
        CHECK(addresses.insert(address).second);
        CHECK(between(page, "property=\"og:url\" content=\"", "\"") == address);
    }
    CHECK(all.rendering.plan.sitemap.entries.size() == pages);
}
