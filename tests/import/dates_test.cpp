#include "import/dates.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vitrine;

namespace {

/// The first date of a text, with how exactly it is said: "2014-09-04", "2014-09 ", "2014".
std::string first(std::string_view text) {
    const auto found = import::first_date(text);
    if (!found) return "none";
    constexpr std::size_t lengths[] = {10, 7, 4};
    return iso(found->date).substr(0, lengths[static_cast<std::size_t>(found->precision)]);
}

}  // namespace

TEST_CASE("A date is read as offices write it, the day first") {
    for (const char* text :
         {"4 September 2014", "4th September 2014", "4th of September, 2014", "Thursday 4 Sept 2014", "September 4, 2014",
          "04/09/2014", "4.9.2014", "4-9-2014", "2014-09-04", "published on 4\u00a0September\u00a02014.", "4 SEPTEMBER 2014"})
        CHECK(first(text) == "2014-09-04");
}

TEST_CASE("A date in Welsh is read like one in English") {
    CHECK(first("4 Medi 2014") == "2014-09-04");
    CHECK(first("ar 3ydd o Fawrth 2022") == "2022-03-03");
    CHECK(first("yng Ngorffennaf, 31 Gorffennaf 2019") == "2019-07-31");
}

TEST_CASE("A month or a year alone keeps how little it says") {
    CHECK(first("September 2014") == "2014-09");
    CHECK(first("in 2014") == "2014");
    CHECK(first("in 2013, published in September 2014") == "2014-09");
}

TEST_CASE("A day that does not exist, and a number that is no date, are passed over") {
    CHECK(first("31/04/2014") == "none");
    CHECK(first("page 12 of 2,014") == "none");
    CHECK(first("may be seen") == "none");
    CHECK(first("30 February 2014 and 1 March 2014") == "2014-03-01");
}
