#include "content/reader.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using content::TableReader;
using samples::Lines;

namespace {

/// A TOML table to read, as if it were front matter.
struct Reading {
    SourceText source;
    toml_tree::Table table;
    Diagnostics diagnostics;
    content::ReadContext context;
    TableReader reader;

    explicit Reading(const std::string& text, std::string_view name = {})
        : source("content/about.md", text),
          table(samples::toml(source)),
          context{source, content::front_matter_codes, diagnostics},
          reader(context, table, {0, 3}, name) {}

    [[nodiscard]] Lines faults() const { return samples::faults(diagnostics); }
    /// The message and the help of the only problem.
    [[nodiscard]] std::string problem() const {
        REQUIRE(diagnostics.all().size() == 1);
        const Diagnostic& only = diagnostics.all().front();
        return only.message + (only.help.empty() ? "" : "; " + only.help);
    }
};

Lines values(const std::vector<Located<std::string>>& texts) {
    Lines all;
    for (const auto& text : texts) all.push_back(text.value);
    return all;
}

}  // namespace

TEST_CASE("Values of the right type are read, and absent keys are nothing") {
    Reading r("text = \"a\"\nday = 2024-07-19\nmoment = 2024-07-19T00:01:00\nflag = true\nnumber = 7\nlist = [\"a\", \"b\"]\n");
    CHECK(r.reader.text("text") == "a");
    CHECK(r.reader.date("day") == samples::day("2024-07-19"));
    CHECK(r.reader.local_date_time("moment") == LocalDateTime{samples::day("2024-07-19"), std::chrono::minutes(1)});
    CHECK(r.reader.flag("flag") == true);
    CHECK(r.reader.whole_number("number") == 7);
    CHECK(values(r.reader.texts("list")) == Lines{"a", "b"});
    CHECK_FALSE(r.reader.text("absent"));
    CHECK_FALSE(r.reader.date("absent"));
    CHECK(r.reader.texts("absent").empty());
    CHECK(r.reader.address("absent").empty());
    r.reader.finish();
    CHECK(r.faults() == Lines{});
}

TEST_CASE("A value of another type is reported at the value, with what it is and what it must be") {
    struct Case {
        const char* text;
        void (*read)(TableReader&);
        const char* fault;
        const char* problem;
    };
    const auto given = GENERATE(values<Case>({
        {"x = 7", [](TableReader& r) { r.text("x"); }, "1:5 7",
         "`x` must be a string, but is a whole number; put it in quotation marks"},
        {"x = [\"a\"]", [](TableReader& r) { r.text("x"); }, "1:5 [\"a\"]",
         "`x` must be a string, but is an array; put it in quotation marks"},
        {"x = \"2024-07-19\"", [](TableReader& r) { r.date("x"); }, "1:5 \"2024-07-19\"",
         "`x` must be a date, but is a string; write the date without quotation marks: `2024-07-19`"},
        {"x = 2024-07-19T00:01:00", [](TableReader& r) { r.date("x"); }, "1:5 2024-07-19T00:01:00",
         "`x` must be a date, but is a date-time"},
        {"x = 2024-07-19", [](TableReader& r) { r.local_date_time("x"); }, "1:5 2024-07-19",
         "`x` must be a date and a time, but is a date; write UK time, without an offset: `2024-07-19T00:01:00`"},
        {"x = 2024-07-19T00:01:00Z", [](TableReader& r) { r.local_date_time("x"); }, "1:5 2024-07-19T00:01:00Z",
         "`x` must be a date and a time, but is a date-time with an offset; write UK time, without an offset: "
         "`2024-07-19T00:01:00`"},
        {"x = \"true\"", [](TableReader& r) { r.flag("x"); }, "1:5 \"true\"",
         "`x` must be true or false, but is a string; write it without quotation marks"},
        {"x = 1.5", [](TableReader& r) { r.whole_number("x"); }, "1:5 1.5",
         "`x` must be a whole number, but is a floating-point number"},
        {"x = \"a\"", [](TableReader& r) { r.texts("x"); }, "1:5 \"a\"",
         "`x` must be an array of strings, but is a string; put it in square brackets: `[\"…\"]`"},
        {"x = [\"a\", 7]", [](TableReader& r) { r.texts("x"); }, "1:11 7",
         "`x` holds a whole number, but must hold strings; put each element in quotation marks"},
        {"x = 08:30:00",
         [](TableReader& r) {
             Span place;
             r.table("x", &place);
         },
         "1:5 08:30:00", "`x` must be a table, but is a time"},
        {"x = [7]", [](TableReader& r) { r.tables("x"); }, "1:5 [7]",
         "`x` must be a list of tables, but is an array; begin each with a line `[[x]]`"},
    }));
    CAPTURE(given.text);
    Reading r(given.text);
    given.read(r.reader);
    CHECK(r.faults() == Lines{std::string(given.fault) + " [front-matter/wrong-type]"});
    CHECK(r.problem() == given.problem);
}

TEST_CASE("A key that nobody asked for is unknown, and the nearest known one is suggested") {
    Reading r("title = \"a\"\npublised = 2024-07-19\n");
    (void)r.reader.text("title");
    (void)r.reader.date("report_published");
    r.reader.finish();
    CHECK(r.faults() == Lines{"2:1 publised [front-matter/unknown-key]"});
    CHECK(r.problem() == "unknown key `publised`; did you mean `report_published`?");
}

TEST_CASE("An unknown key in a table of its own says in which") {
    Reading r("nmae = \"a\"\n", "commissioner");
    (void)r.reader.text("name");
    r.reader.finish();
    CHECK(r.problem() == "unknown key `nmae` in `commissioner`; did you mean `name`?");
}

