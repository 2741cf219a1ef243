#pragma once

#include <string_view>

#include "base/prose.h"

namespace vitrine::markdown {

/// Whether a text is one short line of words in which no character can mean anything in Markdown. It need not hold for
/// every such text.
[[nodiscard]] bool is_plain_line(std::string_view text);

/// What the parser makes of a plain line: one paragraph.
[[nodiscard]] Prose plain_document(std::string_view line);

}  // namespace vitrine::markdown
