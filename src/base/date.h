#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace vitrine {

/// A day of the calendar, without a time or a zone.
using Date = std::chrono::year_month_day;

/// A moment in UTC.
using Instant = std::chrono::sys_seconds;

/// A wall-clock time without a zone.
struct LocalDateTime {
    Date date;
    std::chrono::seconds time_of_day{0};

    friend bool operator==(const LocalDateTime&, const LocalDateTime&) = default;
};

/// `2024-07-19` (ISO 8601).
[[nodiscard]] std::string iso(Date date);

/// `2024-07-19T00:01:00Z` (RFC 3339).
[[nodiscard]] std::string iso(Instant instant);

/// The moment at which that day begins in the United Kingdom: `2024-07-19T00:00:00+01:00` (RFC 3339).
[[nodiscard]] std::string iso_start_of_day(Date date);

/// `19 July 2024`, as GOV.UK writes dates.
[[nodiscard]] std::string long_date(Date date);

/// `July 2024`.
[[nodiscard]] std::string month_and_year(Date date);

/// The English name of a month: `July`.
[[nodiscard]] std::string month_name(std::chrono::month month);

/// The day that many days later; earlier for a negative count.
[[nodiscard]] Date plus_days(Date date, int days);

/// How many days `to` lies after `from`; negative when before.
[[nodiscard]] int days_between(Date from, Date to);

/// Reads `2024-07-19`; nothing when the text is not exactly that or there is no such day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// Reads an RFC 3339 date-time (`2024-07-19T00:01:00Z`, any offset), or a date, which means its first moment in the
/// United Kingdom; nothing when the text is neither. Fractions of a second are dropped.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

/// The moment at which clocks in the United Kingdom show that time (Summer Time Act 1972, S.I. 2002/262: one hour ahead
/// of UTC from 01:00 UTC on the last Sunday of March until 01:00 UTC on the last Sunday of October). A time that occurs
/// twice means the later moment, one that is skipped the moment an hour after the gap opens: an embargo never ends early.
[[nodiscard]] Instant uk_instant(LocalDateTime local);

/// The date that calendars in the United Kingdom show at that moment.
[[nodiscard]] Date uk_date(Instant instant);

}  // namespace vitrine
