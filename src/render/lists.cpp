#include <algorithm>

#include "base/text.h"
#include "plan/address.h"
#include "render/feeds.h"
#include "render/structured_data.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

constexpr std::string_view atom_type = "application/atom+xml", json_type = "application/feed+json";

std::string count_of_inspections(std::size_t count) { return counted(count, "inspection", "inspections"); }

/// The most recent PEEL assessment in a prominent place: Specified Information Order 2011, para 7B.
Value peel_value(const Context& context) {
    const auto index = context.site.latest_peel();
    if (!index) return {};
    const Response& response = context.site.responses[*index];
    return Object{{"title", response.name()},
                  {"url", context.address(plan::response_folder(response.id.value))},
                  {"hidden", hidden_value(words_of_hidden(context.site, response))},
                  {"cycle", response.cycle},
                  {"published", date_value(response.report_published, response.report_published_precision)},
                  {"report_url", response.report_url},
                  {"grades", grades_value(response)}};
}

Value figure(std::string value, std::string label, std::string url = {}) {
    return Object{{"value", std::move(value)}, {"label", std::move(label)}, {"url", std::move(url)}};
}

/// Not everything that is owed is a recommendation.
std::string words_of_open(const Register& all) {
    const bool mixed = all.entries.size() > all.kinds.at(static_cast<std::size_t>(RecommendationKind::recommendation));
    if (mixed) return "recommendations and areas for improvement still open";
    return all.open() == 1 ? "recommendation still open" : "recommendations still open";
}

Value figures_value(const Context& context) {
    std::size_t answered = 0, in_time = 0, with_deadline = 0;
    for (const Response& response : context.site.responses) {
        if (response.status == Status::withdrawn) continue;
        const Clock clock = context.site.clock(response);
        if (response.response_published) ++answered;
        if (clock.state == Clock::State::in_time) ++in_time;
        if (clock.state != Clock::State::no_deadline && clock.state != Clock::State::awaited) ++with_deadline;
    }
    List figures;
    if (answered > 0) figures.push_back(figure(grouped(answered), answered == 1 ? "response published" : "responses published"));
    if (with_deadline > 0)
        figures.push_back(figure(grouped(in_time) + " of " + grouped(with_deadline), "within the 56 days that the law allows", context.address(plan::timeline_folder)));
    if (const Register& all = context.plan.registers.front(); !all.entries.empty())
        figures.push_back(figure(grouped(all.open()), words_of_open(all), context.address(plan::register_folder)));
    return some(std::move(figures));
}

}  // namespace

Object index_view(const Context& context, std::size_t number) {
    const Site& site = context.site;
    const bool first = number == 1;
    const std::string title = site.introduction ? site.introduction->title : site.config.title;
    const std::string own = site.introduction ? site.introduction->description : "";
    const std::string description = own.empty() ? "All responses of the " + site.config.office.name + " to inspections of the police, newest first." : own;
    PageHead head = {"index", "", title, site.config.title, description, {}, number};
    head.feeds = {{title_of_feed(context, {}), std::string(plan::atom_feed), atom_type},
                  {title_of_feed(context, {}), std::string(plan::json_feed), json_type}};
    if (first)
        head.things = {website_node(context), office_node(context)};
    else
        head.things = {collection_node(context, head)};
    Object page = page_object(context, std::move(head));
    const std::string root(plan::way_to_root(plan::page_file(plan::nth_page_folder("", number))));
    const auto [begin, end] = plan::entries_of_page(number, site.responses.size(), site.config.page_size);
    List entries;
    for (std::size_t i = begin; i < end; ++i) entries.push_back(summary_value(context, site.responses[i]));
    page.emplace_back("first_page", first);
    page.emplace_back("hidden", hidden_value(first && site.introduction ? words_of_hidden(*site.introduction) : ""));
    page.emplace_back("introduction", first && site.introduction ? Value(html_of(context, site.introduction->body, root)) : Value());
    page.emplace_back("total", count_of_inspections(site.responses.size()));
    page.emplace_back("figures", first && !site.responses.empty() ? figures_value(context) : Value());
    page.emplace_back("peel", first ? peel_value(context) : Value());
    page.emplace_back("entries", some(std::move(entries)));
    page.emplace_back("feed_url", Value::borrowed(plan::atom_feed));
    page.emplace_back("pagination", pagination_value(context, "", number, site.responses.size()));
    return page;
}

Object tags_view(const Context& context) {
    const std::size_t count = context.site.tags.size();
    PageHead head = {"tags", std::string(plan::tags_folder), "Tags", {}, "The subjects of the inspections, with the number of responses under each.", {}};
    head.things = {collection_node(context, head)};
    Object page = page_object(context, std::move(head));
    List tags;
    for (const Tag& tag : context.site.tags)
        tags.push_back(Object{{"label", tag.label},
                              {"url", context.address(plan::tag_folder(tag.slug))},
                              {"count", grouped(tag.responses.size())},
                              {"count_text", count_of_inspections(tag.responses.size())}});
    page.emplace_back("total", counted(count, "tag", "tags"));
    page.emplace_back("tags", some(std::move(tags)));
    return page;
}

Object tag_view(const Context& context, std::size_t index, std::size_t number) {
    const Tag& tag = context.site.tags[index];
    const std::string folder = plan::tag_folder(tag.slug);
    const std::string feed = plan::file_address(plan::tag_feed(tag.slug));
    PageHead head = {"tag", folder, tag.label, "Tag: " + tag.label, "Responses to inspections about " + tag.label + ", newest first.",
                     {home_crumb(), {"Tags", std::string(plan::tags_folder)}}, number};
    head.things = {collection_node(context, head)};
    head.feeds = {{title_of_feed(context, index), feed, atom_type}};
    Object page = page_object(context, std::move(head));
    const auto [begin, end] = plan::entries_of_page(number, tag.responses.size(), context.site.config.page_size);
    List entries;
    for (std::size_t i = begin; i < end; ++i) entries.push_back(summary_value(context, context.site.responses[tag.responses[i]]));
    page.emplace_back("total", count_of_inspections(tag.responses.size()));
    page.emplace_back("entries", some(std::move(entries)));
    page.emplace_back("feed_url", feed);
    page.emplace_back("pagination", pagination_value(context, folder, number, tag.responses.size()));
    return page;
}

}  // namespace vitrine::render
