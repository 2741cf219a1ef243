#include "render/renderer.h"

#include <algorithm>
#include <cassert>

#include "base/version.h"
#include "plan/address.h"
#include "render/content_security.h"
#include "render/documents.h"
#include "render/shapes.h"
#include "render/views.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

Templates::Templates(const mustache::Sources& sources, Diagnostics& diagnostics) {
    for (const View& view : views()) {
        mustache::CompileOptions options{.shapes = {&site_shape(), view.shape}, .compact = true};
        if (view.in_layout) options.bindings = {{"content", std::string(view.name)}};
        compiled_.emplace(view.name, mustache::compile(view.in_layout ? "layout" : view.name, sources, options, diagnostics));
    }
}

bool Templates::name(std::string_view key) const {
    return std::any_of(compiled_.begin(), compiled_.end(), [&](const auto& compiled) { return compiled.second.names(key); });
}

bool Templates::all_name(std::string_view key) const {
    return std::all_of(compiled_.begin(), compiled_.end(), [&](const auto& compiled) { return compiled.second.names(key); });
}

namespace {

/// The entry of the main menu under which a view's pages lie; an entry of a content page is its path after `page/`.
std::string_view menu_entry_of(std::string_view view) {
    if (view == "index" || view == "response" || view == "withdrawn") return "index";
    if (view == "tags" || view == "tag") return "tags";
    if (view == "timeline" || view == "timeline-year") return "timeline";
    if (view == "recommendations") return "recommendations";
    return "";
}

std::string menu_entry_of(const Page& page) { return "page/" + page.path; }

std::vector<const Page*> pages_of(const Site& site, Menu menu) {
    std::vector<const Page*> pages;
    for (const Page& page : site.pages)
        if (page.menu == menu) pages.push_back(&page);
    std::stable_sort(pages.begin(), pages.end(), [](const Page* a, const Page* b) { return a->order < b->order; });
    return pages;
}

/// Menus are in every theme, and have no room for more than a word.
std::string label_of(const Page& page) { return page.draft ? page.title + " (draft)" : page.title; }

Value menu_value(const Context& context, std::string_view current) {
    List menu;
    const auto add = [&](std::string_view entry, std::string label, std::string_view folder) {
        menu.push_back(Object{{"label", std::move(label)}, {"url", context.address(folder)}, {"current", entry == current}});
    };
    add("index", "Inspections", "");
    add("recommendations", "Recommendations", plan::register_folder);
    add("timeline", "Timeline", plan::timeline_folder);
    add("tags", "Tags", plan::tags_folder);
    for (const Page* page : pages_of(context.site, Menu::header)) add(menu_entry_of(*page), label_of(*page), page->path);
    return some(std::move(menu));
}

Value footer_value(const Context& context) {
    List links;
    for (const Page* page : pages_of(context.site, Menu::footer)) links.push_back(link_value({label_of(*page), context.address(page->path)}));
    links.push_back(link_value({"Open data", context.address(plan::data_folder)}));
    if (!context.site.config.snapshots.empty()) links.push_back(link_value({"Archive", context.address(plan::archive_folder)}));
    links.push_back(link_value({"Site map", context.address(plan::site_map_folder)}));
    return some(std::move(links));
}

/// The newest responses, where a template lists them.
Value recent_value(const Context& context, const Templates& templates) {
    List recent;
    const std::size_t count = templates.name("recent") ? std::min(most_recent, context.site.responses.size()) : 0;
    for (std::size_t i = 0; i < count; ++i) recent.push_back(summary_value(context, context.site.responses[i]));
    return some(std::move(recent));
}

/// What all pages share. Addresses count from the site's root, so that one value serves pages at every depth.
Value site_value(const Context& context, const ThemeLinks& theme, const Value& recent, std::string_view current) {
    const SiteConfig& config = context.site.config;
    Object site = {{"title", config.title},
                   {"language", config.language},
                   {"locale", config.language + "_GB"},
                   {"home_url", context.address("")},
                   {"data_url", context.address(plan::data_folder)},
                   {"stylesheet_url", theme.stylesheet},
                   {"custom_stylesheet_url", theme.custom_stylesheet},
                   {"icon_url", theme.icon},
                   {"generator", "vitrine " + std::string(version())},
                   {"content_security_policy", Value::borrowed(content_security_policy)},
                   {"office", Object{{"name", config.office.name},
                                     {"email", config.office.email},
                                     {"address", config.office.address},
                                     {"force", config.office.force},
                                     {"body", std::string(label(config.office.body))}}},
                   {"menu", menu_value(context, current)},
                   {"footer", footer_value(context)},
                   {"recent", recent}};
    const auto licence = [](const Licence& l) { return Object{{"name", l.name}, {"url", l.url}, {"attribution", l.attribution}}; };
    site.emplace_back("licence", config.licence ? Value(licence(*config.licence)) : Value());
    return Object{{"site", std::move(site)}};
}

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};

}  // namespace

