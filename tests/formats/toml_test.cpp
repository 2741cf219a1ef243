#include "formats/toml.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

std::string_view under(const SourceText& source, Span span) { return source.text().substr(span.begin, span.end - span.begin); }

std::string kind_of_value(const std::string& value) {
    const SourceText source("site.toml", "x = " + value + "\n");
    return std::string(toml_tree::kind_of(samples::toml(source).find("x")->value));
}

/// The only problem of a text that is no TOML.
Diagnostic problem(const std::string& text) {
    const SourceText source("site.toml", text);
    Diagnostics diagnostics;
    REQUIRE_FALSE(toml_tree::parse_toml(source, {0, static_cast<std::uint32_t>(source.text().size())}, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(describe(diagnostics.all().front().code).name == "toml/syntax");
    return diagnostics.all().front();
}

std::string caret_of(const std::string& text) {
    Diagnostics diagnostics;
    diagnostics.add(problem(text));
    return samples::faults(diagnostics).front();
}

}  // namespace

TEST_CASE("Every kind of TOML value is named as messages say it") {
    CHECK(kind_of_value("\"a\"") == "a string");
    CHECK(kind_of_value("'''a'''") == "a string");
    CHECK(kind_of_value("7") == "a whole number");
    CHECK(kind_of_value("7.5") == "a floating-point number");
    CHECK(kind_of_value("true") == "true or false");
    CHECK(kind_of_value("2024-07-19") == "a date");
    CHECK(kind_of_value("2024-07-19T00:01:00") == "a date-time");
    CHECK(kind_of_value("2024-07-19T00:01:00Z") == "a date-time with an offset");
    CHECK(kind_of_value("08:30:00") == "a time");
    CHECK(kind_of_value("[1]") == "an array");
    CHECK(kind_of_value("{ a = 1 }") == "a table");
}

TEST_CASE("Keys and values know their places, quotation marks and brackets included") {
    const SourceText source(
        "site.toml",
        "# Llŷn\ntitle = \"Llŷn Peninsula\"  # a comment\nlist = [\n  \"a\",\n  2024-07-19,\n]\n\n[office]\nname = 'b'\n");
    const toml_tree::Table table = samples::toml(source);
    CHECK(under(source, table.find("title")->span) == "title");
    CHECK(under(source, table.find("title")->value.span) == "\"Llŷn Peninsula\"");
    CHECK(under(source, table.find("list")->value.span) == "[\n  \"a\",\n  2024-07-19,\n]");
    const auto& list = std::get<toml_tree::Array>(table.find("list")->value.data);
    CHECK(under(source, list.at(1).span) == "2024-07-19");
    CHECK(std::get<Date>(list.at(1).data) == samples::day("2024-07-19"));
    CHECK(source.position(table.find("office")->value.span.begin).line == 8);
    CHECK(under(source, std::get<toml_tree::Table>(table.find("office")->value.data).find("name")->value.span) == "'b'");
}

TEST_CASE("Part of a file is read with the places of the whole file") {
    const SourceText source("about.md", "+++\nb = 1\na = \"x\"\n+++\nnot = = toml\n");
    Diagnostics diagnostics;
    const auto table = toml_tree::parse_toml(source, {4, 18}, diagnostics);
    REQUIRE(table);
    REQUIRE(table->entries.size() == 2);
    CHECK(under(source, table->find("a")->value.span) == "\"x\"");
    CHECK(source.position(table->find("a")->span.begin) == LineColumn{3, 1});
}

TEST_CASE("Keys are found whatever their order in the file") {
    const SourceText source("site.toml", "title = 1\nbase_url = 2\nlanguage = 3\n");
    const toml_tree::Table table = samples::toml(source);
    for (const char* key : {"title", "base_url", "language"}) CHECK(table.find(key) != nullptr);
    CHECK(table.find("theme") == nullptr);
    CHECK(table.find("") == nullptr);
}

TEST_CASE("Escapes and texts of several lines are read as TOML says") {
    const SourceText source("site.toml", "a = \"one\\ntwo \\u00e9\"\nb = \"\"\"\nfirst\n  second \\\n  continued\"\"\"\n");
    const toml_tree::Table table = samples::toml(source);
    CHECK(std::get<std::string>(table.find("a")->value.data) == "one\ntwo é");
    CHECK(std::get<std::string>(table.find("b")->value.data) == "first\n  second continued");
}

TEST_CASE("Where people stumble over TOML, the message says what to write instead") {
    struct Case {
        const char* text;
        const char* caret;
        const char* help;
    };
    const auto given = GENERATE(values<Case>({
        {"\ndate = 04/09/2014\n", "2:8 04/09/2014 [toml/syntax]", "write year-month-day: `2014-09-04`"},
        {"title = “Custody”\n", "1:9 “Custody” [toml/syntax]", "use straight ones: `\"…\"`; curly ones are fine inside"},
        {"title = Custody suites\n", "1:9 Custody suites [toml/syntax]", "put text in quotation marks: `\"…\"`"},
        {"title = \"Custody\nid = \"x\"\n", "1:9 \"Custody [toml/syntax]",
         "close it, or use `\"\"\"` around text of several lines"},
    }));
    CAPTURE(given.text);
    CHECK(caret_of(given.text) == given.caret);
    CHECK(problem(given.text).help == given.help);
}

TEST_CASE("A key twice, a key without a value and a string that ends early have words of their own") {
    CHECK(problem("title = \"a\"\ntitle = \"b\"\n").message == "this key stands twice");
    CHECK(problem("title = \"a\"\ntitle = \"b\"\n").location.line == 2);
    CHECK(problem("title\n").message == "a key without a value");
    CHECK(problem("title = \"the \"golden\" hour\"\n").message == "the string ends before the line does");
}

TEST_CASE("A syntax error of any other kind is told in one line at its place") {
    const Diagnostic found = problem("a = 1\nb = [1, 2\n");
    CHECK(found.message.starts_with("this is not valid TOML: "));
    CHECK(found.message.find('\n') == std::string::npos);
    CHECK(found.location.line >= 2);
    CHECK(problem("a = 2024-02-30\n").location.line == 1);
    CHECK(problem("a = \"\\q\"\n").location.line == 1);
}

TEST_CASE("A string’s value is laid over what was written, each word where it stands in the file") {
    CHECK(toml_tree::in_place(R"("as it is")", "as it is") == " as it is ");
    CHECK(toml_tree::in_place(R"('C:\new')", R"(C:\new)") == R"( C:\new )");
    CHECK(toml_tree::in_place(R"("he said \"yes\".")", R"(he said "yes".)") == R"( he said " yes" . )");
    CHECK(toml_tree::in_place("\"the force\\u2019s plan\"", "the force’s plan") == " the force’s    plan ");
    CHECK(toml_tree::in_place("\"\\U0001F600\\u00e9\"", "😀é") == " 😀é" + std::string(10, ' ') + " ");
    CHECK(toml_tree::in_place("\"one\\ntwo\"", "one\ntwo") == " one\n two ");
    CHECK(toml_tree::in_place("\"\"\"\none \\\n  two\n\"\"\"", "one two\n") == "    one     two\n   ");
    CHECK(toml_tree::in_place(R"("")", "") == "  ");
}
