#include "base/text.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

/// Collects the rows of the summary list.
class Facts {
public:
    Facts(const Context& context, const Response& response) : context_(context), response_(response) {}

    List rows() {
        report();
        answer();
        people();
        copies();
        return std::move(rows_);
    }

    /// What stays on a tombstone: what was inspected and by whom, and that there was an answer.
    List rows_of_tombstone() {
        date("Date inspection published", response_.report_published, response_.report_published_precision);
        inspectorates();
        if (response_.response_published) date("Response published", *response_.response_published);
        return std::move(rows_);
    }

private:
    void row(std::string label, List values) {
        const bool unrecorded = values.empty();
        rows_.push_back(Object{{"label", std::move(label)}, {"unrecorded", unrecorded}, {"values", std::move(values)}});
    }
    void unrecorded(std::string label) { row(std::move(label), {}); }

    /// One value of a row.
    struct Fact {
        std::string text;
        std::string note = {};
        std::string url = {};
        bool external = false;
        std::string iso = {};
    };
    static Value value_of(Fact fact) {
        return Object{{"text", std::move(fact.text)},
                      {"iso", std::move(fact.iso)},
                      {"url", std::move(fact.url)},
                      {"external", fact.external},
                      {"note", std::move(fact.note)}};
    }

    void text(std::string label, std::string text, std::string note = {}) {
        row(std::move(label), {value_of({.text = std::move(text), .note = std::move(note)})});
    }

    void date(std::string label, Date date, Precision precision = Precision::day) {
        const Value value = date_value(date, precision);
        row(std::move(label), {value_of({.text = std::string(value.find("text")->text()), .iso = std::string(value.find("iso")->text())})});
    }

    void date_or_unrecorded(std::string label, const std::optional<Date>& when) {
        if (when)
            date(std::move(label), *when);
        else
            unrecorded(std::move(label));
    }

    void address(std::string label, std::string_view text, const std::string& url) {
        if (!url.empty())
            row(std::move(label), {value_of({.text = std::string(text), .note = host_of(url), .url = url, .external = true})});
    }

    static std::string host_of(std::string_view url) {
        const std::size_t begin = url.find("//") + 2;
        return std::string(url.substr(begin, url.find_first_of("/?#:", begin) - begin));
    }

    void report() {
        date("Date inspection published", response_.report_published, response_.report_published_precision);
        List types;
        for (const InspectionType type : response_.types)
            if (type != InspectionType::unknown) types.push_back(value_of({.text = std::string(label(type))}));
        row("Type of inspection", std::move(types));
        const std::string& force = context_.site.config.office.force;
        const std::string quoted_label = "Is " + (force.empty() ? "the force" : force) + " quoted in the report?";
        if (response_.force_quoted == Answer::unknown)
            unrecorded(quoted_label);
        else
            text(quoted_label, std::string(label(response_.force_quoted)));
        inspectorates();
        if (const std::string programme = programme_of(response_); !programme.empty()) text("Programme", programme);
        address("Inspection report", "Read the inspection report", response_.report_url);
        address("Report about the force", "Read the report about the force", response_.force_report_url);
        address("Letter", "Read the inspectorate’s letter", response_.letter_url);
        asked();
    }

    void inspectorates() {
        List all = {value_of({.text = response_.inspectorate})};
        for (const std::string& partner : response_.partners) all.push_back(value_of({.text = partner}));
        row(response_.partners.empty() ? "Inspectorate" : "Inspectorates", std::move(all));
    }

    void asked() {
        if (!response_.recommendations.empty())
            row("Recommendations or areas for improvement",
                {value_of({.text = counted_by_kind(response_.recommendations),
                           .url = "#recommendations",
                           .external = true})});
        else if (response_.no_recommendations)
            text("Recommendations or areas for improvement", "None");
        else
            unrecorded("Recommendations or areas for improvement");
    }

    void answer() {
        const Clock clock = context_.site.clock(response_);
        if (clock.deadline)
            date("Deadline for response", *clock.deadline);
        else if (response_.section55 == Section55::applies && response_.report_published >= rule_begins())
            unrecorded("Deadline for response");
        else
            text("Deadline for response", "None");
        if (response_.response_published)
            date("Response published", *response_.response_published);
        else if (response_.section55 == Section55::not_required)
            text("Response published", "Not required");
        else
            unrecorded("Response published");
    }

    void people() {
        text("Answered by", response_.commissioner.name, std::string(label(response_.commissioner.role)));
        if (!response_.chief_officer) return;
        const ChiefOfficer& officer = *response_.chief_officer;
        if (!officer.name.empty()) text("Chief officer", officer.name, officer.role);
        if (officer.outcome)
            text("Chief officer’s comments", std::string(label(*officer.outcome)), dates_of(officer));
        else
            unrecorded("Chief officer’s comments");
    }

    static std::string dates_of(const ChiefOfficer& officer) {
        std::string dates = officer.invited ? "Invited " + long_date(*officer.invited) : "";
        if (officer.received) dates += (dates.empty() ? "Received " : ", received ") + long_date(*officer.received);
        return dates;
    }

    /// Copies go to the inspectors and the Secretary of State (s.55(7)); before the duty began, only what was recorded counts.
    void copies() {
        const bool owed = response_.section55 == Section55::applies;
        if (owed || response_.sent_to_hmicfrs) date_or_unrecorded("Sent to " + response_.inspectorate, response_.sent_to_hmicfrs);
        if (owed || response_.sent_to_home_secretary) date_or_unrecorded("Sent to the Home Secretary", response_.sent_to_home_secretary);
    }

    const Context& context_;
    const Response& response_;
    List rows_;
};

}  // namespace

Value facts_value(const Context& context, const Response& response) { return some(Facts(context, response).rows()); }

Value tombstone_facts_value(const Context& context, const Response& response) {
    return some(Facts(context, response).rows_of_tombstone());
}

}  // namespace vitrine::render
