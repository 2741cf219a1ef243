#include "base/diagnostic.h"

#include <catch2/catch.hpp>
#include <set>

using namespace vitrine;

namespace {

/// A diagnostic at the first place where `fault` stands in the text.
Diagnostic at(const std::string& text, std::string_view fault, std::string message, std::string help = {},
              Code code = Code::front_matter_unknown_key) {
    const SourceText source("content/inspections/custody-2024.md", text);
    const auto begin = static_cast<std::uint32_t>(source.text().find(fault));
    return {
        code, locate(source, {begin, begin + static_cast<std::uint32_t>(fault.size())}), std::move(message), std::move(help), {}};
}

std::string shown(const Diagnostic& diagnostic) { return "\n" + to_text(diagnostic, false); }

}  // namespace

TEST_CASE("A diagnostic names the place, shows the line, and points at the fault") {
    const std::string text = "+++\nid = \"custody-2024\"\ntitle = \"Custody\"\n\npublised = 2024-07-19\n+++\n";
    CHECK(shown(at(text, "publised", "unknown key `publised`", "did you mean `report_published`?")) == R"(
content/inspections/custody-2024.md:5:1: error: unknown key `publised` [front-matter/unknown-key]
    5 | publised = 2024-07-19
      | ^~~~~~~~ did you mean `report_published`?
)");
}

TEST_CASE("A diagnostic without help ends with the caret") {
    CHECK(shown(at("a\nid = \"X\"\n", "\"X\"", "an id has lower-case letters", "", Code::front_matter_bad_value)) == R"(
content/inspections/custody-2024.md:2:6: error: an id has lower-case letters [front-matter/bad-value]
    2 | id = "X"
      |      ^~~
)");
}

TEST_CASE("The caret stands under the right character after letters of several bytes") {
    CHECK(shown(at("Heddlu Llŷn – “Gwynedd” <b>", "<b>", "raw HTML", "", Code::markdown_raw_html)) == R"(
content/inspections/custody-2024.md:1:25: error: raw HTML [markdown/raw-html]
    1 | Heddlu Llŷn – “Gwynedd” <b>
      |                         ^~~
)");
}

TEST_CASE("The caret is as wide as the fault in code points") {
    CHECK(shown(at("tags = [\"Llŷn\"]", "\"Llŷn\"", "unknown tag", "", Code::response_unknown_tag)) == R"(
content/inspections/custody-2024.md:1:9: error: unknown tag [response/unknown-tag]
    1 | tags = ["Llŷn"]
      |         ^~~~~~
)");
}

TEST_CASE("Tabs before the fault are kept, so that the caret lines up in every terminal") {
    CHECK(shown(at("\tx\t=\ty", "y", "bad")) ==
          "\ncontent/inspections/custody-2024.md:1:6: error: bad [front-matter/unknown-key]\n"
          "    1 | \tx\t=\ty\n"
          "      | \t \t \t^\n");
}

TEST_CASE("A fault over several lines is shown on its first") {
    CHECK(shown(at("one\nis <b\nclass> here\n", "<b\nclass>", "raw HTML")) == R"(
content/inspections/custody-2024.md:2:4: error: raw HTML [front-matter/unknown-key]
    2 | is <b
      |    ^~
)");
}

TEST_CASE("A fault at the end of a line or file has a caret behind the text") {
    CHECK(shown(at("title = \n", "\n", "missing value", "", Code::toml_syntax)) == R"(
content/inspections/custody-2024.md:1:9: error: missing value [toml/syntax]
    1 | title = 
      |         ^
)");
    const SourceText source("site.toml", "x");
    CHECK(shown({Code::toml_syntax, locate(source, {1, 1}), "the file ends", "", {}}) == R"(
site.toml:1:2: error: the file ends [toml/syntax]
    1 | x
      |  ^
)");
}

TEST_CASE("Line numbers of any length keep the margin straight") {
    const std::string lines(99999, '\n');
    CHECK(shown(at(lines + "bad", "bad", "unknown")) == R"(
content/inspections/custody-2024.md:100000:1: error: unknown [front-matter/unknown-key]
100000 | bad
       | ^~~
)");
}

TEST_CASE("A long line is cut around the fault") {
    const std::string words = std::string(100, 'a') + " <b> " + std::string(200, 'z');
    CHECK(shown(at(words, "<b>", "raw HTML")) ==
          "\ncontent/inspections/custody-2024.md:1:102: error: raw HTML [front-matter/unknown-key]\n"
          "    1 | …" +
              std::string(59, 'a') + " <b> " + std::string(96, 'z') +
              "…\n"
              "      | " +
              std::string(61, ' ') + "^~~\n");
}

TEST_CASE("A long line whose fault is near its beginning is cut at its end only") {
    const std::string words = "<b> " + std::string(200, 'z');
    CHECK(shown(at(words, "<b>", "raw HTML")) ==
          "\ncontent/inspections/custody-2024.md:1:1: error: raw HTML [front-matter/unknown-key]\n"
          "    1 | <b> " +
              std::string(156, 'z') +
              "…\n"
              "      | ^~~\n");
}

TEST_CASE("A long line is never cut inside a character, and the caret never runs past what is shown") {
    std::string words = "bad ";
    for (int i = 0; i < 300; ++i) words += "ŷ";
    const Diagnostic all = at(words, words, "too long");
    std::string shown_part = "bad ";
    for (int i = 0; i < 156; ++i) shown_part += "ŷ";
    CHECK(shown(all) ==
          "\ncontent/inspections/custody-2024.md:1:1: error: too long [front-matter/unknown-key]\n"
          "    1 | " +
              shown_part +
              "…\n"
              "      | ^" +
              std::string(160, '~') + "\n");
}

