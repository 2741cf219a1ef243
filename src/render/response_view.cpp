#include <algorithm>

#include "base/text.h"
#include "model/history.h"
#include "plan/address.h"
#include "render/structured_data.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

Value updates_value(const Context& context, const std::vector<Update>& updates, std::string_view root) {
    List entries;
    for (auto update = updates.rbegin(); update != updates.rend(); ++update)
        entries.push_back(Object{{"date", date_value(update->date)}, {"html", html_of(context, update->text, root)}});
    return some(std::move(entries));
}

namespace {

Object recommendation_value(const Context& context, const Recommendation& item, std::string_view root) {
    const auto prose = [&](const std::optional<Prose>& text) { return text ? Value(html_of(context, *text, root)) : Value(); };
    return Object{{"number", Value::borrowed(item.number.value)},
                  {"anchor", Value::borrowed(item.anchor)},
                  {"kind", Value::borrowed(label(item.kind))},
                  {"kind_key", Value::borrowed(key(item.kind))},
                  {"html", html_of(context, item.text, root)},
                  {"addressed_to", addressees_of(item)},
                  {"due", date_value(item.due)},
                  {"overdue", item.is_overdue(context.site.today())},
                  {"status", Value::borrowed(label(item.status))},
                  {"status_key", Value::borrowed(status_key(item.status))},
                  {"status_date", date_value(item.status_date)},
                  {"force_action", prose(item.force_action)},
                  {"pcc_action", item.pcc_action ? Value::borrowed(label(*item.pcc_action)) : Value()},
                  {"pcc_explanation", prose(item.pcc_explanation)},
                  {"updates", updates_value(context, item.updates, root)}};
}

/// What a cause of concern holds; nothing for other items.
Value held_value(const Context& context, const Response& response, std::size_t cause, std::string_view root) {
    List items;
    for (const Recommendation& item : response.recommendations)
        if (item.cause == cause) items.push_back(recommendation_value(context, item, root));
    return some(std::move(items));
}

/// "5 recommendations: 3 complete, 2 in progress".
std::string summary_of(const std::vector<Recommendation>& items) {
    std::vector<std::string> parts;
    for (const Term<RecommendationStatus>& term : terms<RecommendationStatus>()) {
        const auto count = std::count_if(items.begin(), items.end(), [&](const Recommendation& r) { return r.status == term.value; });
        std::string words(term.label);
        words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
        if (count > 0) parts.push_back(grouped(static_cast<std::size_t>(count)) + " " + words);
    }
    return counted_by_kind(items) + ": " + listed(parts);
}

Value attachments_value(const Response& response, const std::string& folder) {
    List attachments;
    for (const Attachment& file : response.attachments)
        attachments.push_back(Object{{"label", title_of_file(file.name)},
                                     {"url", plan::file_address(folder + "/" + file.name)},
                                     {"type", type_of_file(file.name)},
                                     {"size", size_of_file(file.size)}});
    return some(std::move(attachments));
}

Value chain_value(const Context& context, const std::vector<std::size_t>& indices) {
    List entries;
    for (const std::size_t index : indices) entries.push_back(summary_value(context, context.site.responses[index]));
    return some(std::move(entries));
}

Value entry(std::string label, std::string url, List children = {}) {
    return Object{{"label", std::move(label)}, {"url", std::move(url)}, {"children", some(std::move(children))}};
}

/// The headings of the page in their order: the grades, the statements with their themes, then what the page adds.
Value contents_value(const Context& context, std::size_t index, const List& sections) {
    const Response& response = context.site.responses[index];
    List contents;
    const auto add = [&](bool present, const char* label, const char* url) {
        if (present) contents.push_back(entry(label, url));
    };
    add(!response.grades.empty(), "Grades", "#grades");
    for (const Value& section : sections) {
        const std::string id(section.find("id")->text());
        List children;
        bool inside = false;
        for (const Heading& heading : response.body.headings) {
            if (!heading.top_level) continue;
            if (heading.level == 2) inside = heading.id == id;
            if (heading.level == 3 && inside) children.push_back(link_value({heading.text, "#" + heading.id}));
        }
        contents.push_back(entry(std::string(section.find("heading")->text()), "#" + id, std::move(children)));
    }
    add(!response.recommendations.empty() || response.no_recommendations, "Recommendations", "#recommendations");
    add(!response.updates.empty(), "History of this response", "#updates");
    add(!response.attachments.empty(), "Documents", "#attachments");
    add(!context.site.follows[index].empty(), "What this inspection follows up", "#follows");
    add(!context.site.followed_by[index].empty(), "What followed this inspection", "#followed-by");
    return some(std::move(contents));
}

/// What a browser's tab and a search result say. Inspections come again under one name: then the day of the report tells them apart.
std::string name_of(const Context& context, std::size_t index) {
    const Response& response = context.site.responses[index];
    if (!context.plan.has_namesake[index]) return response.name();
    const std::string day = " (" + words_as_known(response.report_published, response.report_published_precision) + ")";
    constexpr std::size_t longest = 70;
    return beginning_of(response.name(), longest - day.size()) + day;
}

PageHead head_of(const Context& context, std::string_view kind, std::size_t index, std::string description) {
    const Response& response = context.site.responses[index];
    return {kind, plan::response_folder(response.id.value), response.title, name_of(context, index), std::move(description), {home_crumb()}};
}

std::string description_of(const Context& context, const Response& response) {
    constexpr std::size_t longest = 155;
    const std::string excerpt = excerpt_of(response.body, longest);
    return excerpt.empty() ? "Response of the " + context.site.config.office.name + " to the inspection “" + response.name() + "”." : excerpt;
}

}  // namespace

