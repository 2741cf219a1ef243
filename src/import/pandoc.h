#pragma once

#include <optional>
#include <string_view>

#include "import/block.h"

namespace vitrine::import {

/// The document that pandoc wrote as JSON (its `pandoc-types` 1.20 to 1.23); nothing when it is none. Pictures and what is in no
/// language of people are left out with a reason. A table of at most two columns is read cell by cell: it is a form.
[[nodiscard]] std::optional<Document> parse_pandoc(std::string_view json);

}  // namespace vitrine::import