Renderer::Renderer(const Context& context, const Templates& templates, const ThemeLinks& theme) : context_(context), templates_(templates) {
    const Value recent = recent_value(context, templates);
    const auto add = [&](const std::string& entry) {
        Value value = site_value(context, theme, recent, entry);
        assert(mustache::mismatch(value, site_shape()) == "");
        site_by_menu_entry_.emplace(entry, std::move(value));
    };
    for (const View& view : views()) add(std::string(menu_entry_of(view.name)));
    for (const Page* page : pages_of(context.site, Menu::header)) add(menu_entry_of(*page));
}

const Value& Renderer::site_for(const plan::Row& row, std::string_view view) const {
    if (const auto* content = std::get_if<plan::ContentPage>(&row.subject)) {
        const auto own = site_by_menu_entry_.find(menu_entry_of(context_.site.pages[content->page]));
        if (own != site_by_menu_entry_.end()) return own->second;
    }
    return site_by_menu_entry_.find(menu_entry_of(view))->second;
}

Renderer::Data Renderer::data(const plan::Row& row, std::string_view body) const {
    const Context& c = context_;
    return std::visit(Overloaded{
                          [&](const plan::IndexPage& s) { return Data{"index", index_view(c, s.number)}; },
                          [&](const plan::ResponsePage& s) {
                              const std::string& held = c.site.responses[s.response].body.html;
                              return Data{"response", response_view(c, s.response, body.empty() ? std::string_view(held) : body)};
                          },
                          [&](const plan::TombstonePage& s) { return Data{"withdrawn", withdrawn_view(c, s.response)}; },
                          [&](const plan::TagsPage&) { return Data{"tags", tags_view(c)}; },
                          [&](const plan::TagPage& s) { return Data{"tag", tag_view(c, s.tag, s.number)}; },
                          [&](const plan::TimelinePage&) { return Data{"timeline", timeline_view(c)}; },
                          [&](const plan::YearPage& s) { return Data{"timeline-year", year_view(c, s.year, s.number)}; },
                          [&](const plan::RegisterPage& s) { return Data{"recommendations", register_view(c, s.of, s.number)}; },
                          [&](const plan::SiteMapPage&) { return Data{"site-map", site_map_view(c)}; },
                          [&](const plan::ContentPage& s) { return Data{"page", content_page_view(c, s.page)}; },
                          [&](const plan::DataPage&) { return Data{"data", data_view(c)}; },
                          [&](const plan::ArchivePage&) { return Data{"archive", archive_view(c)}; },
                          [&](const plan::NotFoundPage&) { return Data{"not-found", not_found_view(c)}; },
                          [&](const plan::RedirectPage& s) { return Data{"redirect", redirect_view(c, row, s)}; },
                          [&](const auto&) { return Data{}; },
                      },
                      row.subject);
}

std::string Renderer::page(const plan::Row& row, std::string_view body) const {
    if (auto document = document_of(context_, row)) return *std::move(document);
    Data page = data(row, body);
    assert(!page.view.empty());
    const Value value(std::move(page.object));
    assert(mustache::mismatch(value, *view(page.view).shape) == "");
    std::string html;
    templates_[page.view].render({&site_for(row, page.view), &value}, html, &sections_);
    return html;
}

}  // namespace vitrine::render
