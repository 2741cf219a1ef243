#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "base/text.h"
#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

/// Names of police forces of two words, which are easily mistyped.
constexpr std::array<std::string_view, 10> forces = {"Greater Manchester", "North Wales", "North Yorkshire", "South Wales",   "South Yorkshire",
                                                     "Thames Valley",      "West Mercia", "West Midlands",   "West Yorkshire", "Devon and Cornwall"};

class NameCheck {
public:
    NameCheck(const Text& text, Diagnostics& diagnostics) : text_(text), whole_(text.words), diagnostics_(diagnostics) {
        for (const Person& person : text.config.people) roster_.push_back(person.name);
    }

    void speakers(const Response& response) {
        if (roster_.empty()) return;
        const Date last = response.response_published.value_or(Date{});
        speaker("commissioner", response.commissioner.name, last, last);
        // The chief officer's comments came in on one of the days before.
        const bool speaks = response.chief_officer && response.chief_officer->outcome.value_or(CommentsOutcome::comments) == CommentsOutcome::comments;
        if (response.chief_officer) speaker("chief_officer", response.chief_officer->name, response.report_published, speaks ? last : Date{});
    }

    void prose() {
        for (const auto* blocks : {&text_.blocks, &text_.titles})
            for (const Block& block : *blocks) words_of(block);
    }

private:
    void words_of(const Block& block) {
        for (std::size_t at = block.span.begin; at < block.span.end; ++at) {
            if (!is_upper(whole_[at]) || !word_begins(whole_, at)) continue;
            pair_at(at, block.span.end);
            inspectorate_at(at, block.span.end);
        }
    }

    void inspectorate_at(std::size_t begin, std::size_t limit) {
        std::size_t end = begin;
        while (end < limit && is_upper(whole_[end])) ++end;
        const std::string_view word = whole_.substr(begin, end - begin);
        if (is_nearly_hmicfrs(word) && stands_alone(whole_.substr(0, limit), begin, end))
            report(begin, word, quoted(word) + " is nearly `HMICFRS`", "the inspectorate is HMICFRS; until July 2017 it was HMIC");
    }

    /// Who speaks for the office or the force is on its roster, and was in office on one of those days, if there are any.
    void speaker(std::string_view table, const std::string& name, Date first, Date last) {
        const std::optional<std::size_t> place = place_of(table);
        if (name.empty() || !place) return;
        const std::size_t at = *place;
        if (is_known(name)) {
            if (last.ok() && !was_in_office(name, first, last))
                report(at, name, quoted(name) + " was not in office on " + long_date(last), "so says the roster in site.toml: check the name, the date and the roster");
            return;
        }
        const auto near = nearest(name, 3);
        report(at, name, quoted(name) + " is not among the `[[people]]` of site.toml",
               near.empty() ? "check the spelling, or add the person with the time in office" : "did you mean " + quoted(near) + "?");
    }

    /// Where the name of who speaks stands in the front matter.
    [[nodiscard]] std::optional<std::size_t> place_of(std::string_view table) const {
        const toml_tree::Value* name = value_of(table_of(text_.front_matter, table), "name");
        if (name == nullptr) return std::nullopt;
        return name->span.begin + 1;
    }

    [[nodiscard]] bool was_in_office(std::string_view name, Date first, Date last) const {
        const std::vector<Person>& people = text_.config.people;
        return std::any_of(people.begin(), people.end(), [&](const Person& person) {
            return person.name == name && (!person.from || *person.from <= last) && (!person.to || *person.to >= first);
        });
    }

    /// Two words that begin with capitals: a name that is nearly one of the roster's, or nearly a force's.
    void pair_at(std::size_t begin, std::size_t limit) {
        const std::size_t first_end = end_of_word(begin, limit);
        if (first_end + 1 >= limit || whole_[first_end] != ' ' || !is_upper(whole_[first_end + 1])) return;
        const std::string name(whole_.substr(begin, end_of_word(first_end + 1, limit) - begin));
        if (is_known(name) || !names_.insert(name).second) return;
        if (std::find(forces.begin(), forces.end(), name) != forces.end()) return;
        std::string near = nearest(name, 2);
        for (const std::string_view force : forces)
            if (edits_between(name, force) == 1) near = force;
        if (!near.empty()) report(begin, name, quoted(name) + " is nearly " + quoted(near), "check the spelling");
    }

    [[nodiscard]] std::size_t end_of_word(std::size_t at, std::size_t limit) const {
        while (at < limit && (!word_ends(whole_, at) || whole_[at] == '-')) ++at;
        return at;
    }

    [[nodiscard]] bool is_known(std::string_view name) const {
        return std::any_of(roster_.begin(), roster_.end(), [&](const std::string& known) { return known == name; });
    }

    /// A name of the roster that is one slip or a few away.
    [[nodiscard]] std::string nearest(std::string_view name, std::size_t most) const {
        for (const std::string& known : roster_)
            if (edits_between(name, known) <= most) return known;
        return "";
    }

    void report(std::size_t begin, std::string_view name, std::string message, std::string help) {
        const auto at = static_cast<std::uint32_t>(begin);
        diagnostics_.add(Code::check_name, text_.source, {at, at + static_cast<std::uint32_t>(name.size())}, std::move(message), std::move(help));
    }

    const Text& text_;
    std::string_view whole_;
    Diagnostics& diagnostics_;
    std::vector<std::string> roster_;
    std::set<std::string> names_;  ///< those that were looked at
};

}  // namespace

void find_wrong_names(const Text& text, Diagnostics& diagnostics) {
    NameCheck check(text, diagnostics);
    if (text.response != nullptr) check.speakers(*text.response);
    check.prose();
}

}  // namespace vitrine::check
