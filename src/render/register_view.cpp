#include "base/text.h"
#include "plan/address.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

std::string anchor_of(RecommendationStatus status) { return "status-" + std::string(status_key(status)); }

const Recommendation& recommendation_of(const Context& context, const RegisterEntry& entry) {
    return context.site.responses[entry.response].recommendations[entry.recommendation];
}

/// Each status that occurs, with its number and a link to where it begins in the paginated list.
Value overview_value(const Context& context) {
    const Register& all = context.plan.recommendations;
    List rows;
    std::size_t first = 0;
    for (std::size_t i = 0; i < all.counts.size(); ++i) {
        if (all.counts.at(i) == 0) continue;
        const auto status = static_cast<RecommendationStatus>(i);
        const std::size_t page = first / context.site.config.page_size + 1;
        rows.push_back(Object{{"status", Value::borrowed(label(status))},
                              {"key", Value::borrowed(status_key(status))},
                              {"count", grouped(all.counts.at(i))},
                              {"url", context.address(plan::nth_page_folder(plan::register_folder, page)) + "#" + anchor_of(status)}});
        first += all.counts.at(i);
    }
    return some(std::move(rows));
}

Value item_value(const Context& context, const RegisterEntry& entry) {
    const Response& response = context.site.responses[entry.response];
    const Recommendation& item = recommendation_of(context, entry);
    return Object{{"label", std::string(label(item.kind)) + " " + item.number.value},
                  {"kind", Value::borrowed(label(item.kind))},
                  {"kind_key", Value::borrowed(key(item.kind))},
                  {"text", Value::borrowed(item.text.words())},
                  {"inspection", Value::borrowed(response.name())},
                  {"published", date_value(response.report_published, response.report_published_precision)},
                  {"url", context.address(plan::response_folder(response.id.value)) + "#" + item.anchor},
                  {"addressed_to", addressees_of(item)},
                  {"due", date_value(item.due)},
                  {"overdue", item.is_overdue(context.site.today())},
                  {"status_date", date_value(item.status_date)}};
}

Value groups_value(const Context& context, plan::Range range) {
    const std::vector<RegisterEntry>& entries = context.plan.recommendations.entries;
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

Object register_view(const Context& context, std::size_t number) {
    const std::size_t count = context.plan.recommendations.entries.size();
    Object page = page_object(context, {"recommendations", std::string(plan::register_folder), "Recommendations", {},
                                        "Every recommendation, area for improvement and cause of concern across inspections, by status.", {}, number});
    page.emplace_back("total", counted(count, "recommendation", "recommendations"));
    page.emplace_back("overview", overview_value(context));
    page.emplace_back("groups", groups_value(context, plan::entries_of_page(number, count, context.site.config.page_size)));
    page.emplace_back("pagination", pagination_value(context, plan::register_folder, number, count));
    return page;
}

}  // namespace vitrine::render
