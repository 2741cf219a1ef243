#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

bool is_email_part(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_' || c == '+'; }

std::string domain_of(std::string_view email) { return lower(email.substr(email.find('@') + 1)); }

/// An address at the office’s own domain is meant to be public.
void find_emails(const Text& text, const Block& block, Diagnostics& diagnostics) {
    const std::string_view whole = text.words;
    for (std::size_t at = whole.find('@', block.span.begin); at < block.span.end; at = whole.find('@', at + 1)) {
        std::size_t begin = at, end = at + 1;
        while (begin > block.span.begin && is_email_part(whole[begin - 1])) --begin;
        while (end < block.span.end && is_email_part(whole[end])) ++end;
        while (end > at + 1 && !is_word(whole[end - 1])) --end;
        const std::string_view email = whole.substr(begin, end - begin);
        if (begin == at || domain_of(email).find('.') == std::string::npos) continue;
        if (!text.config.office.email.empty() && domain_of(email) == domain_of(text.config.office.email)) continue;
        diagnostics.add(Code::check_personal_data, text.source, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                        "an email address that is not the office’s own", "take it out unless it is meant to be public");
    }
}

/// How many digits a number has, with spaces between them; `end` becomes the place behind the last.
int digits_from(std::string_view text, std::size_t at, std::size_t limit, std::size_t& end) {
    int digits = 0;
    for (end = at; at < limit; ++at) {
        if (is_digit(text[at])) {
            ++digits;
            end = at + 1;
        } else if (text[at] != ' ' && text[at] != '(' && text[at] != ')') {
            break;
        }
    }
    return digits;
}

/// Numbers of the National Telephone Numbering Plan: 10 or 11 digits from 0, or +44 and 9 or 10.
void find_phones(const Text& text, const Block& block, Diagnostics& diagnostics) {
    const std::string_view whole = text.words;
    for (std::size_t at = block.span.begin; at < block.span.end; ++at) {
        const bool international = whole.substr(at).starts_with("+44");
        if (!international && !(whole[at] == '0' && at + 1 < block.span.end && whole[at + 1] >= '1' && whole[at + 1] <= '9')) continue;
        // A piece of a longer number, of a word or of an address on the web is no telephone number.
        const char before = at == block.span.begin ? ' ' : whole[at - 1];
        std::size_t end = at;
        const int digits = digits_from(whole, international ? at + 3 : at, block.span.end, end);
        const int most = international ? 10 : 11;
        const bool alone = (is_space(before) || before == '(' || before == ':') && (end == block.span.end || !is_word(whole[end]));
        if (alone && (digits == most || digits == most - 1))
            diagnostics.add(Code::check_personal_data, text.source, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, "a telephone number",
                            "take it out unless it is meant to be public");
        at = std::max(at, end == at ? at : end - 1);
    }
}

/// Whether a text ends with a word by itself.
bool ends_with_word(std::string_view text, std::string_view word) {
    return text.ends_with(word) && stands_alone(text, text.size() - word.size(), text.size());
}

/// "PC", before 1234. Of four digits that may be a year it would take more to be sure.
bool is_rank(std::string_view before, std::string_view number) {
    constexpr std::array<std::string_view, 8> ranks = {"DC", "DS", "PC", "PCSO", "PS", "Sgt", "Sgt.", "Sergeant"};
    const bool may_be_year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
    return number.size() >= 3 && number.size() <= 5 && !may_be_year &&
           std::any_of(ranks.begin(), ranks.end(), [&](std::string_view rank) { return ends_with_word(before, rank); });
}

/// "collar number", before 1234.
bool is_named(std::string_view before) {
    constexpr std::size_t longest = 24;
    const std::string last_words = lower(before.substr(before.size() - std::min(before.size(), longest)));
    std::string_view rest = last_words;
    const auto drop = [&](std::string_view ending) {
        if (!rest.ends_with(ending)) return false;
        rest.remove_suffix(ending.size());
        return true;
    };
    drop(":") || drop(" is") || drop(" was");
    if (!drop(" number") && !drop(" no.") && !drop(" no")) return false;
    return ends_with_word(rest, "collar") || ends_with_word(rest, "shoulder") || ends_with_word(rest, "warrant");
}

/// Numbers by which a police officer is known.
void find_numbers_of_officers(const Text& text, const Block& block, Diagnostics& diagnostics) {
    constexpr std::size_t fewest = 2, most = 6;
    const std::string_view words = std::string_view(text.words).substr(0, block.span.end);
    for (std::size_t at = block.span.begin, end = at; at < words.size(); at = std::max(at + 1, end)) {
        if (!is_digit(words[at])) continue;
        end = at;
        while (end < words.size() && is_digit(words[end])) ++end;
        const bool goes_on = end + 1 < words.size() && std::string_view(",./-").find(words[end]) != std::string_view::npos && is_digit(words[end + 1]);
        const bool is_share = end < words.size() && words[end] == '%';
        if (end - at < fewest || end - at > most || goes_on || is_share || !stands_alone(words, at, end)) continue;
        const std::string_view before = words.substr(block.span.begin, at - block.span.begin);
        const std::string_view word_before = trimmed(before);
        if (before.empty() || !is_space(before.back()) || !(is_rank(word_before, words.substr(at, end - at)) || is_named(word_before))) continue;
        diagnostics.add(Code::check_personal_data, text.source, span_of(at, end), "the number of an officer", "take it out: it says who a person is");
    }
}

}  // namespace

void find_personal_data(const Text& text, Diagnostics& diagnostics) {
    for (const Block& block : text.blocks) {
        find_emails(text, block, diagnostics);
        find_phones(text, block, diagnostics);
        find_numbers_of_officers(text, block, diagnostics);
    }
}

}  // namespace vitrine::check
