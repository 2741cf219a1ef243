#include "check/blocks.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/text.h"
#include "check/scan.h"
#include "check/text_checks.h"
#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// Each block as `kind: words`.
Lines blocks(const std::string& text, std::uint32_t begin = 0) {
    Lines all;
    for (const check::Block& block : check::blocks_of(text, {begin, static_cast<std::uint32_t>(text.size())}, "")) {
        constexpr std::string_view kinds[] = {"heading", "paragraph", "item", "table"};
        const std::string_view words = std::string_view(text).substr(block.span.begin, block.span.end - block.span.begin);
        all.push_back(std::string(kinds[static_cast<std::size_t>(block.kind)]) + ": " + std::string(words));
    }
    return all;
}

}  // namespace

TEST_CASE("Blocks are those of one part of a document, and the first says so") {
    CHECK(blocks("Words.") == Lines{"paragraph: Words."});
    CHECK(blocks("title\n+++\n\nWords.\n", 10) == Lines{"paragraph: Words."});
    CHECK(blocks("").empty());
    const auto all = check::blocks_of("“One.\n\nTwo.”", {3, 11}, "text");
    REQUIRE(all.size() == 2);
    CHECK(all[0].span == Span{3, 7});
    CHECK(all[0].begins);
    CHECK_FALSE(all[1].begins);
    CHECK(all[1].key == "text");
}

TEST_CASE("A block has its words without the marks that make it what it is") {
    CHECK(blocks("## Findings\n\n- one\n  more of one\n- two\n\n12. three\n\n> quoted\n> words\n\n| a | b |\n|---|---|\n\nlast\nwords") ==
          Lines{"heading: Findings", "item: one\n  more of one", "item: two", "item: three", "paragraph: quoted\n> words", "table: | a | b |\n|---|---|",
                "paragraph: last\nwords"});
}

TEST_CASE("Code is left out, with whatever else it holds") {
    CHECK(blocks("a\n```\n## not this\n~~~\nnor this\n```\nb\n") == Lines{"paragraph: a", "paragraph: b"});
}

TEST_CASE("Curly quotation marks, apostrophes and dashes part words, and letters with accents do not") {
    const auto alone = [](std::string_view text, std::string_view word) {
        const std::size_t at = text.find(word);
        return check::stands_alone(text, at, at + word.size());
    };
    CHECK(alone("“NPCC” said", "NPCC"));
    CHECK(alone("the NPCC’s view", "NPCC"));
    CHECK(alone("force–NPCC–office", "NPCC"));
    CHECK_FALSE(alone("ŵNPCC", "NPCC"));
    CHECK_FALSE(alone("NPCCŵ", "NPCC"));
    CHECK_FALSE(alone("aNPCC", "NPCC"));
}

TEST_CASE("A number or a hash within a sentence begins nothing") {
    CHECK(blocks("#hashtag\n96.7% of them\n-5 degrees") == Lines{"paragraph: #hashtag\n96.7% of them\n-5 degrees"});
}

TEST_CASE("Whatever a text holds, every check ends and marks a place within it") {
    std::mt19937 random(7);
    const std::string_view pieces[] = {"“", "”", "\"", "[email protected]", "[here](", "](", "NPCC", "OFFICIAL", "a@b.example", "+44 1632 960123",
                                       "01632 960123", "within 30 days", " respond ", "I ", "Home Office", "55(1)", "section ", "made 40 recommendations",
                                       "West Merica", "\n\n", "\n- ", "\n## ", "\n|", "7% ", ". ", "ŵ", "+++\n", "31 June 2024", " 3/13/2024", "The report was published on ", "Monday 3 May 2024", "PC 1234", "collar number ", "‘", "’", "HMICFSR", "```\n", "@", "+44", "("};
    SiteConfig config = samples::config();
    config.people = {{"West Merci", "Chief Constable", {}, {}}};
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i) text += pieces[random() % std::size(pieces)];
        const Source source = samples::source("content/a.md", text);
        Response response = samples::response("a", "2024-07-19");
        response.no_recommendations = true;
        Diagnostics found;
        for (const Response* of : {static_cast<const Response*>(&response), static_cast<const Response*>(nullptr)}) {
            const check::Subject subject{source.get(), {{0, 0}, {0, static_cast<std::uint32_t>(source->text().size())}}, nullptr, of};
            const check::Text looked_at = check::read_text(subject, config, samples::day("2026-06-30"));
            for (const check::Check find : check::all_checks)
                find(looked_at, found);
        }
        for (const Diagnostic& one : found.all()) {
            INFO(text);
            CHECK(one.location.excerpt == source->line(one.location.line));
            CHECK(one.location.column <= count_code_points(one.location.excerpt) + 1);
        }
    }
}
