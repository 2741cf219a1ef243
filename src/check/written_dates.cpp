#include "check/written_dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "check/scan.h"

namespace vitrine::check {
namespace {

constexpr std::array<std::string_view, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

/// Which name of a list a word is, in full or cut short after three letters or more: from 0.
std::optional<unsigned> place_in(const auto& names, std::string_view word) {
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest || !is_upper(word.front())) return std::nullopt;
    const std::string wanted = lower(word);
    const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) { return name.starts_with(wanted); });
    const bool is_whole_or_short = found != names.end() && (found->size() == wanted.size() || wanted.size() <= 5);
    if (!is_whole_or_short) return std::nullopt;
    return static_cast<unsigned>(found - names.begin());
}

/// The number of at most two digits at the beginning of a word; what follows must be the ending of a place in a row, as in "4th".
std::optional<unsigned> day_in(std::string_view word) {
    std::size_t digits = 0;
    unsigned number = 0;
    while (digits < word.size() && is_digit(word[digits])) number = number * 10 + static_cast<unsigned>(word[digits++] - '0');
    const std::string ending = lower(word.substr(digits));
    const bool is_place = ending.empty() || ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (digits == 0 || digits > 2 || !is_place) return std::nullopt;
    return number;
}

/// Reads what stands before the year, from its end to its beginning.
class BackwardReader {
public:
    BackwardReader(std::string_view words, std::size_t first, std::size_t year) : words_(words), first_(first), year_(year), at_(year) {}

    std::optional<WrittenDate> run() {
        WrittenDate out;
        if (const auto figures = in_figures()) {
            out = *figures;
        } else {
            const auto named = in_words();
            if (!named) return std::nullopt;
            out.date = *named;
            out.weekday = weekday();
        }
        out.span = span_of(begin_, year_ + 4);
        return out;
    }

private:
    /// The bytes of a space that keeps words together, which documents put between day and month.
    static constexpr std::string_view hard_space = "\u00a0";

    void skip_space() {
        while (at_ > first_) {
            if (is_space(words_[at_ - 1]))
                --at_;
            else if (words_.substr(0, at_).ends_with(hard_space) && at_ - hard_space.size() >= first_)
                at_ -= hard_space.size();
            else
                return;
        }
    }

    /// The word that ends here, of letters and digits of English, and nothing else before it.
    std::string_view take_word() {
        skip_space();
        const std::size_t end = at_;
        while (at_ > first_ && is_word(words_[at_ - 1]) && static_cast<unsigned char>(words_[at_ - 1]) < 0x80) --at_;
        return words_.substr(at_, end - at_);
    }

    bool take_comma() {
        skip_space();
        if (at_ == first_ || words_[at_ - 1] != ',') return false;
        --at_;
        return true;
    }

    bool take_slash() {
        if (at_ == first_ || words_[at_ - 1] != '/') return false;
        --at_;
        return true;
    }

    std::optional<WrittenDate> in_figures() {
        if (!take_slash()) return std::nullopt;
        const auto month = day_in(take_word());
        if (!month || !take_slash()) return std::nullopt;
        const auto day = day_in(take_word());
        const bool is_alone = at_ == first_ || is_space(words_[at_ - 1]) || words_[at_ - 1] == '(' || words_[at_ - 1] == '|';
        if (!day || !is_alone) return std::nullopt;
        begin_ = at_;
        WrittenDate out;
        out.date = Date{year(), std::chrono::month(*month), std::chrono::day(*day)};
        out.in_figures = true;
        return out;
    }

    std::optional<Date> in_words() {
        at_ = year_;
        take_comma();
        const std::string_view last = take_word();
        std::optional<unsigned> month = place_in(months, last), day;
        if (month) {
            if (const std::size_t before = at_; take_word() != "of") at_ = before;
            day = day_in(take_word());
        } else {
            day = day_in(last);
            month = day ? place_in(months, take_word()) : std::nullopt;
        }
        begin_ = at_;
        if (!month || !day || *day == 0 || *day > 31) return std::nullopt;
        return Date{year(), std::chrono::month(*month + 1), std::chrono::day(*day)};
    }

    std::optional<std::chrono::weekday> weekday() {
        if (const std::size_t before = at_; take_word() != "the") at_ = before;
        take_comma();
        const auto found = place_in(weekdays, take_word());
        if (!found) return std::nullopt;
        begin_ = at_;
        return std::chrono::weekday(*found);
    }

    [[nodiscard]] std::chrono::year year() const {
        int number = 0;
        for (const char digit : words_.substr(year_, 4)) number = number * 10 + (digit - '0');
        return std::chrono::year(number);
    }

    std::string_view words_;
    std::size_t first_;  ///< of the block
    std::size_t year_;
    std::size_t at_;
    std::size_t begin_ = 0;  ///< of the date
};

bool is_year(std::string_view words, std::size_t at, std::size_t limit) {
    const std::string_view four = words.substr(at, 4);
    if (at + 4 > limit || !(four.starts_with("19") || four.starts_with("20")) || !is_digit(four[2]) || !is_digit(four[3])) return false;
    return stands_alone(words.substr(0, limit), at, at + 4);
}

}  // namespace

std::vector<WrittenDate> dates_in(std::string_view words, const Block& block) {
    std::vector<WrittenDate> dates;
    for (std::size_t at = block.span.begin; at < block.span.end; ++at) {
        if ((words[at] != '1' && words[at] != '2') || !is_year(words, at, block.span.end)) continue;
        if (const auto date = BackwardReader(words, block.span.begin, at).run()) dates.push_back(*date);
    }
    return dates;
}

}  // namespace vitrine::check
