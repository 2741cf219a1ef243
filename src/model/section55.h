#pragma once

#include <optional>

#include "base/date.h"
#include "model/vocabulary.h"

/// The clock of Police Act 1996 s.55(5A): comments are published before the end of the period of 56 days beginning with
/// the day on which the report is published.
namespace vitrine {

/// The length of the period; its first day is the day of publication.
inline constexpr int response_period_days = 56;

/// The day from which reports have the 56-day rule: 2 May 2017 (Policing and Crime Act 2017 s.37).
[[nodiscard]] Date rule_begins();

/// The last day on which the response to a report of that day is lawful: 55 days later.
[[nodiscard]] Date last_lawful_day(Date report_published);

/// Which day of the period a response came on: 1 on the day of the report.
[[nodiscard]] int day_of_period(Date report_published, Date response_published);

/// What s.55 asks when the front matter does not say.
[[nodiscard]] Section55 default_section55(Date report_published);

/// The state of one response's clock.
struct Clock {
    enum class State { no_deadline, in_time, late, awaited, overdue };

    State state = State::no_deadline;
    std::optional<Date> deadline;  ///< absent when there is none
    int day = 0;                   ///< the day of the period it came on; 0 while awaited and without a deadline
    int days_late = 0;             ///< 0 unless late or overdue
};

/// The clock of a report at a date. A report before the rule began has no deadline whatever `section55` says, and so has
/// one that needs no response; one that is only known to a month or year has none that could be counted.
[[nodiscard]] Clock clock_of(Date report_published, Precision precision, Section55 section55, std::optional<Date> response_published, Date today);

}  // namespace vitrine
