#include <algorithm>
#include <array>
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
        speaker(response.commissioner.name);
        if (response.chief_officer) speaker(response.chief_officer->name);
    }

    void prose() {
        for (const auto* blocks : {&text_.blocks, &text_.titles})
            for (const Block& block : *blocks) words_of(block);
    }

private:
    void words_of(const Block& block) {
        for (std::size_t at = block.span.begin; at < block.span.end; ++at)
            if (is_upper(whole_[at]) && (at == block.span.begin || !is_word(whole_[at - 1]))) pair_at(at, block.span.end);
    }

    /// Who speaks for the office or the force is on its roster.
    void speaker(const std::string& name) {
        if (name.empty() || is_known(name)) return;
        const std::size_t at = whole_.find("\"" + name + "\"");
        if (at == std::string_view::npos) return;
        const auto near = nearest(name, 3);
        report(at + 1, name, quoted(name) + " is not among the `[[people]]` of site.toml",
               near.empty() ? "check the spelling, or add the person with the time in office" : "did you mean " + quoted(near) + "?");
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
        while (at < limit && (is_word(whole_[at]) || whole_[at] == '-')) ++at;
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
