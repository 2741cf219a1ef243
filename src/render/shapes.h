#pragma once

#include <span>
#include <string_view>

#include "formats/mustache.h"

/// What each view promises to the theme: templates are checked against it when they are loaded, and the data that is
/// built for a page against it in the tests. docs/themes.md explains every key.
namespace vitrine::render {

/// One kind of page and the template that shows it.
struct View {
    std::string_view name;          ///< of the template, and `data-page-kind` of the page: `response`
    const mustache::Shape* shape;   ///< of the page's own data
    bool in_layout = true;          ///< shown inside `layout`, whose `{{> content}}` it is
};

/// All views, each name once.
[[nodiscard]] std::span<const View> views();

/// The view with that name; asking for another is a bug.
[[nodiscard]] const View& view(std::string_view name);

/// The shape of what every page shares: the outer context of all views.
[[nodiscard]] const mustache::Shape& site_shape();

}  // namespace vitrine::render
