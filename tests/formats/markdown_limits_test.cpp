#include <functional>

#include "markdown_samples.h"

namespace vitrine::markdown {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

/// `line: message` for a text past a limit, whose document must be empty; nothing for one within all of them.
std::string refusal(const std::string& text) {
    const Sample sample(text);
    std::string all;
    for (const Diagnostic& diagnostic : sample.diagnostics.all()) {
        if (diagnostic.code != Code::markdown_too_complex) continue;
        CHECK(sample.document.html.empty());
        CHECK_FALSE(diagnostic.help.empty());
        all += std::to_string(diagnostic.location.line) + ": " + diagnostic.message;
    }
    return all;
}

/// A text of paragraphs with so many bytes.
std::string paragraphs(std::size_t size) {
    std::string text;
    while (text.size() < size) text += "Some words in a line.\n\n";
    text.resize(size);
    return text;
}

}  // namespace

TEST_CASE("a text may have 256 KB") {
    CHECK(refusal(paragraphs(256 * 1024)).empty());
    CHECK(refusal(paragraphs(256 * 1024 + 1)) == "1: the text is longer than 256 KB");
}

TEST_CASE("a line may have 16 KB") {
    CHECK(refusal("a\n\n" + std::string(16 * 1024, 'a')).empty());
    CHECK(refusal("a\n\n" + std::string(16 * 1024 + 1, 'a')) == "3: the line is longer than 16 KB");
}

TEST_CASE("lines without an empty one between them may have 64 KB together") {
    const std::string line = std::string(1023, 'a') + "\n";
    CHECK(refusal("a\n\n" + repeated(line, 64) + " \t\n" + repeated(line, 64)).empty());
    CHECK(refusal("a\n\n" + repeated(line, 65)) == "67: the passage that ends here is longer than 64 KB");
}

TEST_CASE("quotations and lists may stand 32 deep in one another") {
    const std::string deep = "lists and quotations stand more than 32 deep in one another";
    CHECK(refusal(repeated(">", 32) + " a").empty());
    CHECK(refusal("a\n\n" + repeated("> ", 33) + "a") == "3: " + deep);
    CHECK(refusal(repeated("- ", 33) + "a") == "1: " + deep);
    CHECK(refusal(repeated("1. > ", 17) + "a") == "1: " + deep);
    CHECK(refusal("[^1]\n\n" + repeated("[^1]: ", 33) + "a") == "3: " + deep);
}

TEST_CASE("nesting counts across lines, by indentation and by tabs") {
    const auto stairs = [](const std::string& step, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += repeated(step, i) + "- a\n";
        return text;
    };
    CHECK(refusal(stairs("  ", 32)).empty());
    CHECK(refusal(stairs("  ", 33)).starts_with("33: "));
    CHECK(refusal(stairs("\t", 33)).starts_with("33: "));
    // A line that a paragraph goes on with leaves its containers open.
    CHECK(refusal(repeated("- ", 20) + "a\nlazy\n" + repeated("  ", 20) + repeated("- ", 13) + "b\n").starts_with("3: "));
    CHECK(refusal(repeated("- ", 20) + "a\n\nend\n\n" + repeated("- ", 20) + "b\n").empty());
}

TEST_CASE("what only looks like nested lists is not counted") {
    CHECK(refusal(repeated("- ", 40) + "\n" + repeated("* ", 40) + "\n").empty());
    CHECK(refusal("- a\n\n" + std::string(80, ' ') + "- code\n").empty());
}

TEST_CASE("a table may have 64 columns and 256 bars in a line") {
    CHECK(refusal("|" + repeated("a|", 64) + "\n|" + repeated("-|", 64) + "\n").empty());
    CHECK(refusal("|" + repeated("a|", 65) + "\n|" + repeated("-|", 65) + "\n") == "2: the table has 65 columns, more than 64");
    CHECK(refusal("a\n\n" + repeated("|", 257)) == "3: the line has more than 256 `|`");
}

TEST_CASE("all tables together may have 50,000 cells, those without a bar included") {
    const std::string table = "|" + repeated("a|", 50) + "\n|" + repeated("-|", 50) + "\n" + repeated("b\n", 98);
    CHECK(refusal(repeated(table + "\n", 10)).empty());
    CHECK(refusal(repeated(table + "\n", 11)) == "1012: the tables up to here have more than 50,000 cells");
}

TEST_CASE("link definitions may not multiply") {
    const std::string title(7000, 't');
    CHECK(refusal("[a]: b \"" + title + "\"\n\n" + repeated("[a] ", 1000)).empty());
    CHECK(refusal("Text.\n\n[a]: b \"" + title + "\"\n\n" + repeated("[a] ", 1300)) ==
          "3: the definitions of links take 6 KB in a text with 1,301 `[`; the product may be 8,192 KB");
    CHECK(refusal("[^1]: " + title + "\n\n" + repeated("[^1] ", 1300)).empty());
}

TEST_CASE("bounded texts are parsed in bounded time") {
    const std::vector<std::string> units = {"[", "![[]()", "*a **b ", "`a`` ", "<a b=\"", "a@b.c ", "[a](<b", "~~a ", "&", "[^a] "};
    for (const std::string& unit : units) {
        const std::string line = repeated(unit, 2000 / unit.size()) + "\n";
        CAPTURE(unit);
        CHECK(refusal(repeated(line, 30)).empty());
    }
}

}  // namespace vitrine::markdown
