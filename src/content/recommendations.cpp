#include "content/recommendations.h"

#include <algorithm>

#include "base/text.h"
#include "content/prose.h"
#include "formats/unicode.h"

namespace vitrine::content {
namespace {

std::optional<Prose> read_prose(const ReadContext& context, TableReader& reader, std::string_view key) {
    const auto written = reader.located_text(key);
    if (!written) return std::nullopt;
    return parse_field(context.source, *written, context.diagnostics);
}

Prose read_required_prose(const ReadContext& context, TableReader& reader, std::string_view key) {
    if (reader.entry(key) == nullptr) reader.report_missing(key);
    return read_prose(context, reader, key).value_or(Prose{});
}

std::string anchor_of(std::string_view number) { return "recommendation-" + slugified(number); }

Located<std::string> read_number(TableReader& reader, Span place) {
    if (reader.entry("number") == nullptr) reader.report_missing("number", "write it as the report does: `number = \"3a\"`");
    auto number = reader.located_text("number").value_or(Located<std::string>{"", place});
    if (!number.value.empty() && slugified(number.value).empty())
        reader.report_bad(number.span, "no address can be made of the number " + quoted(number.value), "use letters and digits");
    return number;
}

/// An item of the report, and which other it says it belongs to.
struct Written {
    Recommendation item;
    std::optional<Located<std::string>> cause;
};

Written read_recommendation(const ReadContext& context, TableReader& reader, Span place) {
    Written written;
    Recommendation& item = written.item;
    item.number = read_number(reader, place);
    item.anchor = anchor_of(item.number.value);
    if (reader.entry("kind") == nullptr) reader.report_missing("kind", "add `kind = \"recommendation\"`");
    item.kind = reader.term<RecommendationKind>("kind").value_or(RecommendationKind::recommendation);
    written.cause = reader.located_text("cause_of_concern");
    item.text = read_required_prose(context, reader, "text");
    item.addressed_to = reader.term_list<Addressee>("addressed_to");
    item.due = reader.date("due");
    item.force_action = read_prose(context, reader, "force_action");
    item.pcc_action = reader.term<PccAction>("pcc_action");
    item.pcc_explanation = read_prose(context, reader, "pcc_explanation");
    item.status = reader.term<RecommendationStatus>("status").value_or(RecommendationStatus::not_recorded);
    item.status_date = reader.date("status_date");
    item.updates = read_updates(context, reader);
    reader.finish();
    return written;
}

/// Numbers make anchors, so "3A" and "3a" are one.
void check_numbers(const ReadContext& context, const std::vector<Recommendation>& items) {
    for (auto item = items.begin(); item != items.end(); ++item) {
        const auto first = std::find_if(items.begin(), item, [&](const Recommendation& other) { return other.anchor == item->anchor; });
        if (first == item || slugified(item->number.value).empty()) continue;
        context.diagnostics.add({Code::response_duplicate_recommendation,
                                 locate(context.source, item->number.span),
                                 "two recommendations have the number " + quoted(item->number.value),
                                 "each number stands once in a response",
                                 {{locate(context.source, first->number.span), "the first one is here"}}});
    }
}

/// Says of each item which cause of concern holds it. A cause that belongs to another would have no place on the page.
void connect(const ReadContext& context, std::vector<Written>& all) {
    std::vector<std::string_view> causes;
    for (const Written& written : all)
        if (is_cause(written.item.kind)) causes.push_back(written.item.number.value);
    for (Written& written : all) {
        if (!written.cause) continue;
        const std::string anchor = anchor_of(written.cause->value);
        const auto holder = std::find_if(all.begin(), all.end(), [&](const Written& other) { return is_cause(other.item.kind) && other.item.anchor == anchor; });
        if (is_cause(written.item.kind))
            context.diagnostics.add(Code::response_unknown_cause, context.source, written.cause->span, "a cause of concern cannot belong to another",
                                    "leave `cause_of_concern` out here");
        else if (holder == all.end())
            context.diagnostics.add(Code::response_unknown_cause, context.source, written.cause->span,
                                    "no cause of concern has the number " + quoted(written.cause->value),
                                    did_you_mean(written.cause->value, causes, "write the `number` of one whose `kind` is `cause-of-concern`"));
        else
            written.item.cause = static_cast<std::size_t>(holder - all.begin());
    }
}

}  // namespace

std::vector<Update> read_updates(const ReadContext& context, TableReader& reader) {
    std::vector<Update> updates;
    for (const auto& [table, place] : reader.tables("updates")) {
        TableReader update(context, *table, place, "updates");
        const Date date = update.required_date("date").value_or(Date{});
        updates.push_back({date, read_required_prose(context, update, "text")});
        update.finish();
    }
    std::stable_sort(updates.begin(), updates.end(), [](const Update& a, const Update& b) { return a.date < b.date; });
    return updates;
}

std::vector<Recommendation> read_recommendations(const ReadContext& context, TableReader& reader) {
    std::vector<Written> all;
    for (const auto& [table, place] : reader.tables("recommendations")) {
        TableReader item(context, *table, place, "recommendations");
        all.push_back(read_recommendation(context, item, place));
    }
    connect(context, all);
    std::vector<Recommendation> items;
    for (Written& written : all) items.push_back(std::move(written.item));
    check_numbers(context, items);
    return items;
}

}  // namespace vitrine::content
