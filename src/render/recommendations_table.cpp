#include "render/data_columns.h"

namespace vitrine::render {
namespace {

/// Calls a function with each response that can be read.
template <class Visit>
void for_each_published(const Context& context, Visit visit) {
    for (const Response& response : context.site.responses)
        if (response.status == Status::published) visit(response);
}

/// An item of a report, and the response that answers it.
struct Item {
    const Context& context;
    const Response& response;
    const Recommendation& item;
};

void items(const Context& context, const std::function<void(const Item&)>& visit) {
    for_each_published(context, [&](const Response& response) {
        for (const Recommendation& item : response.recommendations) visit({context, response, item});
    });
}

/// A grade of an assessment, and its place in the list from 1.
struct Graded {
    const Response& response;
    const GradedArea& area;
    std::size_t position;
};

void graded_areas(const Context& context, const std::function<void(const Graded&)>& visit) {
    for_each_published(context, [&](const Response& response) {
        std::size_t position = 0;
        for (const GradedArea& area : response.grades) visit({response, area, ++position});
    });
}

/// The columns by which a row is recognised without the file of inspections.
template <class Row>
std::vector<Field<Row>> fields_of_inspection() {
    return {
        {{"inspection", "Inspection", "The identifier of the inspection, as in the file of inspections.", required(text())},
         [](const Row& row) { return borrowed(row.response.id.value); }},
        {{"inspection_title", "Title of the inspection", "The title of the inspection.", required(text())},
         [](const Row& row) { return borrowed(row.response.title); }},
        {{"report_published", "Report published", "The day of the report, as in the file of inspections.", required(date())},
         [](const Row& row) { return Cell(day_of_report(row.response)); }},
    };
}

template <class Row>
std::vector<Field<Row>> with_inspection(std::vector<Field<Row>> own) {
    std::vector<Field<Row>> fields = fields_of_inspection<Row>();
    fields.insert(fields.end(), own.begin(), own.end());
    return fields;
}

constexpr Table::Reference to_inspections = {"inspection", plan::DataTable::inspections};

}  // namespace

Table recommendations_table() {
    using Row = const Item&;
    return with_fields<Item>(
        {.id = plan::DataTable::recommendations,
         .title = "Recommendations",
         .description = "One row for each recommendation, area for improvement and cause of concern, in the order of the reports.",
         .key = {"inspection", "number"},
         .reference = to_inspections},
        with_inspection<Item>({
            {{"number", "Number", "The number in the report, such as 3a. It is unique within its inspection.", required(text())},
             [](Row row) { return borrowed(row.item.number.value); }},
            {{"url", "Place on the page", "Its place on the page of the response.", required(url())},
             [](Row row) { return Cell(address_of(row.context, row.response) + "#" + row.item.anchor); }},
            {{"kind", "Kind", "What it is.", required(term_of<RecommendationKind>())},
             [](Row row) { return borrowed(key(row.item.kind)); }},
            {{"cause_of_concern", "Cause of concern", "The number of the cause of concern that it belongs to.", text()},
             [](Row row) {
                 return row.item.cause ? borrowed(row.response.recommendations[*row.item.cause].number.value) : Cell();
             }},
            {{"text", "Text", "The report’s own words, without markup and line breaks.", text()},
             [](Row row) { return borrowed(row.item.text.words()); }},
            {{"addressed_to", "Addressed to", "Who is to act.", list_of(term_of<Addressee>())},
             [](Row row) { return Cell(keys_of_all(row.item.addressed_to)); }},
            {{"due", "Due", "The day by which the report wants it done. If that is past and the item is open, it is overdue.",
              date()},
             [](Row row) { return cell_of(row.item.due); }},
            {{"status", "Status", "The office’s own assessment of what has become of it. Empty: not recorded.",
              term_of<RecommendationStatus>()},
             [](Row row) { return borrowed(key(row.item.status)); }},
            {{"status_date", "Status as at", "The day on which that status was recorded.", date()},
             [](Row row) { return cell_of(row.item.status_date); }},
            {{"open", "Open", "Whether something is still to come: not started, in progress, or without a status.",
              required(boolean())},
             [](Row row) { return Cell(row.item.is_open()); }},
            {{"force_action", "Action of the force", "What the force has done or will do, without markup.", text()},
             [](Row row) { return words_of(row.item.force_action); }},
            {{"pcc_action", "Action of the commissioner", "Whether the commissioner has acted or will act.", term_of<PccAction>()},
             [](Row row) { return render::key_of(row.item.pcc_action); }},
            {{"pcc_explanation", "Explanation", "The commissioner’s explanation of that, without markup.", text()},
             [](Row row) { return words_of(row.item.pcc_explanation); }},
            {{"last_update", "Last update", "The day of the newest entry in the history of the item.", date()},
             [](Row row) { return newest_entry(row.item.updates); }},
        }),
        items);
}

Table grades_table() {
    using Row = const Graded&;
    return with_fields<Graded>(
        {.id = plan::DataTable::grades,
         .title = "Grades",
         .description = "One row for each area that a report graded, in the order of the report.",
         .key = {"inspection", "position"},
         .reference = to_inspections},
        with_inspection<Graded>({
            {{"programme", "Programme", "The programme of inspections that the report belongs to.", term_of<Programme>()},
             [](Row row) { return render::key_of(row.response.programme); }},
            {{"cycle", "Cycle", "The cycle of that programme. Grades of different cycles cannot be compared.", text()},
             [](Row row) { return borrowed(row.response.cycle); }},
            {{"position", "Position", "The place of the area among those of its report, from 1.", required(integer())},
             [](Row row) { return count(row.position); }},
            {{"area", "Area", "What was graded, in the report’s words.", required(text())},
             [](Row row) { return borrowed(row.area.area); }},
            {{"grade", "Grade", "The grade that it was given.", required(term_of<Grade>())},
             [](Row row) { return borrowed(key(row.area.grade)); }},
        }),
        graded_areas);
}

}  // namespace vitrine::render
