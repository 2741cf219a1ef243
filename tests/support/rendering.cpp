#include "support/rendering.h"

#include <catch2/catch.hpp>

#include "base/text.h"

namespace vitrine::samples {
namespace {

Site with_page_size(Site site, std::size_t page_size) {
    site.config.page_size = page_size;
    return site;
}

}  // namespace

Rendering::Rendering(Site assembled)
    : site(std::move(assembled)),
      plan(plan::plan_site(site, "/site", {}, diagnostics)),
      links(plan::resolve_links(site, diagnostics)),
      context{site, plan, links} {}

Rendering::Rendering(std::vector<Response> responses, std::size_t page_size, std::string_view now)
    : Rendering(with_page_size(samples::site(std::move(responses), now), page_size)) {}

const mustache::Value& at(const mustache::Value& value, std::string_view path) {
    const mustache::Value* found = &value;
    if (path.empty()) return *found;
    for (const std::string_view step : split(path, '.')) {
        INFO("looking for " << step << " in " << path);
        if (const mustache::List* list = found->list()) {
            const auto index = static_cast<std::size_t>(std::stoul(std::string(step)));
            REQUIRE(index < list->size());
            found = &(*list)[index];
        } else {
            found = found->find(step);
            REQUIRE(found != nullptr);
        }
    }
    return *found;
}

std::string text(const mustache::Value& value, std::string_view path) { return std::string(at(value, path).text()); }

Lines texts(const mustache::Value& value, std::string_view path, std::string_view key) {
    const mustache::List* list = at(value, path).list();
    REQUIRE(list != nullptr);
    Lines all;
    for (const mustache::Value& element : *list) all.push_back(text(element, key));
    return all;
}

}  // namespace vitrine::samples
