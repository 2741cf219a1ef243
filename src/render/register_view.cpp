#include "base/text.h"
#include "plan/address.h"
#include "render/chart.h"
#include "render/structured_data.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

std::string anchor_of(RecommendationStatus status) { return "status-" + std::string(status_key(status)); }

const Response& response_of(const Context& context, const RegisterEntry& entry) { return context.site.responses[entry.response]; }

const Recommendation& recommendation_of(const Context& context, const RegisterEntry& entry) {
    return response_of(context, entry).recommendations[entry.recommendation];
}

/// A number that is worth showing.
std::string unless_none(std::size_t count) { return count == 0 ? "" : grouped(count); }

/// Each status that occurs, with its numbers and a link to where it begins in the paginated list.
Value overview_value(const Context& context, const Register& shown) {
    List rows;
    std::size_t first = 0;
    for (std::size_t i = 0; i < shown.counts.size(); ++i) {
        const RegisterCount& count = shown.counts.at(i);
        if (count.all == 0) continue;
        const auto status = static_cast<RecommendationStatus>(i);
        const std::size_t page = first / context.site.config.page_size + 1;
        rows.push_back(Object{{"status", Value::borrowed(label(status))},
                              {"key", Value::borrowed(status_key(status))},
                              {"count", grouped(count.all)},
                              {"overdue", unless_none(count.overdue)},
                              {"url", context.address(plan::nth_page_folder(plan::folder_of(shown), page)) + "#" + anchor_of(status)}});
        first += count.all;
    }
    return some(std::move(rows));
}

std::string description_of(const Register& shown) {
    switch (shown.of) {
        case Register::Of::everything: return "Every recommendation, area for improvement and cause of concern across inspections, by status.";
        case Register::Of::overdue: return "Recommendations of inspections whose date has passed and that are not complete, the longest overdue first.";
        case Register::Of::addressee: break;
    }
    return "What inspections recommended to " + std::string(shown.addressee == Addressee::other ? "others" : "the " + std::string(label(shown.addressee))) +
           ", by status.";
}

/// The parts of the register, with what is open in each.
Value parts_value(const Context& context, const Register& shown) {
    List parts;
    for (const Register& part : context.plan.registers) {
        if (part.of == Register::Of::overdue) continue;
        const RegisterCount total = part.total();
        parts.push_back(Object{{"label", part.of == Register::Of::everything ? "Everyone" : std::string(label(part.addressee))},
                               {"url", context.address(plan::folder_of(part))},
                               {"current", &part == &shown},
                               {"count", grouped(total.all)},
                               {"open", unless_none(part.open())},
                               {"overdue", unless_none(total.overdue)}});
    }
    return some(std::move(parts));
}

/// What is overdue at the site's moment, where there is anything that could be. It to be said with it: tomorrow it may be another number.
Value overdue_value(const Context& context, const Register& shown) {
    if (context.plan.registers.front().entries.empty()) return {};
    const std::size_t overdue = shown.total().overdue;
    const bool elsewhere = shown.of == Register::Of::everything && overdue > 0;
    return Object{{"text", overdue == 0 ? "Nothing is overdue" : grouped(overdue) + (overdue == 1 ? " is overdue" : " are overdue")},
                  {"url", elsewhere ? context.address(plan::folder_of(context.plan.registers[1])) : ""},
                  {"as_at", date_value(context.site.today())}};
}

Value item_value(const Context& context, const RegisterEntry& entry) {
    const Response& response = response_of(context, entry);
    const Recommendation& item = recommendation_of(context, entry);
    return Object{{"label", name_of(item)},
                  {"kind", Value::borrowed(label(item.kind))},
                  {"kind_key", Value::borrowed(key(item.kind))},
                  {"text", Value::borrowed(item.text.words())},
                  {"inspection", Value::borrowed(response.name())},
                  {"published", date_value(response.report_published, response.report_published_precision)},
                  {"url", context.address(plan::response_folder(response.id.value)) + "#" + item.anchor},
                  {"cause", item.cause ? Value(name_of(response.recommendations[*item.cause])) : Value()},
                  {"addressed_to", addressees_of(item)},
                  {"due", date_value(item.due)},
                  {"overdue", item.is_overdue(context.site.today())},
                  {"status_date", date_value(item.status_date)},
                  {"hidden", hidden_value(words_of_hidden(context.site, response))}};
}

Value groups_value(const Context& context, const std::vector<RegisterEntry>& entries, plan::Range range) {
    List groups;
    for (std::size_t i = range.begin; i < range.end;) {
        const RecommendationStatus status = recommendation_of(context, entries[i]).status;
        const bool continued = i > 0 && recommendation_of(context, entries[i - 1]).status == status;
        List items;
        for (; i < range.end && recommendation_of(context, entries[i]).status == status; ++i) items.push_back(item_value(context, entries[i]));
        groups.push_back(Object{{"status", Value::borrowed(label(status))},
                                {"key", Value::borrowed(status_key(status))},
                                {"anchor", anchor_of(status)},
                                {"continued", continued},
                                {"items", std::move(items)}});
    }
    return groups;
}

}  // namespace

std::string title_of_register(const Register& shown) {
    switch (shown.of) {
        case Register::Of::everything: return "Recommendations";
        case Register::Of::overdue: return "Overdue recommendations";
        case Register::Of::addressee: break;
    }
    return shown.addressee == Addressee::other ? "Recommendations to others" : "Recommendations to the " + std::string(label(shown.addressee));
}

Object register_view(const Context& context, std::size_t of, std::size_t number) {
    const Register& shown = context.plan.registers[of];
    const std::string folder = plan::folder_of(shown);
    const std::size_t count = shown.entries.size();
    PageHead head = {"recommendations", folder, title_of_register(shown), {}, description_of(shown), {}, number};
    if (shown.of != Register::Of::everything) head.above = {home_crumb(), {"Recommendations", std::string(plan::register_folder)}};
    head.things = {collection_node(context, head)};
    Object page = page_object(context, std::move(head));
    const bool first = number == 1;
    page.emplace_back("total", count > 0 ? counted_by_kind(shown.kinds) : "");
    page.emplace_back("overdue", first ? overdue_value(context, shown) : Value());
    page.emplace_back("chart", first ? chart_of_statuses(shown) : "");
    page.emplace_back("overview", first ? overview_value(context, shown) : Value());
    page.emplace_back("parts", first ? parts_value(context, shown) : Value());
    page.emplace_back("groups", groups_value(context, shown.entries, plan::entries_of_page(number, count, context.site.config.page_size)));
    page.emplace_back("pagination", pagination_value(context, folder, number, count));
    return page;
}

}  // namespace vitrine::render
