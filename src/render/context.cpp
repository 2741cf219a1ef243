#include "render/context.h"

#include <algorithm>

#include "base/text.h"
#include "plan/address.h"
#include "render/structured_data.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

std::string Context::address(std::string_view folder) const { return plan::page_address(folder, site.config.links); }

std::string Context::page_url(std::string_view folder) const { return site.config.base_url + plan::page_address(folder, LinkStyle::folder); }

std::string Context::file_url(std::string_view path) const { return site.config.base_url + plan::file_address(path); }

Value link_value(Link link) { return Object{{"label", std::move(link.label)}, {"url", std::move(link.url)}}; }

Value some(List items) {
    if (items.empty()) return {};
    return Object{{"items", std::move(items)}};
}

namespace {

/// Search results show about 70 characters of a title; the page's own words come first, the site's follow where they fit.
std::string head_title(const std::string& name, const std::string& site_title, std::size_t number) {
    constexpr std::size_t longest = 70;
    const std::string page = number > 1 ? " (page " + std::to_string(number) + ")" : "";
    const std::string whole = name + page + " – " + site_title;
    if (name != site_title && count_code_points(whole) <= longest) return whole;
    return beginning_of(name, longest - page.size()) + page;
}

/// When the page was archived and where its living form is.
Value archived_value(const Context& context, std::string_view folder) {
    if (!context.archived) return {};
    return Object{{"date", date_value(context.archived->on)}, {"url", context.page_url(folder)}};
}

}  // namespace

Crumb home_crumb() { return {"Home", ""}; }

Object page_object(const Context& context, PageHead head) {
    const SiteConfig& config = context.site.config;
    const std::string folder = plan::nth_page_folder(head.folder, head.number);
    if (head.number > 1 && head.above.empty()) head.above.push_back(home_crumb());
    if (head.number > 1 && !head.folder.empty()) head.above.push_back({head.title, head.folder});
    List breadcrumbs;
    for (const Crumb& crumb : head.above) breadcrumbs.push_back(link_value({crumb.label, context.address(crumb.folder)}));
    List feeds;
    for (const FeedLink& feed : head.feeds)
        feeds.push_back(Object{{"title", feed.title}, {"url", feed.url}, {"type", Value::borrowed(feed.type)}});
    return {{"kind", std::string(head.kind)},
            {"root", plan::way_to_root(plan::page_file(folder))},
            {"title", head.title},
            {"head_title", head_title(head.name.empty() ? head.title : head.name, config.title, head.number)},
            {"description", head.number > 1 ? head.description + " Page " + std::to_string(head.number) + "." : head.description},
            {"canonical_url", head.noindex ? Value() : Value(context.page_url(folder))},
            {"language", config.language},
            {"noindex", head.noindex},
            {"breadcrumbs", some(std::move(breadcrumbs))},
            {"feeds", some(std::move(feeds))},
            {"page_type", head.is_article ? "article" : "website"},
            {"published_time", head.published ? Value(iso(*head.published)) : Value()},
            {"modified_time", head.modified ? Value(iso(*head.modified)) : Value()},
            {"archived", archived_value(context, head.noindex ? "" : folder)},
            {"json_ld", structured_data(context, head)}};
}

namespace {

/// The numbers to link: the first, the last, and those around the current one.
std::vector<std::size_t> numbers_to_show(std::size_t number, std::size_t pages) {
    std::vector<std::size_t> numbers;
    for (std::size_t n = 1; n <= pages; ++n) {
        const std::size_t distance = n > number ? n - number : number - n;
        if (n == 1 || n == pages || distance <= 2) numbers.push_back(n);
    }
    return numbers;
}

}  // namespace

