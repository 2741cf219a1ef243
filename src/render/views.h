#pragma once

#include <cstddef>

#include "formats/mustache.h"
#include "render/context.h"

/// The data of each view, as its shape in shapes.cpp promises it. One file a feature: lists.cpp, response_view.cpp,
/// timeline_view.cpp, register_view.cpp, site_map_view.cpp, data_view.cpp, archive_view.cpp, pages.cpp.
namespace vitrine::render {

[[nodiscard]] mustache::Object index_view(const Context& context, std::size_t number);
[[nodiscard]] mustache::Object tags_view(const Context& context);
[[nodiscard]] mustache::Object tag_view(const Context& context, std::size_t tag, std::size_t number);

/// `body` is the HTML of the response's body.
[[nodiscard]] mustache::Object response_view(const Context& context, std::size_t index, std::string_view body);
[[nodiscard]] mustache::Object withdrawn_view(const Context& context, std::size_t index);
/// The facts of the form, in its order: each has a label and values, or is not recorded.
[[nodiscard]] mustache::Value facts_value(const Context& context, const Response& response);
/// The facts that stay when a response is withdrawn.
[[nodiscard]] mustache::Value tombstone_facts_value(const Context& context, const Response& response);
/// The statements of the body in the form's order, each with its speaker.
[[nodiscard]] mustache::Value sections_value(const Context& context, const Response& response, std::string_view body, std::string_view root);
[[nodiscard]] mustache::Value recommendations_value(const Context& context, const Response& response, std::string_view root);
/// Dated entries, newest first.
[[nodiscard]] mustache::Value updates_value(const Context& context, const std::vector<Update>& updates, std::string_view root);

[[nodiscard]] mustache::Object timeline_view(const Context& context);
[[nodiscard]] mustache::Object year_view(const Context& context, std::size_t year, std::size_t number);

/// `of` is the index of a register of the plan.
/// "Recommendations to the Chief Constable": the heading of a part of the register.
[[nodiscard]] std::string title_of_register(const Register& shown);
[[nodiscard]] mustache::Object register_view(const Context& context, std::size_t of, std::size_t number);

[[nodiscard]] mustache::Object site_map_view(const Context& context);
/// The page that explains the files of open data.
[[nodiscard]] mustache::Object data_view(const Context& context);

/// The snapshots of the site, newest first.
[[nodiscard]] mustache::Object archive_view(const Context& context);

[[nodiscard]] mustache::Object content_page_view(const Context& context, std::size_t page);
[[nodiscard]] mustache::Object not_found_view(const Context& context);
[[nodiscard]] mustache::Object redirect_view(const Context& context, const plan::Row& row, const plan::RedirectPage& redirect);

}  // namespace vitrine::render
