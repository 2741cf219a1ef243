#include "import/dates.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"

namespace vitrine::import {
namespace {

constexpr std::array<std::string_view, 12> english = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};
/// Welsh months, and what they become after some words ("o Fawrth", "ym Mai").
constexpr std::array<std::array<std::string_view, 2>, 12> welsh = {{{"ionawr", "ionawr"},
                                                                    {"chwefror", "chwefror"},
                                                                    {"mawrth", "fawrth"},
                                                                    {"ebrill", "ebrill"},
                                                                    {"mai", "fai"},
                                                                    {"mehefin", "fehefin"},
                                                                    {"gorffennaf", "orffennaf"},
                                                                    {"awst", "awst"},
                                                                    {"medi", "fedi"},
                                                                    {"hydref", "hydref"},
                                                                    {"tachwedd", "dachwedd"},
                                                                    {"rhagfyr", "ragfyr"}}};

/// A word or a number of a text.
struct Token {
    std::string text;  ///< lower-case
    std::size_t begin = 0;
    std::size_t end = 0;
    char before = ' ';  ///< the character in front
};

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Token> tokens_of(std::string_view text, std::size_t from) {
    std::vector<Token> tokens;
    for (std::size_t at = from; at < text.size();) {
        if (!is_alphanumeric(text[at]) || text.substr(at).starts_with("\u00a0")) {
            at += text.substr(at).starts_with("\u00a0") ? 2 : 1;
            continue;
        }
        Token token{{}, at, at, at == 0 ? ' ' : text[at - 1]};
        while (at < text.size() && is_alphanumeric(text[at]) && !text.substr(at).starts_with("\u00a0"))
            token.text += ascii_lower(text[at++]);
        token.end = at;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::optional<unsigned> number_in(std::string_view word, std::size_t most_digits) {
    if (word.empty() || word.size() > most_digits || word.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    unsigned number = 0;
    for (const char c : word) number = number * 10 + static_cast<unsigned>(c - '0');
    return number;
}

/// "4", "4th", "4ydd".
std::optional<unsigned> day_in(std::string_view word) {
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    constexpr std::array<std::string_view, 10> endings = {"", "st", "nd", "rd", "th", "af", "il", "ydd", "ed", "fed"};
    const bool is_day = std::find(endings.begin(), endings.end(), word.substr(digits)) != endings.end() ||
                        word.substr(digits) == "eg" || word.substr(digits) == "ain";
    const auto number = number_in(word.substr(0, digits), 2);
    return is_day && number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

std::optional<unsigned> month_in(std::string_view word) {
    constexpr std::size_t shortest = 3, longest_short_form = 4;
    for (unsigned i = 0; i < english.size(); ++i) {
        const bool is_short_form = word.size() >= shortest && word.size() <= longest_short_form && english.at(i).starts_with(word);
        if (word == english.at(i) || is_short_form || word == welsh.at(i)[0] || word == welsh.at(i)[1]) return i + 1;
    }
    return std::nullopt;
}

std::optional<int> year_in(std::string_view word) {
    const auto number = word.size() == 4 ? number_in(word, 4) : std::nullopt;
    return number && *number >= 1900 && *number < 2100 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Date> date_of(std::optional<int> year, std::optional<unsigned> month, std::optional<unsigned> day) {
    if (!year || !month || !day) return std::nullopt;
    const Date date{std::chrono::year(*year), std::chrono::month(*month), std::chrono::day(*day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

class Reader {
public:
    Reader(std::string_view text, std::size_t from) : text_(text), tokens_(tokens_of(text, from)) {}

    std::optional<TextDate> first() {
        std::optional<TextDate> vague;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (auto exact = day_at(i)) return exact;
            if (!vague) vague = month_at(i);
        }
        if (vague) return vague;
        for (const Token& token : tokens_)
            if (const auto year = year_in(token.text); year && token.before != '/' && token.before != '-')
                return TextDate{Date{std::chrono::year(*year), std::chrono::January, std::chrono::day(1)}, Precision::year,
                                token.begin, token.end};
        return std::nullopt;
    }

private:
    [[nodiscard]] std::string_view word(std::size_t i) const {
        return i < tokens_.size() ? std::string_view(tokens_[i].text) : std::string_view();
    }

    /// Whether that many tokens from `i` on are parted by one such character each.
    [[nodiscard]] bool parted_by(std::size_t i, std::string_view separators) const {
        return i + 2 < tokens_.size() && tokens_[i + 1].begin == tokens_[i].end + 1 &&
               tokens_[i + 2].begin == tokens_[i + 1].end + 1 && text_[tokens_[i].end] == text_[tokens_[i + 1].end] &&
               separators.find(text_[tokens_[i].end]) != std::string_view::npos;
    }

    [[nodiscard]] std::optional<TextDate> found(std::size_t i, std::size_t last, std::optional<Date> date,
                                                Precision precision = Precision::day) const {
        if (!date) return std::nullopt;
        return TextDate{*date, precision, tokens_[i].begin, tokens_[last].end};
    }

    [[nodiscard]] std::optional<TextDate> day_at(std::size_t i) const {
        if (parted_by(i, "/.-")) {
            if (const auto date = date_of(year_in(word(i + 2)), number_in(word(i + 1), 2), number_in(word(i), 2)))
                return found(i, i + 2, date);
            if (const auto date = date_of(year_in(word(i)), number_in(word(i + 1), 2), number_in(word(i + 2), 2)))
                return found(i, i + 2, date);
        }
        if (const auto day = day_in(word(i))) {
            const std::size_t month = word(i + 1) == "of" || word(i + 1) == "o" ? i + 2 : i + 1;
            if (const auto date = date_of(year_in(word(month + 1)), month_in(word(month)), day)) return found(i, month + 1, date);
        }
        return found(i, i + 2, date_of(year_in(word(i + 2)), month_in(word(i)), day_in(word(i + 1))));
    }

    [[nodiscard]] std::optional<TextDate> month_at(std::size_t i) const {
        return found(i, i + 1, date_of(year_in(word(i + 1)), month_in(word(i)), 1), Precision::month);
    }

    std::string_view text_;
    std::vector<Token> tokens_;
};

}  // namespace

std::optional<TextDate> first_date(std::string_view text, std::size_t from) { return Reader(text, from).first(); }

}  // namespace vitrine::import