TEST_CASE("A missing key is reported at the beginning of its table") {
    Reading r("a = 1\n", "commissioner");
    CHECK(r.reader.required_text("name").empty());
    CHECK(r.faults() == Lines{"1:1 a = [front-matter/missing-key]"});
    CHECK(r.problem() == "the key `name` is missing in `commissioner`");
    Reading date("a = 1\n");
    CHECK_FALSE(date.reader.required_date("report_published"));
    CHECK(date.problem() == "the key `report_published` is missing; add a line such as `report_published = 2024-07-19`");
}

TEST_CASE("A key of the wrong type is reported once, not as missing too") {
    Reading r("name = 7\nday = \"x\"\n");
    CHECK(r.reader.required_text("name").empty());
    CHECK_FALSE(r.reader.required_date("day"));
    r.reader.finish();
    CHECK(r.faults() == Lines{"1:8 7 [front-matter/wrong-type]", "2:7 \"x\" [front-matter/wrong-type]"});
}

TEST_CASE("A text of nothing but white space is as good as none, and is reported") {
    Reading r("a = \"\"\nb = \" \\n\\t\"\nc = [\"x\", \" \"]\n");
    CHECK_FALSE(r.reader.text("a"));
    CHECK_FALSE(r.reader.text("b"));
    CHECK(values(r.reader.texts("c")) == Lines{"x"});
    CHECK(r.faults() == Lines{"1:5 \"\" [front-matter/bad-value]", "2:5 \" \\n\\t\" [front-matter/bad-value]",
                              "3:11 \" \" [front-matter/bad-value]"});
}

TEST_CASE("A string that stands twice in a list is reported and counts once") {
    Reading r("tags = [\"custody\", \"peel\", \"custody\"]\n");
    CHECK(values(r.reader.texts("tags")) == Lines{"custody", "peel"});
    CHECK(r.faults() == Lines{"1:28 \"custody\" [front-matter/bad-value]"});
}

TEST_CASE("A word outside a closed list is reported with the nearest one, or with them all") {
    Reading near("grade = \"oustanding\"\n");
    CHECK_FALSE(near.reader.term<Grade>("grade"));
    CHECK(near.faults() == Lines{"1:9 \"oustanding\" [front-matter/bad-value]"});
    CHECK(near.problem() == "`oustanding` is no value of `grade`; did you mean `outstanding`?");
    Reading far("force_quoted = \"perhaps\"\n");
    CHECK_FALSE(far.reader.term<Answer>("force_quoted"));
    CHECK(far.problem() == "`perhaps` is no value of `force_quoted`; write one of `yes`, `no`, `unknown`");
}

TEST_CASE("In a list of words the known ones are kept and the others reported") {
    Reading r("types = [\"national\", \"nationl\", \"thematic\"]\n");
    CHECK(r.reader.term_list<InspectionType>("types") == std::vector{InspectionType::national, InspectionType::thematic});
    CHECK(r.faults() == Lines{"1:22 \"nationl\" [front-matter/bad-value]"});
}

TEMPLATE_TEST_CASE("Every word of a closed list is read as its value", "", InspectionType, Answer, Programme, Precision, Section55,
                   CommentsOutcome, CommissionerRole, Status, Grade, RecommendationKind, Addressee, PccAction, RecommendationStatus,
                   Body, LinkStyle, Menu) {
    for (const Term<TestType>& term : terms<TestType>()) {
        if (term.key.empty()) continue;
        Reading r("x = \"" + std::string(term.key) + "\"\n");
        CHECK(r.reader.term<TestType>("x") == term.value);
        CHECK(r.faults() == Lines{});
    }
}

TEST_CASE("A web address has a scheme and a host, and no characters that addresses cannot have") {
    for (const char* good : {"https://example.org", "http://example.org/a?b=c#d", "https://example.org:8080/%20"}) {
        Reading r("url = '" + std::string(good) + "'\n");
        CHECK(r.reader.address("url") == good);
        CHECK(r.faults() == Lines{});
    }
    for (const char* bad : {"example.org", "ftp://example.org", "https://", "https:///a", "https://?a", "https://example.org/a b",
                            "javascript:alert(1)", "https://example.org/<b>", "HTTPS//example.org"}) {
        CAPTURE(bad);
        Reading r("url = '" + std::string(bad) + "'\n");
        CHECK(r.reader.address("url").empty());
        CHECK(r.faults() == Lines{"1:7 '" + std::string(bad) + "' [front-matter/bad-value]"});
    }
}

TEST_CASE("Aliases are paths on this site, with or without a slash before them") {
    Reading r(
        "aliases = [\"/old/page/\", \"reports/2014.html\", \"/\", \"../x\", \"a/./b\", \"https://example.org/\", \"a//b\", "
        "\"a?b\"]\n");
    CHECK(values(read_aliases(r.reader)) == Lines{"old/page/", "reports/2014.html"});
    CHECK(r.faults() == Lines{"1:47 \"/\" [front-matter/bad-value]", "1:52 \"../x\" [front-matter/bad-value]",
                              "1:60 \"a/./b\" [front-matter/bad-value]", "1:69 \"https://example.org/\" [front-matter/bad-value]",
                              "1:93 \"a//b\" [front-matter/bad-value]", "1:101 \"a?b\" [front-matter/bad-value]"});
}

TEST_CASE("Tables of a list are read with their places") {
    Reading r("[[grades]]\narea = \"a\"\n\n[[grades]]\narea = \"b\"\n");
    const auto tables = r.reader.tables("grades");
    REQUIRE(tables.size() == 2);
    CHECK(std::get<std::string>(tables[1].first->find("area")->value.data) == "b");
    CHECK(r.source.position(tables[1].second.begin).line == 4);
}
