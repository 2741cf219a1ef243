#include "check/scan.h"

namespace vitrine::check {
namespace {

char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

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
