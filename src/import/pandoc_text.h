#pragma once

#include <cstddef>
#include <string>

#include "formats/json.h"
#include "import/block.h"

namespace vitrine::import {

/// A text in both its forms.
struct Text {
    std::string markdown;
    std::string words;
};

/// An element of a list of pandoc's JSON; null when there is none at that place.
[[nodiscard]] const Json& element(const Json& json, std::size_t index);

/// What stands in a line of pandoc's JSON, a list of inlines: links and emphasis as Markdown, but in a heading only words.
/// Footnotes go to the document, and what is left out too.
[[nodiscard]] Text text_of(const Json& inlines, bool in_heading, Document& document);

}  // namespace vitrine::import
