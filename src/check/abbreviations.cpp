#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

/// What readers of a police and crime commissioner's site know without being told, in byte order. Everything else is explained
/// once, as the style guide of GOV.UK asks.
constexpr std::array<std::string_view, 24> well_known = {"BBC",  "BST",     "CCTV",   "DNA", "DVLA", "FAQ",  "GMT",  "GOV", "HMIC", "HMICFRS", "HMRC", "ISBN",
                                                         "MOPAC", "NHS",  "OPCC",   "PCC", "PDF",  "PEEL", "PFCC", "URL", "USA",  "UTC",     "VAT",  "WCAG"};
static_assert(std::is_sorted(well_known.begin(), well_known.end()));

/// A longer word in capitals is a word.
constexpr std::size_t longest = 8;

bool is_roman_number(std::string_view word) { return word.find_first_not_of("IVXLC") == std::string_view::npos; }

/// A heading or notice that is set in capitals as a whole.
bool is_shouted(std::string_view line) {
    return std::none_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The line of a block around a place.
std::string_view line_of(std::string_view text, const Block& block, std::size_t at) {
    const std::string_view words = text.substr(block.span.begin, block.span.end - block.span.begin);
    at -= block.span.begin;
    const std::size_t begin = words.rfind('\n', at) + 1, end = std::min(words.find('\n', at), words.size());
    return words.substr(begin, end - begin);
}

/// "Automatic Number Plate Recognition (ANPR)", or the other way round.
bool is_explained(std::string_view text, const std::string& word) {
    for (const std::string& written : {"(" + word + ")", "(" + word + "s)", "(the " + word + ")", "(" + word + ",", "(" + word + " ", "(“" + word + "”)", word + " ("})
        if (text.find(written) != std::string_view::npos) return true;
    return false;
}

}  // namespace

void find_unexplained_abbreviations(const Text& text, Diagnostics& diagnostics) {
    const std::string_view whole = text.words;
    std::set<std::string, std::less<>> seen;
    for (const Block& block : text.blocks) {
        for (std::size_t at = block.span.begin; at < block.span.end; ++at) {
            if (!is_upper(whole[at])) continue;
            std::size_t end = at;
            while (end < block.span.end && is_upper(whole[end])) ++end;
            const bool plural = end < block.span.end && whole[end] == 's' && (end + 1 == block.span.end || !is_word(whole[end + 1]));
            const bool alone = stands_alone(whole, at, plural ? end + 1 : end) && (at == 0 || (whole[at - 1] != '/' && whole[at - 1] != '-' && whole[at - 1] != '`'));
            const std::string word(whole.substr(at, end - at));
            if (word.size() >= 3 && word.size() <= longest && alone && !std::binary_search(well_known.begin(), well_known.end(), word) && !is_roman_number(word) && !is_nearly_hmicfrs(word) &&
                !is_shouted(line_of(whole, block, at)) && seen.insert(word).second && !is_explained(whole, word))
                diagnostics.add(Code::check_abbreviation, text.source, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                                quoted(word) + " is never explained", "write the words at its first use, with the abbreviation in brackets behind them");
            at = end;
        }
    }
}

}  // namespace vitrine::check
