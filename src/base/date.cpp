#include "base/date.h"

#include <array>
#include <charconv>

namespace vitrine {

using namespace std::chrono;

namespace {

constexpr std::array<const char*, 12> month_names = {"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};

/// Appends a number that is not negative, with zeros before it up to `width` digits.
void append_padded(std::string& out, int value, std::size_t width) {
    std::array<char, 12> digits{};
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const auto size = static_cast<std::size_t>(end - digits.data());
    if (size < width) out.append(width - size, '0');
    out.append(digits.data(), size);
}

int number(unsigned value) { return static_cast<int>(value); }

/// Reads exactly `text.size()` decimal digits; -1 for anything else.
int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? -1 : value;
}

}  // namespace

std::string month_name(month month) { return month_names.at(unsigned{month} - 1); }

std::string iso(Date date) {
    std::string out;
    append_padded(out, int{date.year()}, 4);
    append_padded(out += '-', number(unsigned{date.month()}), 2);
    append_padded(out += '-', number(unsigned{date.day()}), 2);
    return out;
}

std::string iso(Instant instant) {
    const sys_days day = floor<days>(instant);
    const hh_mm_ss time(instant - day);
    std::string out = iso(Date(day));
    append_padded(out += 'T', static_cast<int>(time.hours().count()), 2);
    append_padded(out += ':', static_cast<int>(time.minutes().count()), 2);
    append_padded(out += ':', static_cast<int>(time.seconds().count()), 2);
    return out += 'Z';
}

std::string long_date(Date date) {
    std::string out;
    append_padded(out, number(unsigned{date.day()}), 1);
    return (out += ' ') += month_and_year(date);
}

std::string month_and_year(Date date) {
    std::string out = month_name(date.month());
    append_padded(out += ' ', int{date.year()}, 1);
    return out;
}

Date plus_days(Date date, int count) { return Date(sys_days(date) + days(count)); }

int days_between(Date from, Date to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)), d = digits(text.substr(8, 2));
    if (y < 0 || m < 0 || d < 0) return std::nullopt;
    const Date date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

namespace {

/// The offset that ends an RFC 3339 date-time: `Z`, `+01:00`, `-05:30`.
std::optional<seconds> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return seconds{0};
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    const int h = digits(text.substr(1, 2)), m = digits(text.substr(4, 2));
    if (h < 0 || h > 23 || m < 0 || m > 59) return std::nullopt;
    const seconds size = hours(h) + minutes(m);
    return text[0] == '-' ? -size : size;
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
    const std::optional<Date> date = parse_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    if (text.size() == 10) return uk_instant({*date, seconds{0}});
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const int h = digits(text.substr(11, 2)), m = digits(text.substr(14, 2)), s = digits(text.substr(17, 2));
    if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 60) return std::nullopt;
    std::string_view rest = text.substr(19);
    if (rest.starts_with('.')) {
        const std::size_t end = rest.find_first_not_of("0123456789", 1);
        if (end == 1 || end == std::string_view::npos) return std::nullopt;
        rest.remove_prefix(end);
    }
    const std::optional<seconds> offset = parse_offset(rest);
    if (!offset) return std::nullopt;
    return sys_days(*date) + hours(h) + minutes(m) + seconds(s) - *offset;
}

namespace {

bool is_summer_time(Instant instant) {
    const year y = Date(floor<days>(instant)).year();
    const Instant begins = sys_days(y / March / Sunday[last]) + hours(1);
    const Instant ends = sys_days(y / October / Sunday[last]) + hours(1);
    return instant >= begins && instant < ends;
}

}  // namespace

Instant uk_instant(LocalDateTime local) {
    const Instant as_utc = sys_days(local.date) + local.time_of_day;
    // In winter the wall clock is UTC. Asking for the winter reading first gives the later moment of a time shown twice.
    if (!is_summer_time(as_utc)) return as_utc;
    const Instant in_summer = as_utc - hours(1);
    return is_summer_time(in_summer) ? in_summer : as_utc;
}

std::string iso_start_of_day(Date date) {
    const bool an_hour_ahead = uk_instant({date, seconds{0}}) < sys_days(date);
    return iso(date) + (an_hour_ahead ? "T00:00:00+01:00" : "T00:00:00+00:00");
}

Date uk_date(Instant instant) { return Date(floor<days>(is_summer_time(instant) ? instant + hours(1) : instant)); }

}  // namespace vitrine
