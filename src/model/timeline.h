#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/site.h"

namespace vitrine {

/// Something that happened, or is due, on a day.
struct Event {
    enum class Kind { report, response, deadline };

    Date date;
    Kind kind = Kind::report;
    std::size_t response = 0;  ///< index into `Site::responses`
};

/// The events of one calendar year, newest first; on one day deadlines before responses before reports, then by id.
struct YearOfEvents {
    std::chrono::year year;
    std::vector<Event> events;
};

/// What a year's reports came to.
struct YearFigures {
    std::chrono::year year;
    std::size_t reports = 0;    ///< published in that year
    std::size_t responses = 0;  ///< published in that year
    std::size_t in_time = 0;    ///< of the year's reports with a deadline, those answered in time
    std::size_t late = 0;       ///< of the year's reports with a deadline, those answered late or overdue
    std::optional<int> median_days;  ///< from report to response (day 1 is the report's), of the year's answered reports
};

/// The years with events, newest first. Withdrawn responses have no events.
[[nodiscard]] std::vector<YearOfEvents> timeline_of(const Site& site);

/// Figures for every year with reports or responses, newest first.
[[nodiscard]] std::vector<YearFigures> figures_by_year(const Site& site);

}  // namespace vitrine
