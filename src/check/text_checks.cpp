#include "check/text_checks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "check/scan.h"
#include "model/section55.h"

namespace vitrine::check {
namespace {

Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

/// Calls `found(begin, end)` for each place of a phrase within the blocks.
template <class Found>
void each_phrase(const Text& text, std::string_view phrase, Found found) {
    for (const Block& block : text.blocks) {
        const std::string_view part = text.source.text().substr(0, block.span.end);
        std::size_t end = 0;
        for (std::size_t at = find_phrase(part, phrase, block.span.begin, end); at != std::string_view::npos; at = find_phrase(part, phrase, end, end))
            found(at, end);
    }
}

/// The sentence around a place, within its block.
std::string_view sentence_around(const Text& text, std::size_t at) {
    for (const Block& block : text.blocks) {
        if (at < block.span.begin || at >= block.span.end) continue;
        const std::string_view whole = text.source.text().substr(0, block.span.end);
        const std::size_t stop = whole.rfind(". ", at);
        const std::size_t begin = stop == std::string_view::npos || stop < block.span.begin ? block.span.begin : stop + 2;
        return whole.substr(begin, std::min(whole.find(". ", at), whole.size()) - begin);
    }
    return {};
}

bool mentions(std::string_view sentence, std::initializer_list<std::string_view> phrases) {
    std::size_t end = 0;
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return find_phrase(sentence, phrase, 0, end) != std::string_view::npos; });
}

}  // namespace

void find_protected_emails(const Text& text, Diagnostics& diagnostics) {
    const std::string_view whole = text.source.text();
    for (const std::string_view left : {"[email protected]", "[email\u00a0protected]"})
        for (std::size_t at = whole.find(left); at != std::string_view::npos; at = whole.find(left, at + 1))
            diagnostics.add(Code::check_protected_email, text.source, span_of(at, at + left.size()),
                            "an email address was lost here when the text was copied from a web page", "write the address, or take the sentence out");
}

void find_empty_link_texts(const Text& text, Diagnostics& diagnostics) {
    constexpr std::array<std::string_view, 14> empty = {"click here", "document", "download", "here",   "link", "more",      "more information",
                                                        "page",       "pdf",      "read more", "report", "this", "this link", "website"};
    const std::string_view whole = text.source.text();
    for (const Block& block : text.blocks) {
        for (std::size_t close = whole.find("](", block.span.begin); close < block.span.end; close = whole.find("](", close + 1)) {
            const std::size_t open = whole.rfind('[', close);
            if (open == std::string_view::npos || open < block.span.begin || (open > 0 && whole[open - 1] == '!')) continue;
            std::string words = lower(trimmed(whole.substr(open + 1, close - open - 1)));
            while (!words.empty() && !is_word(words.back())) words.pop_back();
            if (std::find(empty.begin(), empty.end(), words) != empty.end())
                diagnostics.add(Code::check_link_text, text.source, span_of(open + 1, close), "the words of this link do not say where it leads",
                                "write what is there, such as the title of the page or document: people who listen to a page hear its links alone");
        }
    }
}

void find_protective_markings(const Text& text, Diagnostics& diagnostics) {
    constexpr std::array<std::string_view, 7> markings = {"OFFICIAL-SENSITIVE", "OFFICIAL - SENSITIVE", "OFFICIAL SENSITIVE",     "OFFICIAL: SENSITIVE",
                                                          "OFFICIAL – SENSITIVE", "NOT PROTECTIVELY MARKED", "RESTRICTED"};
    const std::string_view whole = text.source.text();
    const auto report = [&](std::size_t begin, std::size_t end) {
        diagnostics.add(Code::check_marking, text.source, span_of(begin, end), quoted(whole.substr(begin, end - begin)) + " is a protective marking",
                        "make sure that the text may be published, then take the marking out");
    };
    for (const Block& block : text.blocks) {
        const std::string_view part = whole.substr(0, block.span.end);
        for (const std::string_view marking : markings)
            for (std::size_t at = part.find(marking, block.span.begin); at != std::string_view::npos; at = part.find(marking, at + 1))
                if (stands_alone(whole, at, at + marking.size())) report(at, at + marking.size());
        // In a sentence these are words like others.
        const std::string_view alone = whole.substr(block.span.begin, block.span.end - block.span.begin);
        if (alone == "OFFICIAL" || alone == "CONFIDENTIAL" || alone == "SECRET" || alone == "PROTECT") report(block.span.begin, block.span.end);
    }
}

namespace {

void find_period_of_30_days(const Text& text, Diagnostics& diagnostics) {
    each_phrase(text, "within 30 days", [&](std::size_t begin, std::size_t end) {
        // Others have 30 days for other things.
        const std::string_view sentence = sentence_around(text, begin);
        if (mentions(sentence, {"respond", "response", "responses", "comments", "reply"}) &&
            mentions(sentence, {"pcc", "commissioner", "i", "local policing body", "section 55", "s.55", "office"}))
            diagnostics.add(Code::check_law, text.source, span_of(begin, end), "the period for a response is 56 days, not 30",
                            "since 2 May 2017: section 55(5A) of the Police Act 1996");
    });
}

void find_awaited_guidance(const Text& text, Diagnostics& diagnostics) {
    for (const std::string_view phrase : {"awaiting home office guidance", "await home office guidance", "awaiting guidance from the home office"})
        each_phrase(text, phrase, [&](std::size_t begin, std::size_t end) {
            diagnostics.add(Code::check_law, text.source, span_of(begin, end), "the law on responses has been in force since 2 May 2017",
                            "say which guidance is meant, or take the sentence out");
        });
}

void find_section_55_1(const Text& text, Diagnostics& diagnostics) {
    for (const std::string_view phrase : {"section 55(1)", "s.55(1)", "s55(1)"})
        each_phrase(text, phrase, [&](std::size_t begin, std::size_t end) {
            diagnostics.add(Code::check_law, text.source, span_of(begin, end),
                            "section 55(1) of the Police Act 1996 is about publishing the inspectors’ report",
                            "the duty to publish comments is in section 55(5), and their deadline in section 55(5A)");
        });
}

}  // namespace

void find_wrong_law(const Text& text, Diagnostics& diagnostics) {
    const bool has_rule = text.response == nullptr || text.response->report_published >= rule_begins();
    // Phrases are looked for only where their rarest words stand: of 10,000 responses, a second is saved.
    const auto has = [&](std::string_view words) { return text.source.text().find(words) != std::string_view::npos; };
    if (has_rule && has("30 days")) find_period_of_30_days(text, diagnostics);
    if (has_rule && has("Home Office")) find_awaited_guidance(text, diagnostics);
    if (has("55(1)")) find_section_55_1(text, diagnostics);
}

}  // namespace vitrine::check
