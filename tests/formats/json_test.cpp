#include "formats/json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace vitrine;

namespace {

Diagnostic unknown_key() {
    const SourceText source("content/inspections/custody-2024.md", "+++\npublised = 2024-07-19\n");
    return {
        Code::front_matter_unknown_key, locate(source, {4, 12}), "unknown key `publised`", "did you mean `report_published`?", {}};
}

}  // namespace

TEST_CASE("A problem as JSON is one line with the keys that scripts rely on") {
    CHECK(to_json(unknown_key(), false) ==
          R"({"severity":"error","code":"front-matter/unknown-key","message":"unknown key `publised`",)"
          R"("path":"content/inspections/custody-2024.md","line":2,"column":1,"help":"did you mean `report_published`?"})");
}

TEST_CASE("A fault of a whole file has no line and no column in JSON") {
    const auto object = nlohmann::json::parse(
        to_json({Code::attachment_unowned, whole_file("content/a.pdf"), "belongs to no response", "", {}}, false));
    CHECK(object.at("path") == "content/a.pdf");
    CHECK(object.at("line").is_null());
    CHECK(object.at("column").is_null());
    CHECK(object.at("help") == "");
}

TEST_CASE("A warning is a warning in JSON, and an error where warnings are errors") {
    const Diagnostic undecided = {Code::response_undecided, whole_file("a.md"), "nobody has decided", "", {}};
    REQUIRE(undecided.severity() == Severity::warning);
    CHECK(nlohmann::json::parse(to_json(undecided, false)).at("severity") == "warning");
    CHECK(nlohmann::json::parse(to_json(undecided, true)).at("severity") == "error");
    CHECK(nlohmann::json::parse(to_json(unknown_key(), false)).at("severity") == "error");
}

TEST_CASE("Any text of an author is valid JSON on one line") {
    Diagnostic odd = unknown_key();
    odd.message = "a \"quoted\" \\ text\nof two lines – Llŷn";
    odd.help = "not UTF-8: \xff";
    const std::string line = to_json(odd, false);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(nlohmann::json::parse(line).at("message") == odd.message);
    CHECK(nlohmann::json::parse(line).at("help") == "not UTF-8: \xEF\xBF\xBD");
}

TEST_CASE("Objects and arrays keep their order, and texts come back as they were") {
    const std::string text = "“Custody” \"x\" \\ \n </script> Llŷn";
    const std::string json = to_json({{"b", std::int64_t{1}}, {"a", JsonList{text, true, Json()}}, {"o", JsonMembers{}}, {"l", JsonList{}}});
    CHECK(json.starts_with(R"({"b":1,"a":[)"));
    CHECK(json.ends_with(R"(,true,null],"o":{},"l":[]})"));
    CHECK(nlohmann::json::parse(json).at("a").at(0) == text);
}

TEST_CASE("Inside a script element of a page no text can end the element") {
    const std::string text = "</script><!-- & <b>";
    const std::string json = to_json_for_html({{"name", text}});
    CHECK(json.find('<') == std::string::npos);
    CHECK(nlohmann::json::parse(json).at("name") == text);
}

TEST_CASE("An object for people has a member a line") {
    CHECK(to_indented_json({{"title", "Grades"}, {"rows", JsonList{}}}) == "{\n  \"title\": \"Grades\",\n  \"rows\": []\n}\n");
}

TEST_CASE("A list that is written object by object has one on each line") {
    JsonListWriter writer;
    writer.add({{"a", std::int64_t{1}}});
    writer.add({{"a", "two\nlines"}});
    const std::string list = writer.take();
    CHECK(list == "[\n{\"a\":1},\n{\"a\":\"two\\nlines\"}\n]\n");
    CHECK(nlohmann::json::parse(list).size() == 2);
    CHECK(nlohmann::json::parse(JsonListWriter().take()) == nlohmann::json::array());
}

TEST_CASE("A JSON text that was read is asked for its members and elements, and what is not there is null") {
    const auto read = parse_json(R"({"a": [1, "two", {"b": true}], "c": null})");
    REQUIRE(read);
    CHECK(read->value.member("a").elements().size() == 3);
    CHECK(read->value.member("a").elements().at(1).text() == "two");
    CHECK(std::get<bool>(read->value.member("a").elements().at(2).member("b").value));
    CHECK(read->value.member("no").member("such").elements().empty());
    CHECK_FALSE(parse_json("{"));
    CHECK_FALSE(parse_json(""));
}
