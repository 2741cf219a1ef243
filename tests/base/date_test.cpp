#include "base/date.h"

#include <catch2/catch.hpp>

using namespace vitrine;
using namespace std::chrono;

namespace {

Date day_of(std::string_view text) { return parse_date(text).value(); }

/// The moment at which the United Kingdom shows that date and time, in RFC 3339.
std::string uk(std::string_view date, int hour, int minute) {
    return iso(uk_instant({day_of(date), hours(hour) + minutes(minute)}));
}

std::string instant(std::string_view text) {
    const auto parsed = parse_instant(text);
    return parsed ? iso(*parsed) : "nothing";
}

}  // namespace

TEST_CASE("Dates are read when they are exactly a day of the calendar") {
    CHECK(iso(day_of("2024-07-19")) == "2024-07-19");
    CHECK(iso(day_of("2024-02-29")) == "2024-02-29");
    CHECK(iso(day_of("0001-01-01")) == "0001-01-01");
    for (const char* text : {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-06-31", "2024-6-1", "04/09/2014",
                             "2024-07-19 ", " 2024-07-19", "2024-07-1x", "+024-07-19", "2024 07 19", "", "2024"})
        CHECK_FALSE(parse_date(text));
}

TEST_CASE("Dates are written as GOV.UK does") {
    CHECK(long_date(day_of("2024-07-19")) == "19 July 2024");
    CHECK(long_date(day_of("2014-09-04")) == "4 September 2014");
    CHECK(month_and_year(day_of("2024-07-19")) == "July 2024");
    CHECK(month_name(January) == "January");
    CHECK(month_name(December) == "December");
}

TEST_CASE("Days are added and counted across months, years and leap days") {
    CHECK(iso(plus_days(day_of("2024-02-01"), 55)) == "2024-03-27");
    CHECK(iso(plus_days(day_of("2023-02-01"), 55)) == "2023-03-28");
    CHECK(iso(plus_days(day_of("2024-01-01"), -1)) == "2023-12-31");
    CHECK(days_between(day_of("2024-02-28"), day_of("2024-03-01")) == 2);
    CHECK(days_between(day_of("2023-02-28"), day_of("2023-03-01")) == 1);
    CHECK(days_between(day_of("2024-03-01"), day_of("2024-02-28")) == -2);
    CHECK(days_between(day_of("2024-03-01"), day_of("2024-03-01")) == 0);
}

