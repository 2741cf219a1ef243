#include "model/section55.h"

namespace vitrine {

Date rule_begins() { return Date{std::chrono::year(2017), std::chrono::May, std::chrono::day(2)}; }

Date last_lawful_day(Date report_published) { return plus_days(report_published, response_period_days - 1); }

int day_of_period(Date report_published, Date response_published) { return days_between(report_published, response_published) + 1; }

Section55 default_section55(Date report_published) {
    return report_published < rule_begins() ? Section55::voluntary : Section55::applies;
}

Clock clock_of(Date report_published, Precision precision, Section55 section55, std::optional<Date> response_published, Date today) {
    Clock clock;
    const bool counts = section55 == Section55::applies && precision == Precision::day && report_published >= rule_begins();
    if (!counts) return clock;
    clock.deadline = last_lawful_day(report_published);
    const int overrun = days_between(*clock.deadline, response_published.value_or(today));
    if (response_published) {
        clock.day = day_of_period(report_published, *response_published);
        clock.state = overrun > 0 ? Clock::State::late : Clock::State::in_time;
    } else {
        clock.state = overrun > 0 ? Clock::State::overdue : Clock::State::awaited;
    }
    clock.days_late = overrun > 0 ? overrun : 0;
    return clock;
}

}  // namespace vitrine
