#include "check/text.h"

#include <catch2/catch.hpp>

#include "check/check_samples.h"

using namespace vitrine;
using samples::Checked;
using samples::Lines;

namespace {

/// Each block as `key: words`; the body has no key.
Lines blocks(const check::Text& text, const std::vector<check::Block>& blocks) {
    Lines all;
    for (const check::Block& block : blocks)
        all.push_back(std::string(block.key) + ": " + text.words.substr(block.span.begin, block.span.end - block.span.begin));
    return all;
}

}  // namespace

TEST_CASE("The body comes before the long texts of the front matter, which come in the order of the form") {
    const Checked checked("\nThe body.\n", {}, R"(
[[recommendations]]
number = "1"
kind = "recommendation"
text = """
One.

Two."""
pcc_explanation = "Four."
force_action = 'Three.'
pcc_action = "taken"

[[recommendations.updates]]
date = 2025-01-01
text = "Five."

[[updates]]
date = 2025-01-01
text = "Six."
)");
    const check::Text text = checked.text();
    CHECK(blocks(text, text.blocks) ==
          Lines{": The body.", "text: One.", "text: Two.", "force_action: Three.", "pcc_explanation: Four.", "updates: Five.", "updates: Six."});
    CHECK(blocks(text, text.titles) == Lines{"title: Custody services in Northshire"});
}

TEST_CASE("What is escaped is read as it is meant, at its own place") {
    const Checked checked("", {}, "\n[[updates]]\ndate = 2025-01-01\ntext = \"The force\\u2019s “plan\\\" is West Merica\\u0027s.\"\n");
    const Lines found = checked.found_by(check::find_open_quotations);
    CHECK(found.empty());
    CHECK(checked.found_by(check::find_wrong_names) == Lines{"West Merica: `West Merica` is nearly `West Mercia`"});
}

TEST_CASE("A document that shrank since it was read first is looked at as far as it goes") {
    const Source source = samples::source("content/a.md", "+++\n");
    const check::Text text = check::read_text({source.get(), {{4, 40}, {50, 90}}}, samples::config(), samples::day("2026-06-30"));
    CHECK(text.blocks.empty());
}
