#include <algorithm>
#include <array>

#include "render/data_columns.h"

namespace vitrine::render {
namespace {

/// A response, and what the site knows of it beside its own front matter.
struct Inspection {
    const Context& context;
    const Response& response;
    const std::vector<std::size_t>& follows;
    Clock clock;

    /// A response that was withdrawn keeps the cells of what its page still shows.
    [[nodiscard]] bool shows(const Column& column) const {
        constexpr std::array<std::string_view, 10> lasting = {"id",
                                                              "title",
                                                              "url",
                                                              "status",
                                                              "withdrawn_reason",
                                                              "report_published",
                                                              "report_published_precision",
                                                              "inspectorate",
                                                              "partners",
                                                              "response_published"};
        return response.status != Status::withdrawn || std::find(lasting.begin(), lasting.end(), column.name) != lasting.end();
    }
};

void inspections(const Context& context, const std::function<void(const Inspection&)>& visit) {
    const Site& site = context.site;
    for (std::size_t i = 0; i < site.responses.size(); ++i)
        visit({context, site.responses[i], site.follows[i], site.clock(site.responses[i])});
}

// Not published is one state, whether the deadline is past or not: the file stays true while time goes by.
constexpr ColumnType::Value in_time = {"in-time", "Published by the deadline"}, late = {"late", "Published after it"},
                            awaited = {"not-published", "Not published"}, no_deadline = {"no-deadline", "No deadline by law"},
                            unknown = {"deadline-unknown", "The exact day of the report is not recorded"};

Cell timeliness(const Inspection& row) {
    switch (row.clock.state) {
        case Clock::State::in_time:
            return in_time.first;
        case Clock::State::late:
            return late.first;
        case Clock::State::awaited:
        case Clock::State::overdue:
            return awaited.first;
        case Clock::State::no_deadline:
            break;
    }
    const bool has_one = row.response.section55 == Section55::applies && row.response.report_published >= rule_begins();
    return has_one ? unknown.first : no_deadline.first;
}

Cell response_day(const Inspection& row) {
    const Response& response = row.response;
    if (!response.response_published || response.report_published_precision != Precision::day) return {};
    return std::int64_t{day_of_period(response.report_published, *response.response_published)};
}

Cell days_late(const Inspection& row) {
    const bool is_known = row.clock.state == Clock::State::in_time || row.clock.state == Clock::State::late;
    return is_known ? Cell(std::int64_t{row.clock.days_late}) : Cell();
}

/// How many items of a kind there are; nothing where nobody has said whether the report has any.
Cell items_of(const Inspection& row, RecommendationKind kind) {
    const auto& items = row.response.recommendations;
    if (items.empty() && !row.response.no_recommendations) return {};
    return count(static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const Recommendation& item) { return item.kind == kind; })));
}

Cell open_items(const Inspection& row) {
    const auto& items = row.response.recommendations;
    if (items.empty() && !row.response.no_recommendations) return {};
    return count(static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [](const Recommendation& item) { return item.is_open(); })));
}

Cell types(const Inspection& row) {
    std::vector<InspectionType> known = row.response.types;
    std::erase(known, InspectionType::unknown);
    return keys_of_all(known);
}

Cell tags(const Inspection& row) {
    std::vector<std::string_view> slugs;
    for (const TagUse& use : row.response.tags) slugs.push_back(use.slug);
    return slugs;
}

Cell follows(const Inspection& row) {
    std::vector<std::string_view> ids;
    for (const std::size_t earlier : row.follows) ids.push_back(row.context.site.responses[earlier].id.value);
    return ids;
}

template <class T>
Cell of_officer(const Inspection& row, T ChiefOfficer::*member) {
    if (!row.response.chief_officer) return {};
    if constexpr (std::is_same_v<T, std::string>)
        return borrowed(*row.response.chief_officer.*member);
    else if constexpr (std::is_same_v<T, std::optional<Date>>)
        return cell_of(*row.response.chief_officer.*member);
    else
        return render::key_of(*row.response.chief_officer.*member);
}

