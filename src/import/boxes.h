#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace vitrine::import {

/// The answer to a question with boxes to tick.
struct Ticked {
    enum class State {
        answered,  ///< some are ticked, or one answer alone is written
        unmarked,  ///< choices stand there, and no box: ticks were lost, or are pictures
        none,      ///< boxes stand there, and none is ticked
        unclear,   ///< it cannot be told which choice a tick belongs to
        absent,    ///< no choice stands there
    };

    State state = State::absent;
    std::vector<std::size_t> choices;  ///< indices, each once, in the order of the form
};

/// Reads which choices are ticked. Each choice is named by `comparable` words; several names may stand for one. A tick is one of
/// ☒ ☑ ✓ ✔ [x], an empty box ☐ □ [ ]; they stand all in front of their choices or all behind.
[[nodiscard]] Ticked read_boxes(std::string_view words, std::span<const std::pair<std::string_view, std::size_t>> choices);

}  // namespace vitrine::import
