#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/form.h"
#include "scaffold/draft.h"

namespace vitrine::import {

/// A line that says who speaks.
struct FoundSpeaker {
    Speaker who;
    scaffold::DraftSpeaker speaker;  ///< the name may be empty; the role of a commissioner is a key: `pcc`
};

/// Reads "Comment by Deputy Chief Constable of Northshire Police Patrick Loxwood:", "Comments from the Police & Crime Commissioner,
/// …", "Sylw gan y Prif Gwnstabl …"; nothing when the text is not such a line. `force` is the force's name, which is part of no
/// name of a person.
[[nodiscard]] std::optional<FoundSpeaker> speaker_in(std::string_view words, std::string_view force);

}  // namespace vitrine::import