using Fields = std::vector<Field<Inspection>>;
using Row = const Inspection&;

Fields fields_of_report() {
    return {
        {{"id", "Identifier", "The name of the inspection in addresses and in the other files. It never changes.",
          required(text())},
         [](Row row) { return borrowed(row.response.id.value); }},
        {{"title", "Title", "The title of the inspection, as its report has it.", required(text())},
         [](Row row) { return borrowed(row.response.title); }},
        {{"url", "Page", "The page of the response on this site.", required(url())},
         [](Row row) { return Cell(address_of(row.context, row.response)); }},
        {{"status", "Status",
          "Whether the response can be read. One that was withdrawn keeps its row, with those facts that its page still "
          "shows; all other cells of the row are empty.",
          required(term_of<Status>(Status::draft))},
         [](Row row) { return borrowed(key(row.response.status)); }},
        {{"withdrawn_reason", "Why withdrawn", "Why the response was withdrawn.", text()},
         [](Row row) { return words_of(row.response.withdrawn_reason); }},
        {{"inspectorate", "Inspectorate", "Who inspected.", required(text())},
         [](Row row) { return borrowed(row.response.inspectorate); }},
        {{"partners", "Partners", "The other inspectorates of a joint inspection.", list_of(text())},
         [](Row row) { return Cell(std::vector<std::string_view>(row.response.partners.begin(), row.response.partners.end())); }},
        {{"programme", "Programme", "The programme of inspections that the report belongs to.", term_of<Programme>()},
         [](Row row) { return render::key_of(row.response.programme); }},
        {{"cycle", "Cycle", "The cycle of that programme. Grades of different cycles cannot be compared.", text()},
         [](Row row) { return borrowed(row.response.cycle); }},
        {{"types", "Types", "The types of inspection that are ticked on the form.",
          list_of(term_of<InspectionType>(InspectionType::unknown))},
         types},
        {{"force_quoted", "Force quoted", "Whether the report quotes the force.", boolean()},
         [](Row row) {
             return row.response.force_quoted == Answer::unknown ? Cell() : Cell(row.response.force_quoted == Answer::yes);
         }},
        {{"report_url", "Report", "Where the inspectorate publishes the report.", url()},
         [](Row row) { return borrowed(row.response.report_url); }},
        {{"force_report_url", "Report about the force", "The report about this force, where there are several.", url()},
         [](Row row) { return borrowed(row.response.force_report_url); }},
        {{"letter_url", "Letter", "A letter of the inspectorate.", url()},
         [](Row row) { return borrowed(row.response.letter_url); }},
        {{"report_published", "Report published",
          "The day on which the report was published. Where only its month or year is known, the first day of that.",
          required(date())},
         [](Row row) { return Cell(day_of_report(row.response)); }},
        {{"report_published_precision", "Precision of that day", "How exactly the day of the report is known.",
          required(term_of<Precision>())},
         [](Row row) { return borrowed(key(row.response.report_published_precision)); }},
    };
}

