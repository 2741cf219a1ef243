#include "content/rules.h"

#include <algorithm>

#include "base/text.h"
#include "model/section55.h"

namespace vitrine::content {
namespace {

/// The rules of one response, each with a name that says what must hold.
class Rules {
public:
    Rules(const ReadContext& context, TableReader& reader, const Response& response)
        : context_(context), reader_(reader), response_(response) {}

    void check() {
        dates_follow_the_report();
        chief_officer_is_consistent();
        response_has_its_date();
        reasons_are_given_where_needed();
        reasons_explain_something();
        recommendations_do_not_contradict();
        recommendation_answers_are_explained();
        boxes_are_decided();
    }

private:
    void report(Code code, std::string_view key, std::string message, std::string help) {
        const toml_tree::Entry* entry = reader_.entry(key);
        const Span place = entry == nullptr ? Span{0, 3} : entry->value.span;
        context_.diagnostics.add(code, context_.source, place, std::move(message), std::move(help));
    }

    void not_before_report(std::string_view key, const std::optional<Date>& date) {
        // A report that is known only to its month or year may be younger than the first day of it.
        const bool exact = response_.report_published_precision == Precision::day;
        if (!date || !exact || reader_.entry("report_published") == nullptr || *date >= response_.report_published) return;
        report(Code::response_before_report, key, "`" + std::string(key) + "` lies before `report_published`",
               "the report is of " + long_date(response_.report_published) + ": one of the two dates is wrong");
    }

    void dates_follow_the_report() {
        if (!response_.report_published.ok()) return;
        not_before_report("response_published", response_.response_published);
        not_before_report("sent_to_hmicfrs", response_.sent_to_hmicfrs);
        not_before_report("sent_to_home_secretary", response_.sent_to_home_secretary);
    }

    void chief_officer_is_consistent() {
        if (!response_.chief_officer) return;
        const ChiefOfficer& officer = *response_.chief_officer;
        if (officer.invited && officer.received && *officer.received < *officer.invited)
            report(Code::response_contradiction, "chief_officer", "the chief officer’s comments were received before they were invited",
                   "check `invited` and `received`");
        if (officer.received && officer.outcome && *officer.outcome != CommentsOutcome::comments)
            report(Code::response_contradiction, "chief_officer",
                   "comments were `received`, but `outcome` is " + quoted(key(*officer.outcome)), "leave one of them out");
        if (officer.name.empty() && officer.outcome == CommentsOutcome::comments)
            report(Code::front_matter_missing_key, "chief_officer", "the key `name` is missing in `chief_officer`", "say who commented");
    }

    void response_has_its_date() {
        const bool owed = response_.section55 == Section55::applies && response_.status == Status::published;
        if (!owed || response_.response_published || reader_.entry("response_published") != nullptr || !response_.report_published.ok()) return;
        report(Code::response_missing_date, "report_published", "s.55 asks for a response to this report, but `response_published` is missing",
               "add it, or `status = \"draft\"` until it is published");
    }

    void reasons_are_given_where_needed() {
        if (response_.section55 == Section55::not_required && response_.section55_reason.empty())
            report(Code::response_missing_reason, "section55", "`not-required` without a reason", "add `section55_reason`: readers see it");
        if (response_.status == Status::withdrawn && !response_.withdrawn_reason)
            report(Code::response_missing_reason, "status", "`withdrawn` without a reason", "add `withdrawn_reason`: readers see it");
    }

    void reasons_explain_something() {
        if (response_.section55 != Section55::not_required && !response_.section55_reason.empty())
            report(Code::response_unneeded_reason, "section55_reason", "`section55_reason` explains nothing here",
                   "it belongs to `section55 = \"not-required\"`");
        if (response_.status != Status::withdrawn && response_.withdrawn_reason)
            report(Code::response_unneeded_reason, "withdrawn_reason", "`withdrawn_reason` explains nothing here",
                   "it belongs to `status = \"withdrawn\"`");
        if (!response_.report_published.ok() || !response_.response_published || response_.late_reason.empty()) return;
        const Clock clock = clock_of(response_.report_published, response_.report_published_precision, response_.section55,
                                     response_.response_published, *response_.response_published);
        if (clock.state != Clock::State::late)
            report(Code::response_unneeded_reason, "late_reason", "`late_reason`, but the response is not late",
                   clock.deadline ? "the last lawful day was " + long_date(*clock.deadline) : "no deadline applies to this report");
    }

    void recommendations_do_not_contradict() {
        if (response_.no_recommendations && !response_.recommendations.empty())
            report(Code::response_contradiction, "no_recommendations",
                   "`no_recommendations` beside " + counted(response_.recommendations.size(), "recommendation", "recommendations"),
                   "leave one of them out");
    }

    void recommendation_answers_are_explained() {
        for (const Recommendation& item : response_.recommendations)
            if (item.pcc_action == PccAction::none && !item.pcc_explanation)
                context_.diagnostics.add(Code::response_missing_reason, context_.source, item.number.span,
                                         "recommendation " + quoted(item.number.value) + " has `pcc_action = \"none\"` without a reason",
                                         "add `pcc_explanation`: s.55(5B)(b) asks why");
    }

    void boxes_are_decided() {
        const auto& types = response_.types;
        const bool unknown = std::find(types.begin(), types.end(), InspectionType::unknown) != types.end();
        if (unknown && types.size() > 1)
            report(Code::response_contradiction, "types", "`unknown` beside types that are known", "leave `unknown` out");
        else if (unknown)
            report(Code::response_undecided, "types", "nobody has decided the type of this inspection yet",
                   "the page says “Not recorded”; tick what the report is");
        if (types.empty() && reader_.entry("types") != nullptr && is_empty_array("types"))
            report(Code::front_matter_bad_value, "types", "`types` is empty", "write `[\"unknown\"]` until somebody decides");
        if (response_.force_quoted == Answer::unknown && says_unknown("force_quoted"))
            report(Code::response_undecided, "force_quoted", "nobody has decided yet whether the force is quoted in the report",
                   "the page says “Not recorded”; write `yes` or `no`");
    }

    bool is_empty_array(std::string_view key) {
        const auto* array = std::get_if<toml_tree::Array>(&reader_.entry(key)->value.data);
        return array != nullptr && array->empty();
    }

    bool says_unknown(std::string_view key) {
        const toml_tree::Entry* entry = reader_.entry(key);
        const auto* text = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.data);
        return text != nullptr && *text == "unknown";
    }

    const ReadContext& context_;
    TableReader& reader_;
    const Response& response_;
};

}  // namespace

void check_rules(const ReadContext& context, TableReader& reader, const Response& response) { Rules(context, reader, response).check(); }

}  // namespace vitrine::content
