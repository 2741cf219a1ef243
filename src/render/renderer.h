#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "formats/mustache.h"
#include "render/context.h"

namespace vitrine::render {

/// The templates of all views, compiled and checked against their shapes.
class Templates {
public:
    /// Compiles every view's template and what it includes; each fault is reported at its place in the theme.
    Templates(const mustache::Sources& sources, Diagnostics& diagnostics);

    [[nodiscard]] const mustache::Template& operator[](std::string_view view) const { return compiled_.find(view)->second; }

    /// Whether a view's template has a tag with that key.
    [[nodiscard]] bool name(std::string_view key) const;

    /// Whether the templates of all views have one.
    [[nodiscard]] bool all_name(std::string_view key) const;

private:
    std::map<std::string_view, mustache::Template> compiled_;
};

/// What of the theme's assets pages refer to.
struct ThemeLinks {
    std::string stylesheet;         ///< its address; so the others, which are empty when there is none
    std::string custom_stylesheet;
    std::string icon;
};

/// Turns rows of the plan into the bytes of their pages. Several threads can render at once.
class Renderer {
public:
    Renderer(const Context& context, const Templates& templates, const ThemeLinks& theme);

    /// The page or document of a row; asking for a row that is copied from a file is a bug. `body` is the HTML of a response's body when
    /// the response does not hold it itself.
    [[nodiscard]] std::string page(const plan::Row& row, std::string_view body = {}) const;

    /// The view and the data of a row's page, as its template sees them.
    struct Data {
        std::string_view view;
        mustache::Object object;
    };
    [[nodiscard]] Data data(const plan::Row& row, std::string_view body = {}) const;

private:
    [[nodiscard]] const mustache::Value& site_for(const plan::Row& row, std::string_view view) const;

    const Context& context_;
    const Templates& templates_;
    std::map<std::string, mustache::Value, std::less<>> site_by_menu_entry_;
    mustache::SectionCache sections_;  ///< over those values
};

}  // namespace vitrine::render
