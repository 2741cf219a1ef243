#include "check/scan.h"

namespace vitrine::check {
namespace {

/// Of the three bytes of a character of General Punctuation (U+2010 to U+203F, "–", "“", "’"), the first.
constexpr char punctuation = '\xE2';

/// The place behind a phrase that begins at `at`; 0 when it does not.
std::size_t match(std::string_view text, std::string_view phrase, std::size_t at) {
    for (const char wanted : phrase) {
        if (at >= text.size()) return 0;
        if (wanted == ' ') {
            if (!is_space(text[at])) return 0;
            while (at < text.size() && is_space(text[at])) ++at;
        } else if (lower(text[at++]) != wanted) {
            return 0;
        }
    }
    return at;
}

}  // namespace

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower(c);
    return out;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    const bool begins = begin == 0 || !is_word(text[begin - 1]) || (begin >= 3 && text[begin - 3] == punctuation);
    const bool ends = end >= text.size() || !is_word(text[end]) || text[end] == punctuation;
    return begins && ends;
}

std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from, std::size_t& end) {
    const char first = phrase.front();
    const char both[] = {first, static_cast<char>(first >= 'a' && first <= 'z' ? first - 'a' + 'A' : first)};
    for (std::size_t at = text.find_first_of({both, 2}, from); at != std::string_view::npos; at = text.find_first_of({both, 2}, at + 1)) {
        const std::size_t behind = match(text, phrase, at);
        if (behind == 0 || !stands_alone(text, at, behind)) continue;
        end = behind;
        return at;
    }
    return std::string_view::npos;
}

}  // namespace vitrine::check
