#include "check/scan.h"

#include <algorithm>

#include "base/text.h"

namespace vitrine::check {
namespace {

/// Whether a sentence ends with that byte: a full stop or the like, and then space.
bool ends_sentence(std::string_view text, std::size_t at) {
    return (text[at] == '.' || text[at] == '?' || text[at] == '!') && at + 1 < text.size() && is_space(text[at + 1]);
}

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

bool word_begins(std::string_view text, std::size_t at) {
    // A mark of Latin-1 ("«", a hard space) has two bytes, one of General Punctuation ("–", "“") three.
    return at == 0 || !is_word(text[at - 1]) || (at >= 2 && text[at - 2] == '\xC2') || (at >= 3 && text[at - 3] == '\xE2');
}

bool word_ends(std::string_view text, std::size_t at) { return at >= text.size() || !is_word(text[at]) || begins_mark(text[at]); }

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) { return word_begins(text, begin) && word_ends(text, end); }

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

bool mentions(std::string_view text, std::initializer_list<std::string_view> phrases) {
    std::size_t end = 0;
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return find_phrase(text, phrase, 0, end) != std::string_view::npos; });
}

bool is_nearly_hmicfrs(std::string_view word) {
    constexpr std::string_view name = "HMICFRS";
    // Shorter ones are the names of others, such as HMICS in Scotland.
    constexpr std::size_t shortest = 6, longest = 8;
    return word.size() >= shortest && word.size() <= longest && word.front() == 'H' && word != name && edits_between(word, name) <= 2;
}

std::string_view sentence_around(std::string_view words, const Block& block, std::size_t at) {
    const std::string_view whole = words.substr(0, block.span.end);
    std::size_t begin = at, end = at;
    while (begin > block.span.begin && !ends_sentence(whole, begin - 1)) --begin;
    while (end < whole.size() && !ends_sentence(whole, end)) ++end;
    return whole.substr(begin, end - begin);
}

}  // namespace vitrine::check
