#include "check/statements.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check/scan.h"

namespace vitrine::check {
namespace {

using Words = std::vector<std::string>;

/// The words of the last clause in lower case; a comma is a word.
Words words_of(std::string_view clause) {
    if (const std::size_t mark = clause.find_last_of(";:()|"); mark != std::string_view::npos) clause.remove_prefix(mark + 1);
    Words words;
    for (std::size_t at = 0; at < clause.size();) {
        std::size_t end = at;
        while (end < clause.size() && (is_word(clause[end]) || clause[end] == '-' || clause[end] == '\'')) ++end;
        if (end > at) words.push_back(lower(clause.substr(at, end - at)));
        if (end < clause.size() && clause[end] == ',') words.emplace_back(",");
        at = end + 1;
    }
    return words;
}

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 4> verbs = {"issued", "published", "sent", "submitted"};
constexpr std::array<std::string_view, 10> helpers = {"been", "first", "formally", "had", "has", "have", "that", "was", "were", "which"};
constexpr std::array<std::string_view, 5> nouns = {"comments", "inspection", "reply", "report", "response"};
constexpr std::array<std::string_view, 4> own = {"my", "our", "this", "these"};
constexpr std::array<std::string_view, 2> inspectors = {"hmicfrs’s", "hmic’s"};
/// What may stand between the article and the noun without making it another report or response.
constexpr std::array<std::string_view, 11> plain = {"commissioner’s", "final", "formal",  "full",    "hmic",  "hmic’s",
                                                    "hmicfrs",        "hmicfrs’s", "inspection", "pcc’s", "written"};

/// What a noun is with the words before it.
std::optional<Statement> subject_at(const Words& words, std::size_t noun) {
    Statement out;
    out.of = words[noun] == "report" || words[noun] == "inspection" ? Statement::Of::report : Statement::Of::response;
    std::size_t at = noun;
    while (at > 0 && is_one_of(words[at - 1], plain)) --at;
    const bool is_inspectors = at < noun && is_one_of(words[at], inspectors);
    if (at == 0) return is_inspectors ? std::optional(out) : std::nullopt;
    out.is_own = is_one_of(words[at - 1], own);
    if (out.is_own || words[at - 1] == "the" || is_inspectors) return out;
    return std::nullopt;
}

/// "this report was published", "the response, published".
std::optional<Statement> passive(const Words& words, std::size_t verb) {
    std::size_t at = verb;
    while (at > 0 && (is_one_of(words[at - 1], helpers) || words[at - 1] == ",")) --at;
    if (at == 0 || !is_one_of(words[at - 1], nouns)) return std::nullopt;
    auto out = subject_at(words, at - 1);
    if (out) out->picks_out = at == verb || words[at] == "that" || words[at] == "which";
    return out;
}

/// "we published this response", "I have sent my comments to the Home Secretary": up to where the noun's sentence part ends.
std::optional<Statement> active(const Words& words, std::size_t verb, std::size_t& end) {
    for (std::size_t at = verb + 1; at < words.size() && at <= verb + 5; ++at) {
        if (!is_one_of(words[at], nouns) || (at + 1 < words.size() && is_one_of(words[at + 1], nouns))) continue;
        end = at + 1;
        return subject_at(words, at);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Statement> statement_before_date(std::string_view clause) {
    Words words = words_of(clause);
    if (!words.empty() && words.back() == "the") words.pop_back();
    if (!words.empty() && words.back() == "on") words.pop_back();
    std::size_t verb = words.size();
    while (verb > 0 && !is_one_of(words[verb - 1], verbs)) --verb;
    if (verb-- == 0) return std::nullopt;
    std::size_t end = verb + 1;
    auto out = passive(words, verb);
    if (!out) out = active(words, verb, end);
    // To whom it was sent, or who published it, and nothing else.
    constexpr std::array<std::string_view, 3> goes_on = {"by", "online", "to"};
    constexpr std::size_t longest = 8;
    if (end < words.size() && (!is_one_of(words[end], goes_on) || words.size() - end > longest)) return std::nullopt;
    if (std::find(words.begin() + static_cast<std::ptrdiff_t>(end), words.end(), ",") != words.end()) return std::nullopt;
    const bool is_to_come = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "will" || word == "would" || word == "should" || word == "must" || word == "shall" || word == "not" || word == "be";
    });
    return is_to_come ? std::nullopt : out;
}

}  // namespace vitrine::check
