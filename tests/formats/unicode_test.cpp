#include "formats/unicode.h"

#include <catch2/catch.hpp>

using namespace vitrine;

TEST_CASE("a slug of ASCII text has one hyphen for every run of other characters") {
    CHECK(slugified("police attendance") == "police-attendance");
    CHECK(slugified("Crime & Data: Integrity (2019)") == "crime-data-integrity-2019");
    CHECK(slugified("children's") == "children-s");
    CHECK(slugified("--a__b--") == "a-b");
    CHECK(slugified("3a") == "3a");
    CHECK(slugified("") == "");
    CHECK(slugified("?!") == "");
}

TEST_CASE("a slug keeps the base of letters with marks and of their relatives") {
    CHECK(slugified("Llŷn Peninsula") == "llyn-peninsula");
    CHECK(slugified("detained persons’ log") == "detained-persons-log");
    CHECK(slugified("Cafe\u0301 – CAFÉ") == "cafe-cafe");
    CHECK(slugified("Ærø, Łódź, Straße, þing") == "aero-lodz-strasse-thing");
    CHECK(slugified("½ page № 2") == "1-2-page-no-2");
    CHECK(slugified("co\u00ADoperation") == "cooperation");
    CHECK(slugified("İstanbul") == "istanbul");
}

TEST_CASE("a slug of another script is empty") {
    CHECK(slugified("日本語") == "");
    CHECK(slugified("Ελλάδα 2") == "2");
}

TEST_CASE("a heading's id is made as GitHub makes it") {
    CHECK(heading_slug("PCC reply to the force") == "pcc-reply-to-the-force");
    CHECK(heading_slug("What’s new? (2024)") == "whats-new-2024");
    CHECK(heading_slug("Costs – and savings") == "costs--and-savings");
    CHECK(heading_slug("snake_case and kebab-case") == "snake_case-and-kebab-case");
    CHECK(heading_slug("Crynodeb Gweithredol: Llŷn") == "crynodeb-gweithredol-llŷn");
    CHECK(heading_slug("日本語 ÆØÅ") == "日本語-æøå");
    CHECK(heading_slug("…") == "");
}

TEST_CASE("an ASCII character gives the same in a heading's id with and without others beside it") {
    for (char c = 1; c < 0x7F; ++c) {
        const std::string character(1, c);
        CHECK(heading_slug("ŷ" + character) == "ŷ" + heading_slug(character));
    }
}

TEST_CASE("a heading's id does not depend on how its marks and spaces are typed") {
    CHECK(heading_slug("Cafe\u0301") == heading_slug("Caf\u00E9"));
    CHECK(heading_slug("Force\u00A0response") == "force-response");
}

TEST_CASE("paths that a file system may confuse have one key") {
    CHECK(folded_path("Inspections/PEEL.md") == folded_path("inspections/peel.md"));
    CHECK(folded_path("LLŶN.pdf") == folded_path("lly\u0302n.pdf"));
    CHECK(folded_path("Straße") == folded_path("STRASSE"));
    CHECK(folded_path("llyn") != folded_path("llŷn"));
}

TEST_CASE("names sort without regard to case and marks") {
    CHECK(collation_key("Llŷn") == "llyn");
    CHECK(collation_key("ÉCLAIR") == collation_key("eclair"));
    CHECK(collation_key("Ashby") < collation_key("bramley"));
    CHECK(collation_key("Zürich") < collation_key("zz"));
}

TEST_CASE("text that is not UTF-8 gives some key and no crash") {
    CHECK(slugified("a\xff b") == "a-b");
    CHECK(heading_slug("a\xff b") == "a-b");
    CHECK(folded_path("A\xff") == "A\xff");
    CHECK(collation_key("A\xff") == "A\xff");
}

TEST_CASE("Text of older programs becomes UTF-8 with every letter, and Windows lines become lines") {
    using namespace std::string_view_literals;
    CHECK(decoded_text("“yes”\r\nno\rmaybe") == "“yes”\nno\nmaybe");
    CHECK(decoded_text("\xef\xbb\xbfŷ") == "ŷ");
    CHECK(decoded_text("\x93never\x94 \x96 \xa3 5 \x81") == "“never” – £ 5 \uFFFD");
    CHECK(decoded_text("\xff\xfe\x77\x01\x0a\x00"sv) == "ŷ\n");
}