Value recommendations_value(const Context& context, const Response& response, std::string_view root) {
    if (response.recommendations.empty()) return {};
    List items;
    for (std::size_t i = 0; i < response.recommendations.size(); ++i) {
        if (response.recommendations[i].cause) continue;
        Object item = recommendation_value(context, response.recommendations[i], root);
        item.emplace_back("held", held_value(context, response, i, root));
        items.push_back(std::move(item));
    }
    return Object{{"summary", summary_of(response.recommendations)}, {"items", std::move(items)}};
}

Object response_view(const Context& context, std::size_t index, std::string_view html) {
    const Response& response = context.site.responses[index];
    const std::string folder = plan::response_folder(response.id.value);
    const std::string root = plan::way_to_root(plan::page_file(folder));
    const Prose& body = response.body;
    Value sections = sections_value(context, response, html, root);
    PageHead head = head_of(context, "response", index, description_of(context, response));
    head.is_article = true;
    head.published = publication_day(response);
    head.modified = last_changed(response, context.site.today());
    head.things = {report_node(context, response)};
    Object page = page_object(context, std::move(head));
    page.emplace_back("full_title", Value::borrowed(response.title));
    page.emplace_back("hidden", hidden_value(words_of_hidden(context.site, response)));
    page.emplace_back("inspectorate", inspectorate_of(response));
    page.emplace_back("published", date_value(response.report_published, response.report_published_precision));
    page.emplace_back("clock", clock_value(context.site.clock(response), response, context.site.today()));
    page.emplace_back("reason", reason_value(context.site.clock(response), response));
    page.emplace_back("facts", facts_value(context, response));
    page.emplace_back("contents", contents_value(context, index, *sections.list()));
    const bool introduced = !body.sections.empty() && body.sections.front().heading == Section::no_heading;
    page.emplace_back("introduction", introduced ? Value(html_of(context, body, html, root, body.sections.front().begin, body.sections.front().end)) : Value());
    page.emplace_back("sections", std::move(sections));
    page.emplace_back("footnotes", html_of(context, body, html, root, body.footnotes, html.size()));
    page.emplace_back("grades", grades_value(response));
    page.emplace_back("recommendations", recommendations_value(context, response, root));
    page.emplace_back("no_recommendations", response.no_recommendations);
    page.emplace_back("updates", updates_value(context, response.updates, root));
    page.emplace_back("attachments", attachments_value(response, folder));
    page.emplace_back("follows", chain_value(context, context.site.follows[index]));
    page.emplace_back("followed_by", chain_value(context, context.site.followed_by[index]));
    page.emplace_back("tags", tags_value(context, response));
    return page;
}

Object withdrawn_view(const Context& context, std::size_t index) {
    const Response& response = context.site.responses[index];
    const std::string root = plan::way_to_root(plan::page_file(plan::response_folder(response.id.value)));
    const std::string of_day = words_as_known(response.report_published, response.report_published_precision);
    Object page = page_object(context, head_of(context, "withdrawn", index, "The response to “" + response.name() + "” of " + of_day + " was withdrawn."));
    page.emplace_back("full_title", Value::borrowed(response.title));
    page.emplace_back("hidden", hidden_value(words_of_hidden(context.site, response)));
    page.emplace_back("published", date_value(response.report_published, response.report_published_precision));
    page.emplace_back("facts", tombstone_facts_value(context, response));
    page.emplace_back("reason", response.withdrawn_reason ? Value(html_of(context, *response.withdrawn_reason, root)) : Value());
    page.emplace_back("followed_by", chain_value(context, context.site.followed_by[index]));
    return page;
}

}  // namespace vitrine::render
