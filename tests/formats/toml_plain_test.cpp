#include "formats/toml_plain.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>

namespace vitrine::toml_tree {
namespace {

Span whole(const SourceText& source) { return {0, static_cast<std::uint32_t>(source.text().size())}; }

std::string shown(Span span) { return "@" + std::to_string(span.begin) + "-" + std::to_string(span.end); }

std::string shown(const Table& table);

std::string shown(const Value& value) {
    std::string out = shown(value.span) + " " + std::string(kind_of(value)) + " ";
    if (const auto* text = std::get_if<std::string>(&value.data)) out += "`" + *text + "`";
    if (const auto* number = std::get_if<std::int64_t>(&value.data)) out += std::to_string(*number);
    if (const auto* flag = std::get_if<bool>(&value.data)) out += *flag ? "true" : "false";
    if (const auto* date = std::get_if<Date>(&value.data)) out += iso(*date);
    if (const auto* table = std::get_if<Table>(&value.data)) out += shown(*table);
    if (const auto* array = std::get_if<Array>(&value.data))
        for (const Value& element : *array) out += "\n- " + shown(element);
    return out;
}

/// All of a table, each key and value with its place.
std::string shown(const Table& table) {
    std::string out;
    for (const Entry& entry : table.entries) out += "\n" + entry.key + shown(entry.span) + " = " + shown(entry.value);
    return out + "\n.";
}

bool is_plain(const std::string& text) {
    const SourceText source("a.md", text);
    return parse_plain_toml(source, whole(source)).has_value();
}

/// What the whole parser makes of a text: the space in the last header is not plain, and its table is taken away again.
std::string wholly_parsed(const std::string& text) {
    const SourceText source("a.md", text + "\n[ not-plain ]\n");
    Diagnostics diagnostics;
    auto table = parse_toml(source, whole(source), diagnostics);
    if (!table) return "an error";
    std::erase_if(table->entries, [](const Entry& entry) { return entry.key == "not-plain"; });
    return shown(*table);
}

void check_same(const std::string& text) {
    INFO(text);
    const SourceText source("a.md", text);
    const auto plain = parse_plain_toml(source, whole(source));
    if (plain) CHECK(shown(*plain) == wholly_parsed(text));
}

/// Lines of front matter, some with a fault or something rare; the same for the same seed everywhere.
std::string random_toml(std::uint32_t seed) {
    // clang-format off
    static constexpr std::array pieces = {
        "a = \"x\"\n", "b = 2024-02-29\n", "c = true\n", "d = [\"x\", \"Llŷn\"]\n", "e = 42\n", "f = \"\"\n", "g = []\n", "  h\t=  false \t# why\n", "# “comment”\n", "\n",
        "i = [ \"x\" , \"y\" , ]\n", "Z-1_2 = \"tab\there\"\n", "3 = \"y\"\n", "[t]\n", "[u] # table\n", "[[v]]\n", "  [[v]]\t\n", "[[w]]\n", "[[v.a]]\n", "[[v.x]]\n", "[[w.a]]\n", "k = 0",
        "l = 2023-02-29\n", "m = 2024-07-19T00:01:00\n", "n = 2024-07-19 10:00:00\n", "o = 007\n", "p = 1_000\n", "q = 1.5\n", "r = \"a\\n\"\n", "s = \"\"\"a\"\"\"\n", "t = 'a'\n", "u = +1\n",
        "v = [1, 2]\n", "w = [[\"a\"]]\n", "x = {a = 1}\n", "y.z = 1\n", "\"q\" = 1\n", "[v]\n", "[t.a]\n", "[ t ]\n", "[]\n", "[[]]\n", "[v", "[[v]\n", "a\n", "= 1\n", "a =\n", "a = \"x\n", "a = [\"x\"\n",
        "a = [\"x\" \"y\"]\n", "a = [,]\n", "a = \"x\" y\n", "a = \"\x7F\"\n", "# \x01\n", "a = tru\n", "a = 99999999999999999999\n", "a = 999999999999999999\n", "a = -\n", "a = 2024-7-1\n", "\t"};
    // clang-format on
    constexpr std::size_t plain_pieces = 22;
    std::mt19937 random(seed);
    const std::size_t choice = seed % 4 == 0 ? pieces.size() : plain_pieces;
    std::string text;
    for (auto left = random() % 12; left > 0; --left) text += pieces.at(random() % choice);
    return text;
}

}  // namespace

TEST_CASE("Front matter as most people write it is plain TOML") {
    CHECK(is_plain("title = \"Custody in Llŷn\"\nreport_published = 2024-07-19\ntypes = [\"national\", \"thematic\"]\nno_recommendations = true\n\n"
                   "[commissioner]\nname = \"A. Name\"  # since May\n\n[[recommendations]]\nnumber = \"1\"\n\n[[recommendations.updates]]\ndate = 2024-08-01\n"));
}

TEST_CASE("What is rare in TOML, or wrong, is not plain") {
    for (const char* text : {"a = 'x'", "a = \"\\n\"", "a = \"\"\"x\"\"\"", "a.b = 1", "\"a\" = 1", "a = {}", "a = [1]", "a = [\n\"x\"]", "a = 1.5", "a = 08:30:00", "a = 2024-07-19T00:01:00",
                             "a = 2023-02-29", "a = 01", "a = 1\na = 2", "[a]\n[a]", "[[a]]\n[a]", "[a]\n[[a]]", "[[a.b]]", "a", "a =", "a = x", "a = \"x", "[a", "a = 1 b = 2", "a = \"\x01\""}) {
        INFO(text);
        CHECK_FALSE(is_plain(text));
    }
}

TEST_CASE("Plain TOML in the middle of a file knows its places there") {
    const SourceText source("a.md", "+++\na = \"x\"\n+++\n");
    const auto table = parse_plain_toml(source, {4, 12});
    REQUIRE(table);
    CHECK(shown(*table) == "\na@4-5 = @8-11 a string `x`\n.");
}

TEST_CASE("Random TOML that is plain gives what the whole parser gives, at the same places") {
    std::size_t plain = 0;
    for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
        const std::string text = random_toml(seed);
        check_same(text);
        plain += is_plain(text) ? 1 : 0;
    }
    CHECK(plain > 2000);
}

}  // namespace vitrine::toml_tree