Fields fields_of_answer() {
    return {
        {{"section55", "Section 55", "What section 55 of the Police Act 1996 asks for.", term_of<Section55>()},
         [](Row row) { return borrowed(key(row.response.section55)); }},
        {{"section55_reason", "Why not required", "Why no response is required.", text()},
         [](Row row) { return borrowed(row.response.section55_reason); }},
        {{"deadline", "Deadline",
          "The last lawful day for the response: the 56th, counted from the day of the report as the first.", date()},
         [](Row row) { return cell_of(row.clock.deadline); }},
        {{"response_published", "Response published", "The day on which the response was published.", date()},
         [](Row row) { return cell_of(row.response.response_published); }},
        {{"response_day", "Day of the response",
          "On which day the response was published; the day of the report is day 1. Empty where that day is not known exactly.",
          integer()},
         response_day},
        {{"timeliness", "Timeliness",
          "Whether the deadline was kept. A deadline that is past and a response that is not published: overdue.",
          one_of({in_time, late, awaited, no_deadline, unknown})},
         timeliness},
        {{"days_late", "Days late", "How many days after its deadline the response was published: 0 if it was in time.", integer()},
         days_late},
        {{"late_reason", "Why late", "Why it was late.", text()}, [](Row row) { return borrowed(row.response.late_reason); }},
        {{"commissioner", "Answered by", "Who answers for the local policing body.", text()},
         [](Row row) { return borrowed(row.response.commissioner.name); }},
        {{"commissioner_role", "Office of that person", "The office that this person held.", term_of<CommissionerRole>()},
         [](Row row) { return borrowed(key(row.response.commissioner.role)); }},
        {{"chief_officer", "Chief officer", "Who commented, or was invited to, for the force.", text()},
         [](Row row) { return of_officer(row, &ChiefOfficer::name); }},
        {{"chief_officer_role", "Rank of the chief officer", "The rank or office of that person.", text()},
         [](Row row) { return of_officer(row, &ChiefOfficer::role); }},
        {{"chief_officer_invited", "Comments invited", "The day on which comments were invited.", date()},
         [](Row row) { return of_officer(row, &ChiefOfficer::invited); }},
        {{"chief_officer_received", "Comments received", "The day on which they were received.", date()},
         [](Row row) { return of_officer(row, &ChiefOfficer::received); }},
        {{"chief_officer_outcome", "Outcome", "What came of it.", term_of<CommentsOutcome>()},
         [](Row row) { return of_officer(row, &ChiefOfficer::outcome); }},
        {{"sent_to_hmicfrs", "Sent to the inspectorate", "The day on which the inspectors were sent a copy.", date()},
         [](Row row) { return cell_of(row.response.sent_to_hmicfrs); }},
        {{"sent_to_home_secretary", "Sent to the Home Secretary", "The day on which the Home Secretary was sent a copy.", date()},
         [](Row row) { return cell_of(row.response.sent_to_home_secretary); }},
    };
}

Fields fields_of_contents() {
    return {
        {{"recommendations", "Recommendations", "How many recommendations of the report are answered; 0 where it has none.",
          integer()},
         [](Row row) { return items_of(row, RecommendationKind::recommendation); }},
        {{"areas_for_improvement", "Areas for improvement", "How many areas for improvement.", integer()},
         [](Row row) { return items_of(row, RecommendationKind::area_for_improvement); }},
        {{"causes_of_concern", "Causes of concern", "How many causes of concern.", integer()},
         [](Row row) { return items_of(row, RecommendationKind::cause_of_concern); }},
        {{"accelerated_causes_of_concern", "Accelerated causes of concern", "How many accelerated causes of concern.", integer()},
         [](Row row) { return items_of(row, RecommendationKind::accelerated_cause_of_concern); }},
        {{"open_items", "Open items", "How many of all these are open: not started, in progress, or without a status.", integer()},
         open_items},
        {{"last_update", "Last update", "The day of the newest entry in the history of the response.", date()},
         [](Row row) { return newest_entry(row.response.updates); }},
        {{"tags", "Tags", "The subjects of the inspection, as in the addresses of their pages.", list_of(text())}, tags},
        {{"follows", "Follows", "The identifiers of the inspections that this one follows up.", list_of(text())}, follows},
    };
}

}  // namespace

Table inspections_table() {
    Fields fields = fields_of_report();
    for (Fields more : {fields_of_answer(), fields_of_contents()}) fields.insert(fields.end(), more.begin(), more.end());
    return with_fields<Inspection>(
        {.id = plan::DataTable::inspections,
         .title = "Inspections and responses",
         .description = "One row for each inspection report that this site answers, the newest report first.",
         .key = {"id"}},
        std::move(fields), inspections);
}

}  // namespace vitrine::render
