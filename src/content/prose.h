#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/prose.h"
#include "model/response.h"

namespace vitrine::content {

/// Renders a Markdown text that stands in front matter. Faults are reported at their own place where the text stands in
/// the file as it is, else (escapes, continued lines) at the whole value.
[[nodiscard]] Prose parse_field(const SourceText& source, const Located<std::string>& text, Diagnostics& diagnostics);

}  // namespace vitrine::content
