#include "render/open_data.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "model/history.h"
#include "plan/address.h"
#include "render/data_columns.h"

namespace vitrine::render {

Date day_of_report(const Response& response) {
    const Date day = response.report_published;
    if (response.report_published_precision == Precision::year) return day.year() / std::chrono::January / 1;
    if (response.report_published_precision == Precision::month) return day.year() / day.month() / 1;
    return day;
}

std::string address_of(const Context& context, const Response& response) {
    return context.page_url(plan::response_folder(response.id.value));
}

Cell newest_entry(const std::vector<Update>& updates) { return updates.empty() ? Cell() : Cell(updates.back().date); }

std::optional<Date> newest_day(const Site& site) {
    std::optional<Date> newest;
    for (const Response& response : site.responses)
        if (response.status != Status::withdrawn) newest = std::max(newest, last_changed(response, site.today()));
    return newest;
}

const Table& table_of(plan::DataTable table) {
    static const std::array tables = {inspections_table(), recommendations_table(), grades_table(), timeliness_table()};
    const Table& found = tables.at(static_cast<std::size_t>(table));
    assert(found.id == table);
    return found;
}

}  // namespace vitrine::render
