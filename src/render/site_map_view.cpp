#include "base/text.h"
#include "plan/address.h"
#include "render/structured_data.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

/// Up to so many, every inspection stands on the page. A reader who has more before them is better served by their years.
constexpr std::size_t most_listed = 500;

Value markable_link(Link link, std::string hidden) {
    return Object{{"label", std::move(link.label)}, {"url", std::move(link.url)}, {"hidden", hidden_value(std::move(hidden))}};
}

Value pages_value(const Context& context) {
    List pages;
    const auto add = [&](std::string label, std::string_view folder, std::string hidden = {}) {
        pages.push_back(markable_link({std::move(label), context.address(folder)}, std::move(hidden)));
    };
    add("Inspections", "");
    for (const Register& part : context.plan.registers) add(title_of_register(part), plan::folder_of(part));
    add("Timeline", plan::timeline_folder);
    add("Tags", plan::tags_folder);
    add("Open data", plan::data_folder);
    if (!context.site.config.snapshots.empty()) add("Archive", plan::archive_folder);
    for (const Page& page : context.site.pages) add(page.title, page.path, words_of_hidden(page));
    return some(std::move(pages));
}

Value tag_links(const Context& context) {
    List tags;
    for (const Tag& tag : context.site.tags)
        tags.push_back(Object{{"label", tag.label},
                              {"url", context.address(plan::tag_folder(tag.slug))},
                              {"count_text", counted(tag.responses.size(), "inspection", "inspections")}});
    return some(std::move(tags));
}

/// The address of a year in the timeline; nothing where all that happened in it was withdrawn.
Value year_url(const Context& context, std::chrono::year year) {
    for (const YearOfEvents& events : context.plan.years)
        if (events.year == year) return context.address(plan::year_folder(int{year}));
    return {};
}

/// The years of the reports, newest first.
Value years_value(const Context& context) {
    const Responses& responses = context.site.responses;
    List years;
    for (std::size_t i = 0; i < responses.size();) {
        const std::chrono::year year = responses[i].report_published.year();
        const std::size_t first = i;
        List links;
        for (; i < responses.size() && responses[i].report_published.year() == year; ++i)
            if (responses.size() <= most_listed)
                links.push_back(markable_link({responses[i].name(), context.address(plan::response_folder(responses[i].id.value))},
                                              words_of_hidden(context.site, responses[i])));
        years.push_back(Object{{"year", std::to_string(int{year})},
                               {"url", year_url(context, year)},
                               {"count_text", counted(i - first, "inspection", "inspections")},
                               {"inspections", some(std::move(links))}});
    }
    return some(std::move(years));
}

}  // namespace

Object site_map_view(const Context& context) {
    PageHead head = {"site-map", std::string(plan::site_map_folder), "Site map", {},
                     "All pages of this site: the lists, the inspections by year, and the tags.", {}};
    head.things = {collection_node(context, head)};
    Object page = page_object(context, std::move(head));
    page.emplace_back("pages", pages_value(context));
    page.emplace_back("years", years_value(context));
    page.emplace_back("tags", tag_links(context));
    return page;
}

}  // namespace vitrine::render
