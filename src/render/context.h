#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json.h"
#include "formats/mustache.h"
#include "model/site.h"
#include "plan/links.h"
#include "plan/plan.h"

namespace vitrine::render {

/// What the pages of a dated archive say of themselves.
struct Archived {
    Date on;  ///< the day whose state they show
};

/// What every view may look at.
struct Context {
    const Site& site;
    const plan::Plan& plan;
    const plan::LinkMap& links;
    std::optional<Archived> archived = {};  ///< nothing for the living site

    /// The address of the page in a folder, in the site's style of links.
    [[nodiscard]] std::string address(std::string_view folder) const;

    /// The whole address of the page in a folder, or of a file, as other sites and programs name it: it ends in `/` in either
    /// style of links.
    [[nodiscard]] std::string page_url(std::string_view folder) const;
    [[nodiscard]] std::string file_url(std::string_view path) const;
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

/// A feed that goes with a page.
struct FeedLink {
    std::string title;
    std::string url;
    std::string_view type;  ///< of its content: `application/atom+xml`
};

/// A page above another.
struct Crumb {
    std::string label;
    std::string folder;  ///< of the page in the output
};

/// What all pages have.
struct PageHead {
    std::string_view kind;         ///< the view's name
    std::string folder;            ///< of the page in the output
    std::string title;             ///< the heading of level 1
    std::string name;              ///< what `<title>` begins with; the title when empty
    std::string description;
    std::vector<Crumb> above;      ///< the pages above, from the home page down; none where the main menu is way enough
    std::size_t number = 1;        ///< of a list's page; the first page stands above all others
    bool noindex = false;          ///< kept out of search engines, and without a canonical address
    std::vector<FeedLink> feeds = {};         ///< of what the page lists
    bool is_article = false;                  ///< with days of its own
    std::optional<Date> published = {};
    std::optional<Date> modified = {};
    JsonList things = {};                     ///< what the page is about, as JSON-LD (structured_data.h)
};

/// The home page, above all others.
[[nodiscard]] Crumb home_crumb();

/// The data that all pages share, to which a view adds its own.
[[nodiscard]] mustache::Object page_object(const Context& context, PageHead head);

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
