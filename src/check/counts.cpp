#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

constexpr std::array<std::string_view, 21> number_words = {"no",     "one",    "two",      "three",    "four",    "five",    "six",
                                                           "seven",  "eight",  "nine",     "ten",      "eleven",  "twelve",  "thirteen",
                                                           "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

/// What a report does with its recommendations. Behind other words, a number may count some of them.
constexpr std::array<std::string_view, 13> verbs = {"contained", "contains", "gave",   "gives", "had",  "has", "included",
                                                    "includes",  "issued",   "issues", "made",  "make", "makes"};

struct Counted {
    std::string_view phrase;
    RecommendationKind kind;
};
constexpr std::array<Counted, 3> counted_kinds = {{{"recommendations", RecommendationKind::recommendation},
                                                   {"areas for improvement", RecommendationKind::area_for_improvement},
                                                   {"causes of concern", RecommendationKind::cause_of_concern}}};

struct Word {
    std::size_t begin;
    std::size_t end;
};

/// The word before a place, in its block.
std::optional<Word> word_before(std::string_view text, std::size_t first, std::size_t at) {
    while (at > first && is_space(text[at - 1])) --at;
    const std::size_t end = at;
    while (at > first && is_word(text[at - 1])) --at;
    if (at == end) return std::nullopt;
    return Word{at, end};
}

std::optional<std::size_t> number_in(std::string_view word) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error == std::errc() && end == word.data() + word.size()) return number;
    const auto found = std::find(number_words.begin(), number_words.end(), word);
    if (found == number_words.end()) return std::nullopt;
    return static_cast<std::size_t>(found - number_words.begin());
}

}  // namespace

void find_wrong_counts(const Text& text, Diagnostics& diagnostics) {
    if (text.response == nullptr || (text.response->recommendations.empty() && !text.response->no_recommendations)) return;
    const std::vector<Recommendation>& items = text.response->recommendations;
    const std::string_view whole = text.words;
    for (const Block& block : text.blocks) {
        for (const auto& [phrase, kind] : counted_kinds) {
            const auto of_kind = static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](const Recommendation& item) { return item.kind == kind; }));
            const std::string_view part = whole.substr(0, block.span.end);
            for (std::size_t at = part.find(phrase, block.span.begin); at != std::string_view::npos; at = part.find(phrase, at + 1)) {
                const auto number = word_before(whole, block.span.begin, at);
                const auto verb = number ? word_before(whole, block.span.begin, number->begin) : std::nullopt;
                if (!verb || std::find(verbs.begin(), verbs.end(), whole.substr(verb->begin, verb->end - verb->begin)) == verbs.end()) continue;
                const auto said = number_in(whole.substr(number->begin, number->end - number->begin));
                if (!said || *said == of_kind || *said == items.size()) continue;
                diagnostics.add(Code::check_count, text.source, {static_cast<std::uint32_t>(number->begin), static_cast<std::uint32_t>(at + phrase.size())},
                                "the list below the response has " + (of_kind == 0 ? "none" : grouped(of_kind)) + " of these",
                                "mend the number or the list; the page counts the list");
            }
        }
    }
}

}  // namespace vitrine::check