TEST_CASE("A fault of a whole file has no line, and its help stands alone") {
    CHECK(shown({Code::file_name, whole_file("content/a b.md"), "the name has a space", "rename it to `a-b.md`", {}}) == R"(
content/a b.md: error: the name has a space [file/name]
      = rename it to `a-b.md`
)");
    CHECK(shown({Code::file_name, whole_file("content/a b.md"), "the name has a space", "", {}}) == R"(
content/a b.md: error: the name has a space [file/name]
)");
}

TEST_CASE("Other places that a diagnostic speaks of follow as notes") {
    Diagnostic diagnostic =
        at("id = \"peel\"\n", "\"peel\"", "the id `peel` is taken", "give one of them another", Code::response_duplicate_id);
    const SourceText first("content/inspections/a.md", "+++\nid = \"peel\"\n+++\n");
    diagnostic.related.push_back({locate(first, {9, 15}), "it was used first here"});
    CHECK(shown(diagnostic) == R"(
content/inspections/custody-2024.md:1:6: error: the id `peel` is taken [response/duplicate-id]
    1 | id = "peel"
      |      ^~~~~~ give one of them another
content/inspections/a.md:2:6: note: it was used first here
    2 | id = "peel"
      |      ^~~~~~
)");
}

TEST_CASE("A warning is an error when warnings count as errors") {
    const Diagnostic diagnostic = at("types", "types", "nobody decided", "", Code::response_undecided);
    CHECK(to_text(diagnostic, false).find(": warning: nobody decided [response/undecided]") != std::string::npos);
    CHECK(to_text(diagnostic, true).find(": error: nobody decided [response/undecided]") != std::string::npos);
}

TEST_CASE("Diagnostics are printed by place, and an exact repetition once") {
    Diagnostics diagnostics;
    const SourceText a("a.md", "x\nyz\n"), b("b.md", "x\n");
    diagnostics.add(Code::link_no_target, b, {0, 1}, "four");
    diagnostics.add(Code::link_no_target, a, {3, 4}, "three");
    diagnostics.add(Code::link_no_target, a, {2, 3}, "two");
    Diagnostics others;
    others.add(Code::link_no_target, a, {2, 3}, "two");
    others.add({Code::file_name, whole_file("a.md"), "one", "", {}});
    diagnostics.merge(std::move(others));
    diagnostics.sort();
    std::vector<std::string> messages;
    for (const Diagnostic& diagnostic : diagnostics.all()) messages.push_back(diagnostic.message);
    CHECK(messages == std::vector<std::string>{"one", "two", "three", "four"});
    CHECK(diagnostics.count(Severity::error) == 4);
    CHECK(diagnostics.has_errors());
}

TEST_CASE("A run with warnings only has no errors") {
    Diagnostics diagnostics;
    CHECK(diagnostics.empty());
    diagnostics.add(Code::response_undecided, SourceText("a.md", "x"), {0, 1}, "undecided");
    CHECK(diagnostics.count(Severity::warning) == 1);
    CHECK_FALSE(diagnostics.has_errors());
    CHECK_FALSE(diagnostics.empty());
}

TEST_CASE("Nothing that a file holds reaches the terminal as a command") {
    const std::string text =
        "a\x1B[2Jb\x7F\xC2\x9B"
        "c bad";
    CHECK(shown(at(text, "bad", "unknown")) == R"(
content/inspections/custody-2024.md:1:11: error: unknown [front-matter/unknown-key]
    1 | a�[2Jb��c bad
      |           ^~~
)");
    CHECK(quoted("a\x1B[2J\x7F\xC2\x9B") == "`a\uFFFD[2J\uFFFD\uFFFD`");
    CHECK(to_text({Code::file_name, whole_file("a\x1B.md"), "bad name", "", {}}, false) ==
          "a\uFFFD.md: error: bad name [file/name]\n");
}

TEST_CASE("A line that is not UTF-8 is shown as far as it can be") {
    CHECK(shown(at("caf\xE9 society", "\xE9", "not UTF-8", "save it as UTF-8", Code::file_not_utf8)) ==
          "\ncontent/inspections/custody-2024.md:1:4: error: not UTF-8 [file/not-utf8]\n"
          "    1 | caf\uFFFD society\n"
          "      |    ^ save it as UTF-8\n");
}

TEST_CASE("What an author wrote is quoted on one line and not at length") {
    CHECK(quoted("tags") == "`tags`");
    CHECK(quoted("") == "``");
    CHECK(quoted("a\nb\tc") == "`a b c`");
    CHECK(quoted(std::string(80, 'a')) == "`" + std::string(80, 'a') + "`");
    CHECK(quoted(std::string(81, 'a')) == "`" + std::string(80, 'a') + "…`");
}

TEST_CASE("A hint proposes the near word, else says the other thing") {
    CHECK(did_you_mean("publised", {"published", "tags"}) == "did you mean `published`?");
    CHECK(did_you_mean("colour", {"published", "tags"}) == "");
    CHECK(did_you_mean("colour", {"published", "tags"}, "see the docs") == "see the docs");
}

TEST_CASE("Every code has a name of its own, made of a group and a fault") {
    std::set<std::string_view> names;
    for (const CodeInfo& info : all_codes()) {
        CHECK(names.insert(info.name).second);
        CHECK(info.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string_view::npos);
        CHECK(std::count(info.name.begin(), info.name.end(), '/') == 1);
        CHECK(describe(info.code).name == info.name);
    }
}
