#include <catch2/catch.hpp>

#include "check/check_samples.h"

using namespace vitrine;
using samples::Checked;
using samples::Lines;

namespace {

constexpr const char* open_words = ": the quotation that opens here is not closed before the next heading";

Lines quotations(const std::string& body) { return Checked("\n" + body + "\n").found_by(check::find_open_quotations); }
Lines personal(const std::string& body) { return Checked("\n" + body + "\n").found_by(check::find_personal_data); }
Lines names(const std::string& body) { return Checked("\n" + body + "\n").found_by(check::find_wrong_names); }

}  // namespace

TEST_CASE("A single curly quotation that is never closed is found, and apostrophes are none") {
    CHECK(quotations("He said ‘it is good.\n\n## Findings\n\nMore’ of it.") == Lines{std::string("‘") + open_words});
    CHECK(quotations("‘It is good’, and ‘so is this.’ It’s in the ’90s, the ‘90s, officers’ and sergeants’. Get ‘em.").empty());
    CHECK(quotations("‘One.\n\n‘Two.’").empty());
    CHECK(quotations("“He said ‘the officers’ time’ is lost.”").empty());
    CHECK(quotations("O‘Brien and ‘mixed' marks").empty());
}

TEST_CASE("Each long text of the front matter closes its own quotations") {
    const Checked checked("\nWords.\n", {}, "[[updates]]\ndate = 2025-01-01\ntext = \"“One.\"\n[[updates]]\ndate = 2025-01-02\ntext = \"Two.”\"\n");
    CHECK(checked.found_by(check::find_open_quotations).size() == 2);
}

TEST_CASE("The number of an officer is personal data") {
    CHECK(personal("PC 1234 spoke.") == Lines{"1234: the number of an officer"});
    CHECK(personal("PCSO 56789, Sgt. 432 and collar number: 12").size() == 3);
    CHECK(personal("The shoulder number is 4321.") == Lines{"4321: the number of an officer"});
}

TEST_CASE("Other numbers behind such words are none") {
    CHECK(personal("PC 2017, 40 PCs, DC 1,200 volts, PS 12, PC 123456, PCSO 200%, DC 12.5, PC Smith, UPC 1234, PC 1234a").empty());
    CHECK(personal("the collar number of each, collar numbers 12").empty());
}

TEST_CASE("A slip of HMICFRS is named, and other inspectorates are not") {
    CHECK(names("HMICFR, HMICFSR and HIMCFRS’s.").size() == 3);
    CHECK(names("HMICFRS, HMICFRS’s, HMIC, HMICS, HMCPSI, HMIP, HMPPS and HMRC.").empty());
    CHECK(Checked("\nHMICFSR\n").found_by(check::find_unexplained_abbreviations).empty());
}

TEST_CASE("A name is a name between curly quotation marks and with an ’s") {
    CHECK(names("“West Merica” and West Merica’s. “West Mercia’s”") == Lines{"West Merica: `West Merica` is nearly `West Mercia`"});
}

TEST_CASE("Who speaks was in office by the roster") {
    const auto found = [](const std::string& outcome, const std::vector<Person>& people) {
        Checked checked("", {}, "[chief_officer]\nname = \"Marcus Edgeley\"\noutcome = \"" + outcome + "\"\n");
        checked.config.people = people;
        return checked.found_by(check::find_wrong_names);
    };
    const Person commissioner{"Judith Amblecote", "Police and Crime Commissioner", samples::day("2024-05-09"), {}};
    const auto chief = [](const char* to) { return Person{"Marcus Edgeley", "Chief Constable", {}, samples::day(to)}; };
    CHECK(found("comments", {commissioner, chief("2024-09-12")}).empty());
    CHECK(found("comments", {commissioner, chief("2024-07-19")}).empty());
    CHECK(found("comments", {commissioner, chief("2024-07-18")}) == Lines{"Marcus Edgeley: `Marcus Edgeley` was not in office on 12 September 2024"});
    CHECK(found("none-received", {commissioner, chief("2024-07-18")}).empty());
    const Person later{"Judith Amblecote", "Police and Crime Commissioner", samples::day("2024-09-13"), {}};
    CHECK(found("none-received", {later, chief("2024-09-30")}) == Lines{"Judith Amblecote: `Judith Amblecote` was not in office on 12 September 2024"});
    CHECK(found("none-received", {later, commissioner, chief("2024-09-30")}).empty());
}
