#include "content/prose.h"

#include <catch2/catch.hpp>

#include "formats/markdown.h"
#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// A TOML value `text = …` rendered as a field of front matter.
struct Field {
    SourceText source;
    Diagnostics diagnostics;
    Prose prose;

    explicit Field(const std::string& value) : source("content/inspections/custody-2024.md", "+++\ntext = " + value + "\n+++\n") {
        markdown::initialise();
        const auto end = static_cast<std::uint32_t>(source.text().size() - 4);
        const auto table = toml_tree::parse_toml(source, {4, end}, diagnostics);
        REQUIRE(table);
        const toml_tree::Value& text = table->find("text")->value;
        prose = content::parse_field(source, {std::get<std::string>(text.data), text.span}, diagnostics);
    }

    [[nodiscard]] Lines faults() const { return samples::faults(diagnostics); }
    [[nodiscard]] std::string_view link() const {
        const Span span = prose.links.at(0).span;
        return source.text().substr(span.begin, span.end - span.begin);
    }
};

}  // namespace

TEST_CASE("A text in front matter is rendered as Markdown") {
    const Field field("\"Within *one* day.\"");
    CHECK(field.faults() == Lines{});
    CHECK(field.prose.html.find("<em>one</em>") != std::string::npos);
    CHECK(field.prose.plain_text == "Within one day.");
}

TEST_CASE("A fault in a text that is written plainly is shown at its own place") {
    CHECK(Field("\"Within <u>one</u> day.\"").faults().at(0) == "2:16 <u> [markdown/raw-html]");
    CHECK(Field("'Within <u>one</u> day.'").faults().at(0) == "2:16 <u> [markdown/raw-html]");
    CHECK(Field("\"Llŷn: within <u>one</u> day.\"").faults().at(0) == "2:22 <u> [markdown/raw-html]");
}

TEST_CASE("A fault in a text of several lines is shown on its own line") {
    CHECK(Field("\"\"\"\nFirst line.\nWithin <u>one</u> day.\n\"\"\"").faults().at(0) == "4:8 <u> [markdown/raw-html]");
    CHECK(Field("'''\nFirst line.\n\nWithin <u>one</u> day.'''").faults().at(0) == "5:8 <u> [markdown/raw-html]");
}

TEST_CASE("A fault in a text with escapes is shown at the whole value") {
    CHECK(Field(R"("A \"golden\" <u>hour</u>.")").faults().at(0) == R"(2:8 "A \"golden\" <u>hour</u>." [markdown/raw-html])");
    CHECK(Field("\"\"\"\nWithin \\\n  <u>one</u> day.\"\"\"").faults().at(0) == "2:8 \"\"\" [markdown/raw-html]");
}

TEST_CASE("A text with escapes is rendered as the text that it means") {
    const Field field(R"("A \"golden\" hour.\n\nThe r\u00eale.")");
    CHECK(field.faults() == Lines{});
    CHECK(field.prose.plain_text.find("The rêle.") != std::string::npos);
}

TEST_CASE("A link in a text knows its place, or that of the whole value") {
    CHECK(Field("\"See [the letter](letter.pdf).\"").link() == "letter.pdf");
    CHECK(Field(R"("See \"it\": [the letter](letter.pdf).")").link() == R"("See \"it\": [the letter](letter.pdf).")");
}

TEST_CASE("A heading has no place in a text of front matter") {
    CHECK(Field("\"\"\"\n## Findings\n\"\"\"").faults().at(0).ends_with("[markdown/heading-level]"));
}
