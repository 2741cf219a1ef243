#include "content/front_matter.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// A file that has been cut, with what was found.
struct Cut {
    SourceText source;
    Diagnostics diagnostics;
    std::optional<content::FrontMatter> front_matter;

    explicit Cut(const std::string& text)
        : source("content/about.md", text), front_matter(content::parse_front_matter(source, diagnostics)) {}

    [[nodiscard]] std::string_view body() const {
        const Span span = front_matter.value().parts.body;
        return source.text().substr(span.begin, span.end - span.begin);
    }
    [[nodiscard]] std::string title() const { return std::get<std::string>(front_matter.value().table.find("title")->value.data); }
};

/// The problem of a file that has exactly one and cannot be read.
Diagnostic problem(const std::string& text) {
    const Cut cut(text);
    REQUIRE_FALSE(cut.front_matter);
    REQUIRE(cut.diagnostics.all().size() == 1);
    return cut.diagnostics.all().front();
}

}  // namespace

TEST_CASE("A file is cut at its two lines of plus signs") {
    const Cut cut("+++\ntitle = \"About\"\n+++\n\nThe text.\n");
    CHECK(cut.diagnostics.empty());
    CHECK(cut.title() == "About");
    CHECK(cut.body() == "\nThe text.\n");
    CHECK(cut.front_matter->opening == Span{0, 3});
}

TEST_CASE("A byte order mark, CRLF and spaces after the plus signs are accepted") {
    const Cut cut("\xEF\xBB\xBF+++  \r\ntitle = \"About\"\r\n+++ \r\nThe text.\r\n");
    CHECK(cut.diagnostics.empty());
    CHECK(cut.title() == "About");
    CHECK(cut.body() == "The text.\n");
}

TEST_CASE("Front matter may be empty, and so may the text behind it") {
    CHECK(Cut("+++\n+++\n").body().empty());
    CHECK(Cut("+++\n+++").body().empty());
    CHECK(Cut("+++\ntitle = \"About\"\n+++").title() == "About");
    CHECK(Cut("+++\n+++\n").front_matter->table.entries.empty());
}

TEST_CASE("Plus signs in the text or inside a line of front matter end nothing") {
    const Cut cut("+++\ntitle = \"+++\"\n+++\nOne\n+++\ntwo\n");
    CHECK(cut.title() == "+++");
    CHECK(cut.body() == "One\n+++\ntwo\n");
}

TEST_CASE("Lines and columns of front matter are those of the file") {
    const Cut cut("+++\n\ntitle = 04/09/2014\n+++\n");
    CHECK(samples::faults(cut.diagnostics) == Lines{"3:9 04/09/2014 [toml/syntax]"});
}

TEST_CASE("A file without front matter is reported, with what to write") {
    for (const char* text : {"", "\n", "# About\n", "\n+++\ntitle = \"About\"\n+++\n", "++++\n+++\n", "+++ toml\n+++\n"}) {
        CAPTURE(text);
        const Diagnostic found = problem(text);
        CHECK(describe(found.code).name == "front-matter/missing");
        CHECK(found.location.line == 1);
        CHECK(found.help.find("begin with a line `+++`") == 0);
    }
}

TEST_CASE("Who begins with YAML's dashes is told that front matter is TOML here") {
    const Diagnostic found = problem("---\ntitle: About\n---\n");
    CHECK(describe(found.code).name == "front-matter/missing");
    CHECK(found.help == "front matter is TOML here: begin and end it with `+++`");
}

TEST_CASE("Front matter that is never closed is reported at its beginning") {
    for (const char* text : {"+++", "+++\n", "+++\ntitle = \"About\"\n\nThe text.\n", "+++\ntitle = \"About\"\n ++\n"}) {
        CAPTURE(text);
        const Diagnostic found = problem(text);
        CHECK(describe(found.code).name == "front-matter/unclosed");
        CHECK(found.location.line == 1);
        CHECK(found.location.width == 3);
    }
}

TEST_CASE("Front matter of 32 KB is read, and a byte more is refused") {
    const std::string title = "title = \"About\"\n";
    const std::string largest = title + "#" + std::string(32 * 1024 - title.size() - 2, 'x') + "\n";
    REQUIRE(largest.size() == 32 * 1024);
    CHECK(Cut("+++\n" + largest + "+++\n").title() == "About");
    CHECK(describe(problem("+++\n#" + largest + "+++\n").code).name == "front-matter/too-large");
}

TEST_CASE("A body of any length does not count towards the front matter") {
    CHECK(Cut("+++\ntitle = \"About\"\n+++\n" + std::string(100000, 'x')).body().size() == 100000);
}
