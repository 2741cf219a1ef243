#include "import/boxes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "import/markup.h"

namespace vitrine::import {
namespace {

/// What stands at one place: a box, or a choice.
struct Part {
    std::optional<bool> ticked;  ///< of a box
    std::size_t choice = 0;
};

struct Mark {
    std::string_view words;
    bool ticked;
};

constexpr std::array marks = {Mark{"☒", true},   Mark{"☑", true},    Mark{"✓", true},       Mark{"✔", true},  Mark{"✗", true},
                              Mark{"[x]", true}, Mark{"(x)", true},  Mark{"\\[x\\]", true}, Mark{"☐", false}, Mark{"□", false},
                              Mark{"◻", false},  Mark{"[ ]", false}, Mark{"[]", false}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xc3; }

/// Whether words begin at a place, and end there: "no" is no choice in "national".
bool stands_at(std::string_view text, std::size_t at, std::string_view words) {
    if (!text.substr(at).starts_with(words)) return false;
    const std::size_t end = at + words.size();
    return (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
}

std::vector<Part> parts_of(std::string_view text, std::span<const std::pair<std::string_view, std::size_t>> choices) {
    std::vector<Part> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto mark =
            std::find_if(marks.begin(), marks.end(), [&](const Mark& m) { return text.substr(at).starts_with(m.words); });
        const auto choice =
            std::find_if(choices.begin(), choices.end(), [&](const auto& c) { return stands_at(text, at, c.first); });
        if (mark != marks.end()) {
            parts.push_back({mark->ticked, 0});
            at += mark->words.size();
        } else if (choice != choices.end()) {
            parts.push_back({std::nullopt, choice->second});
            at += choice->first.size();
        } else {
            ++at;
        }
    }
    return parts;
}

Ticked state_of(std::vector<std::size_t> chosen, bool has_boxes, std::size_t choices) {
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    if (!chosen.empty()) return {Ticked::State::answered, std::move(chosen)};
    if (choices == 0) return {Ticked::State::absent, {}};
    return {has_boxes ? Ticked::State::none : Ticked::State::unmarked, {}};
}

}  // namespace

Ticked read_boxes(std::string_view words, std::span<const std::pair<std::string_view, std::size_t>> choices) {
    const std::string text = comparable(words);
    const std::vector<Part> parts = parts_of(text, choices);
    const auto boxes = static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [](const Part& part) { return part.ticked.has_value(); }));
    const std::size_t named = parts.size() - boxes;
    if (boxes == 0 && named == 1) return {Ticked::State::answered, {parts.front().choice}};

    const bool in_front = !parts.empty() && parts.front().ticked.has_value();
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].ticked) continue;
        const std::size_t owner = in_front ? i + 1 : i - 1;
        // Two boxes in a row belong to choices that this form does not have, or to none.
        if (owner >= parts.size() || parts[owner].ticked) return {Ticked::State::unclear, {}};
        if (*parts[i].ticked) chosen.push_back(parts[owner].choice);
    }
    return state_of(std::move(chosen), boxes > 0, named);
}

}  // namespace vitrine::import