Value pagination_value(const Context& context, std::string_view folder, std::size_t number, std::size_t entries) {
    const std::size_t pages = plan::pages_for(entries, context.site.config.page_size);
    if (pages == 1) return {};
    const auto address = [&](std::size_t n) { return context.address(plan::nth_page_folder(folder, n)); };
    List links;
    std::size_t before = 0;
    for (const std::size_t n : numbers_to_show(number, pages)) {
        links.push_back(Object{{"number", grouped(n)}, {"url", address(n)}, {"current", n == number}, {"gap_before", n != before + 1}});
        before = n;
    }
    const auto neighbour = [&](std::size_t n) { return Object{{"number", grouped(n)}, {"url", address(n)}}; };
    return Object{{"previous", number > 1 ? Value(neighbour(number - 1)) : Value()},
                  {"next", number < pages ? Value(neighbour(number + 1)) : Value()},
                  {"position", "Page " + grouped(number) + " of " + grouped(pages)},
                  {"pages", std::move(links)}};
}

std::string html_of(const Context& context, const Prose& prose, std::string_view whole, std::string_view root, std::size_t begin,
                    std::size_t end) {
    std::string html;
    const std::vector<std::string>& addresses = context.links.addresses(prose);
    std::size_t at = begin;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const std::size_t slot = prose.links[i].slot;
        if (slot < begin || slot >= end) continue;
        html.append(whole, at, slot - at);
        if (!addresses[i].starts_with('#')) html += root;
        html += addresses[i];
        at = slot;
    }
    return html.append(whole, at, end - at);
}

std::string html_of(const Context& context, const Prose& prose, std::string_view root) {
    return html_of(context, prose, prose.html, root, 0, prose.html.size());
}

namespace {

Value recommendations_summary(const Response& response) {
    if (response.recommendations.empty()) return {};
    const auto open = static_cast<std::size_t>(
        std::count_if(response.recommendations.begin(), response.recommendations.end(), [](const Recommendation& r) { return r.is_open(); }));
    return Object{{"total", counted_by_kind(response.recommendations)},
                  {"open", open == 0 ? Value() : Value(grouped(open) + " open")}};
}

}  // namespace

Value tags_value(const Context& context, const Response& response) {
    List tags;
    for (const TagUse& use : response.tags)
        if (const Tag* tag = context.site.find_tag(use.slug); tag != nullptr)
            tags.push_back(link_value({tag->label, context.address(plan::tag_folder(tag->slug))}));
    return some(std::move(tags));
}

Value summary_value(const Context& context, const Response& response) {
    constexpr std::size_t longest_excerpt = 220;
    const bool withdrawn = response.status == Status::withdrawn;
    return Object{{"id", Value::borrowed(response.id.value)},
                  {"url", context.address(plan::response_folder(response.id.value))},
                  {"title", Value::borrowed(response.name())},
                  {"full_title", Value::borrowed(response.title)},
                  {"published", date_value(response.report_published, response.report_published_precision)},
                  {"response_published", date_value(response.response_published)},
                  {"types", types_of(response)},
                  {"inspectorate", inspectorate_of(response)},
                  {"programme", programme_of(response)},
                  {"excerpt", withdrawn ? Value() : Value(excerpt_of(response.body, longest_excerpt))},
                  {"tags", withdrawn ? Value() : tags_value(context, response)},
                  {"clock", withdrawn ? Value() : clock_value(context.site.clock(response), response, context.site.today())},
                  {"recommendations", withdrawn ? Value() : recommendations_summary(response)},
                  {"withdrawn", withdrawn},
                  {"hidden", hidden_value(words_of_hidden(context.site, response))}};
}

Value grades_value(const Response& response) {
    List grades;
    for (const GradedArea& area : response.grades)
        grades.push_back(Object{{"area", area.area}, {"grade", Value::borrowed(label(area.grade))}, {"key", Value::borrowed(key(area.grade))}});
    if (grades.empty()) return {};
    const std::string programme = programme_of(response);
    return Object{{"caption", programme.empty() ? "Grades" : "Grades, " + programme}, {"items", std::move(grades)}};
}

}  // namespace vitrine::render
