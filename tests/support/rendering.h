#pragma once

#include <string>
#include <string_view>

#include "formats/mustache.h"
#include "plan/links.h"
#include "plan/plan.h"
#include "render/context.h"
#include "support/samples.h"

namespace vitrine::samples {

/// A site with its plan and links, ready for views to look at. It stays where it was made: the links refer to its texts.
struct Rendering {
    Site site;
    Diagnostics diagnostics;
    plan::Plan plan;
    plan::LinkMap links;
    render::Context context;

    explicit Rendering(std::vector<Response> responses = {}, std::size_t page_size = 50, std::string_view now = "2026-06-30");
    explicit Rendering(Site assembled);
    Rendering(const Rendering&) = delete;
    Rendering& operator=(const Rendering&) = delete;

    /// The response with that id.
    [[nodiscard]] const Response& response(std::string_view id) const { return site.responses.at(site.find(id).value()); }
};

/// The value at a path of keys and numbers of list elements, such as `items.0.label`; a missing one fails the test.
[[nodiscard]] const mustache::Value& at(const mustache::Value& value, std::string_view path);

/// The text at a path.
[[nodiscard]] std::string text(const mustache::Value& value, std::string_view path);

/// The text under `key` in each element of the list at a path.
[[nodiscard]] Lines texts(const mustache::Value& value, std::string_view path, std::string_view key);

}  // namespace vitrine::samples
