#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/mustache.h"
#include "model/site.h"
#include "plan/links.h"
#include "plan/plan.h"

namespace vitrine::render {

/// What every view may look at.
struct Context {
    const Site& site;
    const plan::Plan& plan;
    const plan::LinkMap& links;

    /// The address of the page in a folder, in the site's style of links.
    [[nodiscard]] std::string address(std::string_view folder) const;
};

/// How many responses `site.recent` lists.
inline constexpr std::size_t most_recent = 200;

/// A link as templates see it.
struct Link {
    std::string label;
    std::string url;
};
[[nodiscard]] mustache::Value link_value(Link link);

/// A list that may be empty, as templates see it: an object with `items`, or nothing.
[[nodiscard]] mustache::Value some(mustache::List items);

/// What all pages have.
struct PageHead {
    std::string_view kind;         ///< the view's name
    std::string folder;            ///< of the page in the output
    std::string title;             ///< the heading of level 1
    std::string name;              ///< what `<title>` begins with; the title when empty
    std::string description;
    std::vector<Link> breadcrumbs; ///< the pages above, without the home page
    std::size_t number = 1;        ///< of a list's page
    bool noindex = false;          ///< kept out of search engines, and without a canonical address
};

/// The data that all pages share, to which a view adds its own.
[[nodiscard]] mustache::Object page_object(const Context& context, const PageHead& head);

/// Links to the other pages of a list that begins at `folder`; nothing when there is one page.
[[nodiscard]] mustache::Value pagination_value(const Context& context, std::string_view folder, std::size_t number, std::size_t entries);

/// A text with the addresses of its internal links put in.
[[nodiscard]] std::string html_of(const Context& context, const Prose& prose, std::string_view root);

/// The part of it from `begin` to `end`. `html` is the text's, which the body of a response does not hold itself.
[[nodiscard]] std::string html_of(const Context& context, const Prose& prose, std::string_view html, std::string_view root, std::size_t begin,
                                  std::size_t end);

/// A response in a list of responses.
[[nodiscard]] mustache::Value summary_value(const Context& context, const Response& response);

/// The links to a response's tags; nothing when there are none.
[[nodiscard]] mustache::Value tags_value(const Context& context, const Response& response);

/// The grades of a PEEL assessment with their caption; nothing when there are none.
[[nodiscard]] mustache::Value grades_value(const Response& response);

}  // namespace vitrine::render