TEST_CASE("Moments are read with any offset and written in UTC") {
    CHECK(instant("2024-07-19T00:01:00Z") == "2024-07-19T00:01:00Z");
    CHECK(instant("2024-07-19t00:01:00z") == "2024-07-19T00:01:00Z");
    CHECK(instant("2024-07-19 00:01:00Z") == "2024-07-19T00:01:00Z");
    CHECK(instant("2024-07-19T00:01:00+01:00") == "2024-07-18T23:01:00Z");
    CHECK(instant("2024-07-18T19:01:00-05:30") == "2024-07-19T00:31:00Z");
    CHECK(instant("2024-07-19T00:01:00.999Z") == "2024-07-19T00:01:00Z");
    CHECK(instant("2016-12-31T23:59:60Z") == "2017-01-01T00:00:00Z");  // a leap second
    CHECK(instant("1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
}

TEST_CASE("A text that is almost a moment is not guessed at") {
    for (const char* text :
         {"2024-07-19T00:01:00", "2024-07-19T00:01Z", "2024-07-19T24:00:00Z", "2024-07-19T00:60:00Z", "2024-07-19T00:00:61Z",
          "2024-02-30T00:00:00Z", "2024-07-19T00:01:00.Z", "2024-07-19T00:01:00.5", "2024-07-19T00:01:00+1:00",
          "2024-07-19T00:01:00+24:00", "2024-07-19T00:01:00+01:60", "2024-07-19T00:01:00Zx", "2024-07-19T", "now", ""})
        CHECK(instant(text) == "nothing");
}

TEST_CASE("A date as a moment is midnight in the United Kingdom") {
    CHECK(instant("2024-01-19") == "2024-01-19T00:00:00Z");
    CHECK(instant("2024-07-19") == "2024-07-18T23:00:00Z");
    CHECK(instant("2024-03-31") == "2024-03-31T00:00:00Z");  // clocks go forward an hour later
    CHECK(instant("2024-10-27") == "2024-10-26T23:00:00Z");  // clocks go back two hours later
}

TEST_CASE("An embargo until 00:01 ends at 00:01 on UK clocks, summer and winter") {
    CHECK(uk("2024-07-19", 0, 1) == "2024-07-18T23:01:00Z");
    CHECK(uk("2024-12-10", 0, 1) == "2024-12-10T00:01:00Z");
}

TEST_CASE("Clocks go forward on the last Sunday of March: the skipped hour is the one after the gap opens") {
    CHECK(uk("2024-03-31", 0, 59) == "2024-03-31T00:59:00Z");
    CHECK(uk("2024-03-31", 1, 0) == "2024-03-31T01:00:00Z");
    CHECK(uk("2024-03-31", 1, 30) == "2024-03-31T01:30:00Z");
    CHECK(uk("2024-03-31", 2, 0) == "2024-03-31T01:00:00Z");
    CHECK(uk("2024-03-31", 2, 30) == "2024-03-31T01:30:00Z");
    CHECK(uk("2025-03-30", 2, 0) == "2025-03-30T01:00:00Z");
    CHECK(uk("2024-03-30", 12, 0) == "2024-03-30T12:00:00Z");
}

TEST_CASE("Clocks go back on the last Sunday of October: a time shown twice is the later of the two") {
    CHECK(uk("2024-10-27", 0, 59) == "2024-10-26T23:59:00Z");
    CHECK(uk("2024-10-27", 1, 0) == "2024-10-27T01:00:00Z");
    CHECK(uk("2024-10-27", 1, 59) == "2024-10-27T01:59:00Z");
    CHECK(uk("2024-10-27", 2, 0) == "2024-10-27T02:00:00Z");
    CHECK(uk("2021-10-31", 1, 30) == "2021-10-31T01:30:00Z");
}

TEST_CASE("The UK's date changes at its own midnight") {
    CHECK(iso(uk_date(parse_instant("2024-07-18T22:59:59Z").value())) == "2024-07-18");
    CHECK(iso(uk_date(parse_instant("2024-07-18T23:00:00Z").value())) == "2024-07-19");
    CHECK(iso(uk_date(parse_instant("2024-12-31T23:59:59Z").value())) == "2024-12-31");
    CHECK(iso(uk_date(parse_instant("2025-01-01T00:00:00Z").value())) == "2025-01-01");
}

TEST_CASE("The first moment of every day of a year falls on that day and the second before it does not") {
    for (Date date = day_of("2024-01-01"); date != day_of("2025-01-01"); date = plus_days(date, 1)) {
        const Instant first = uk_instant({date, seconds{0}});
        CHECK(iso(uk_date(first)) == iso(date));
        CHECK(iso(uk_date(first - seconds(1))) == iso(plus_days(date, -1)));
    }
}

TEST_CASE("The beginning of a day in the United Kingdom is written with the day itself and the offset of its season") {
    CHECK(iso_start_of_day(day_of("2024-07-19")) == "2024-07-19T00:00:00+01:00");
    CHECK(iso_start_of_day(day_of("2024-12-31")) == "2024-12-31T00:00:00+00:00");
    CHECK(iso_start_of_day(day_of("2024-03-31")) == "2024-03-31T00:00:00+00:00");
    CHECK(iso_start_of_day(day_of("2024-10-27")) == "2024-10-27T00:00:00+01:00");
    CHECK(parse_instant(iso_start_of_day(day_of("2024-07-19"))) == parse_instant("2024-07-19"));
}
