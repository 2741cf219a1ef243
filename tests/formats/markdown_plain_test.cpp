#include "formats/markdown_plain.h"

#include <array>
#include <cstdint>
#include <random>

#include "markdown_samples.h"

namespace vitrine::markdown {
namespace {

/// A line of characters and words in no sensible order; the same for the same seed everywhere.
std::string random_line(std::uint32_t seed) {
    static constexpr std::array pieces = {"a", "The force", "w", "www", ".", ".", ",", ";", "'", "(", ")", "/", "//", "%", "?", "-", "--", "12", "1", " ", " ", " ", "  ",
                                          "ŷ", "“", "\u00A0", "\u2028", "😀", "http", "mailto", "example.org", "A", "Z", "0", "x", "£5", ":", "@", "*", "_", "~", "`", "#",
                                          "+", "=", "|", "!", "[", "]", "<", ">", "&", "&amp;", "\"", "\\", "^", "$", "{", "}", "\t", "\n", "\n\n"};
    std::mt19937 random(seed);
    std::string line;
    // The first pieces are plain, so that many lines are; each tenth line may hold anything.
    const std::size_t choice = seed % 10 == 0 ? pieces.size() : 36;
    for (std::uint32_t left = 1 + static_cast<std::uint32_t>(random() % 12); left > 0; --left) line += pieces.at(random() % choice);
    return line;
}

/// The document of the whole parser: an empty line before the text is not plain, and means nothing.
Document wholly_parsed(const std::string& line) { return Sample("\n" + line, {.field = true}).document; }

void check_same(const Document& document, const Document& expected) {
    CHECK(document.html == expected.html);
    CHECK(document.plain_text == expected.plain_text);
    CHECK(document.footnotes == expected.footnotes);
    CHECK(document.headings.empty());
    CHECK(expected.headings.empty());
    CHECK(document.links.empty());
    CHECK(expected.links.empty());
    REQUIRE(document.sections.size() == 1);
    REQUIRE(expected.sections.size() == 1);
    CHECK(document.sections[0].heading == expected.sections[0].heading);
    CHECK(document.sections[0].begin == expected.sections[0].begin);
    CHECK(document.sections[0].end == expected.sections[0].end);
}

}  // namespace

TEST_CASE("words of everyday sentences are plain") {
    CHECK(is_plain_line("Progress is reported each quarter."));
    CHECK(is_plain_line("The force (“Northshire”) met 66 per cent; it hadn't before - or 9/10, 90%?"));
}

TEST_CASE("what may mean something in Markdown is not plain") {
    for (const char* text : {"", " a", "a ", "a  b", "a\tb", "a\nb", "- a", "-", "---", "+ a", "1. a", "1) a", "2014", "# a", "> a", "    a", "=== a", "a *b*", "a _b_",
                             "a ~~b~~", "`a`", "[a](b)", "![a](b)", "a <b>", "a & b", "&amp;", "\"a\"", "a\\", "www.a.example", "see (www.a.example)", "http://a.example",
                             "me@a.example", "mailto:me", "a | b", "a[^1]"}) {
        INFO(text);
        CHECK_FALSE(is_plain_line(text));
    }
    CHECK_FALSE(is_plain_line(std::string(100'000, 'a')));
}

TEST_CASE("each plain character alone between words gives what the parser gives") {
    for (int c = 1; c < 0x80; ++c) {
        for (const std::string& line : {std::string("a ") + static_cast<char>(c) + " b", std::string("a") + static_cast<char>(c) + "b",
                                        std::string("a") + static_cast<char>(c), static_cast<char>(c) + std::string("a"), std::string(1, static_cast<char>(c))}) {
            INFO(line);
            if (is_plain_line(line)) check_same(plain_document(line), wholly_parsed(line));
        }
    }
}

TEST_CASE("random lines that are plain give what the parser gives") {
    std::size_t plain = 0;
    for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
        const std::string line = random_line(seed);
        if (!is_plain_line(line)) continue;
        ++plain;
        INFO(line);
        check_same(plain_document(line), wholly_parsed(line));
    }
    CHECK(plain > 2000);
}

}  // namespace vitrine::markdown
