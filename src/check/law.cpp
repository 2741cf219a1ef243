#include "check/scan.h"
#include "check/text_checks.h"
#include "model/section55.h"

namespace vitrine::check {
namespace {

/// Calls `found(block, begin, end)` for each place of a phrase within the blocks.
template <class Found>
void each_phrase(const Text& text, std::string_view phrase, Found found) {
    for (const Block& block : text.blocks) {
        const std::string_view part = std::string_view(text.words).substr(0, block.span.end);
        std::size_t end = 0;
        for (std::size_t at = find_phrase(part, phrase, block.span.begin, end); at != std::string_view::npos; at = find_phrase(part, phrase, end, end))
            found(block, at, end);
    }
}

void find_period_of_30_days(const Text& text, Diagnostics& diagnostics) {
    each_phrase(text, "within 30 days", [&](const Block& block, std::size_t begin, std::size_t end) {
        // Others have 30 days for other things.
        const std::string_view sentence = sentence_around(text.words, block, begin);
        if (mentions(sentence, {"respond", "response", "responses", "comments", "reply"}) &&
            mentions(sentence, {"pcc", "commissioner", "i", "local policing body", "section 55", "s.55", "office"}))
            diagnostics.add(Code::check_law, text.source, span_of(begin, end), "the period for a response is 56 days, not 30",
                            "since 2 May 2017: section 55(5A) of the Police Act 1996");
    });
}

void find_awaited_guidance(const Text& text, Diagnostics& diagnostics) {
    for (const std::string_view phrase : {"awaiting home office guidance", "await home office guidance", "awaiting guidance from the home office"})
        each_phrase(text, phrase, [&](const Block&, std::size_t begin, std::size_t end) {
            diagnostics.add(Code::check_law, text.source, span_of(begin, end), "the law on responses has been in force since 2 May 2017",
                            "say which guidance is meant, or take the sentence out");
        });
}

void find_section_55_1(const Text& text, Diagnostics& diagnostics) {
    for (const std::string_view phrase : {"section 55(1)", "s.55(1)", "s55(1)"})
        each_phrase(text, phrase, [&](const Block&, std::size_t begin, std::size_t end) {
            diagnostics.add(Code::check_law, text.source, span_of(begin, end),
                            "section 55(1) of the Police Act 1996 is about publishing the inspectors’ report",
                            "the duty to publish comments is in section 55(5), and their deadline in section 55(5A)");
        });
}

}  // namespace

void find_wrong_law(const Text& text, Diagnostics& diagnostics) {
    const bool has_rule = text.response == nullptr || text.response->report_published >= rule_begins();
    // Phrases are looked for only where their rarest words stand: of 10,000 responses, a second is saved.
    const auto has = [&](std::string_view words) { return text.words.find(words) != std::string::npos; };
    if (has_rule && has("30 days")) find_period_of_30_days(text, diagnostics);
    if (has_rule && has("Home Office")) find_awaited_guidance(text, diagnostics);
    if (has("55(1)")) find_section_55_1(text, diagnostics);
}

}  // namespace vitrine::check
