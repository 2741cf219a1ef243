#include "render/data_columns.h"

namespace vitrine::render {
namespace {

void years(const Context& context, const std::function<void(const YearFigures&)>& visit) {
    for (const YearFigures& year : figures_by_year(context.site)) visit(year);
}

}  // namespace

Table timeliness_table() {
    using Row = const YearFigures&;
    return with_fields<YearFigures>(
        {.id = plan::DataTable::timeliness,
         .title = "Timeliness by year",
         .description = "One row for each calendar year, the newest first: the figures of the timeline. Responses that were "
                        "withdrawn do not count.",
         .key = {"year"}},
        {
            {{"year", "Year", "The calendar year.", required(integer())},
             [](Row row) { return Cell(std::int64_t{int{row.year}}); }},
            {{"reports", "Reports", "How many reports were published in that year.", required(integer())},
             [](Row row) { return count(row.reports); }},
            {{"responses", "Responses", "How many responses were published in that year, to reports of whatever year.",
              required(integer())},
             [](Row row) { return count(row.responses); }},
            {{"in_time", "In time", "How many of the year’s reports with a deadline were answered by it.", required(integer())},
             [](Row row) { return count(row.in_time); }},
            {{"late", "Late", "How many of the year’s reports with a deadline were not answered by it.", required(integer())},
             [](Row row) { return count(row.late); }},
            {{"median_days", "Median days",
              "The median of response_day over the year’s reports that were answered: half of the answers took no longer. Rounded "
              "up.",
              integer()},
             [](Row row) { return row.median_days ? Cell(std::int64_t{*row.median_days}) : Cell(); }},
        },
        years);
}

}  // namespace vitrine::render
