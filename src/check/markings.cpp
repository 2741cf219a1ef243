#include <array>

#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {

void find_protective_markings(const Text& text, Diagnostics& diagnostics) {
    constexpr std::array<std::string_view, 7> markings = {"OFFICIAL-SENSITIVE", "OFFICIAL - SENSITIVE", "OFFICIAL SENSITIVE",     "OFFICIAL: SENSITIVE",
                                                          "OFFICIAL – SENSITIVE", "NOT PROTECTIVELY MARKED", "RESTRICTED"};
    const std::string_view whole = text.words;
    const auto report = [&](std::size_t begin, std::size_t end) {
        diagnostics.add(Code::check_marking, text.source, span_of(begin, end), quoted(whole.substr(begin, end - begin)) + " is a protective marking",
                        "make sure that the text may be published, then take the marking out");
    };
    const auto look_at = [&](const Block& block) {
        const std::string_view part = whole.substr(0, block.span.end);
        for (const std::string_view marking : markings)
            for (std::size_t at = part.find(marking, block.span.begin); at != std::string_view::npos; at = part.find(marking, at + 1))
                if (stands_alone(whole, at, at + marking.size())) report(at, at + marking.size());
        // In a sentence these are words like others.
        const std::string_view alone = whole.substr(block.span.begin, block.span.end - block.span.begin);
        if (alone == "OFFICIAL" || alone == "CONFIDENTIAL" || alone == "SECRET" || alone == "PROTECT") report(block.span.begin, block.span.end);
    };
    for (const auto* blocks : {&text.blocks, &text.titles})
        for (const Block& block : *blocks) look_at(block);
}

}  // namespace vitrine::check
