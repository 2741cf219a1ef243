#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "check/text.h"

namespace vitrine::check {

/// A section of the form that a response has.
struct WrittenSection {
    std::string_view id;     ///< of its heading: `pcc-response`
    Span heading;            ///< its words in the source
    std::string_view title;  ///< the same
    std::size_t rank = 0;    ///< its place in the form
    Span words;              ///< what stands under it, up to the next section
    bool is_empty = false;   ///< that is nothing, or only headings
};

/// The sections of the form that stand in a response, in the order of the file.
[[nodiscard]] std::vector<WrittenSection> written_sections(const Text& text, const Response& response);

}  // namespace vitrine::check
