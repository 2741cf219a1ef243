#include <algorithm>

#include "plan/address.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::Object;

namespace {

constexpr std::size_t longest_description = 155;

void replace(Object& page, std::string_view key, mustache::Value value) {
    for (auto& [name, present] : page)
        if (name == key) present = std::move(value);
}

/// The pages in whose folders a page lies, the home page first; none for a page at the top.
std::vector<Crumb> pages_above(const Site& site, const Page& page) {
    std::vector<Crumb> above;
    for (std::size_t slash = page.path.find('/'); slash != std::string::npos; slash = page.path.find('/', slash + 1)) {
        const std::string folder = page.path.substr(0, slash);
        const auto found = std::lower_bound(site.pages.begin(), site.pages.end(), folder, [](const Page& p, const std::string& path) { return p.path < path; });
        if (above.empty()) above.push_back(home_crumb());
        if (found != site.pages.end() && found->path == folder) above.push_back({found->title, folder});
    }
    return above;
}

}  // namespace

Object content_page_view(const Context& context, std::size_t index) {
    const Page& page = context.site.pages[index];
    const std::string description = page.description.empty() ? excerpt_of(page.body, longest_description) : page.description;
    Object out = page_object(context, {"page", page.path, page.title, {}, description.empty() ? page.title : description, pages_above(context.site, page)});
    out.emplace_back("html", html_of(context, page.body, plan::way_to_root(plan::page_file(page.path))));
    out.emplace_back("hidden", hidden_value(words_of_hidden(page)));
    return out;
}

Object not_found_view(const Context& context) {
    PageHead head = {"not-found", "404", "Page not found", {}, "There is no page at this address.", {}};
    head.noindex = true;
    Object page = page_object(context, std::move(head));
    // A host answers with this page at any depth, where a relative way to the root would lead astray. No host serves an archive.
    replace(page, "root", context.archived ? plan::way_to_root("404.html") : plan::path_of_url(context.site.config.base_url));
    return page;
}

Object redirect_view(const Context& context, const plan::Row& row, const plan::RedirectPage& redirect) {
    PageHead head = {"redirect", "", redirect.title, {}, "This page has moved.", {}};
    head.noindex = true;
    Object page = page_object(context, std::move(head));
    replace(page, "root", plan::way_to_root(row.path));
    replace(page, "canonical_url", context.site.config.base_url + redirect.target);
    page.emplace_back("target", redirect.target);
    return page;
}

}  // namespace vitrine::render
