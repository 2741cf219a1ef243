#include "plan/media_types.h"

#include <catch2/catch.hpp>

using namespace vitrine;

TEST_CASE("The end of a file's name tells what it is") {
    REQUIRE(plan::media_type_of("inspections/custody/index.html") != nullptr);
    CHECK(plan::media_type_of("inspections/custody/index.html")->type == "text/html; charset=utf-8");
    CHECK(plan::media_type_of("data/a.csv-metadata.json")->type == "application/json");
    CHECK(plan::media_type_of("report.pdf")->type == "application/pdf");
    for (const char* path : {"", "report", "report.", "report.xyz", "report.html/plan", "html", ".html/x"}) {
        CAPTURE(path);
        CHECK(plan::media_type_of(path) == nullptr);
    }
}

TEST_CASE("Texts are worth compressing, what is compressed already is not") {
    for (const char* path : {"a.html", "a.css", "a.csv", "a.json", "a.svg", "a.txt", "a.xml", "a.ics"}) CHECK(plan::media_type_of(path)->is_text);
    for (const char* path : {"a.pdf", "a.png", "a.docx", "a.zip", "a.woff2"}) CHECK_FALSE(plan::media_type_of(path)->is_text);
}
