#include "import/labels.h"

#include <catch2/catch.hpp>

#include "import/markup.h"
#include "model/form.h"

using namespace vitrine;

namespace {

std::string_view section(std::string_view heading) {
    const auto found = import::section_in(import::comparable(heading));
    return found ? form.at(*found).id : "none";
}

}  // namespace

TEST_CASE("The headings of the form are known in the words that offices use") {
    CHECK(section("EXECUTIVE SUMMARY") == "executive-summary");
    CHECK(section("Findings:") == "findings");
    CHECK(section("FORCE RESPONSE TO FINDINGS") == "force-response");
    CHECK(section("Chief Constable’s comments") == "force-response");
    CHECK(section("PCC RESPONSE TO FINDINGS") == "pcc-response");
    CHECK(section("Police & Crime Commissioner’s response") == "pcc-response");
    CHECK(section("PCC reply to the force") == "pcc-reply-to-the-force");
    CHECK(section("Ymateb yr Heddlu") == "force-response");
    CHECK(section("Ymateb y Comisiynydd") == "pcc-response");
}

TEST_CASE("Other headings, and the form's own name, are no sections of it") {
    CHECK(section("Preventing Crime") == "none");
    CHECK(section("RESPONSE BY THE PCC TO HMIC INSPECTIONS OF NORTHSHIRE POLICE") == "none");
    CHECK(section("Response times") == "none");
    CHECK(import::is_heading_of_form("inspection details"));
}

TEST_CASE("A line that nothing marks is a heading only when it reads like one") {
    CHECK(import::section_of_line("FORCE RESPONSE TO FINDINGS"));
    CHECK(import::section_of_line("PCC response to findings"));
    CHECK(import::section_of_line("Ymateb y Comisiynydd"));
    CHECK_FALSE(import::section_of_line("Our force response time is 12 minutes"));
    CHECK_FALSE(import::section_of_line("force response to calls at night is good, and that"));
    CHECK_FALSE(import::section_of_line("Force response was quick."));
}

TEST_CASE("A label is one only at the end of its words") {
    CHECK(import::label_in("title of inspection"));
    CHECK(import::label_in("title of inspection: custody")->end == 21);
    CHECK(import::label_in("is northshire police quoted in the report? yes"));
    CHECK_FALSE(import::label_in("title of inspections that were made"));
    CHECK_FALSE(import::label_in("date of publication of this response"));
}
