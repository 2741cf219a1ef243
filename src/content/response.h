#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/response.h"

namespace vitrine::content {

/// Reads one response: every key of the front matter, the rules between them, and the body. `default_id` is the id when
/// the file gives none. Every fault is reported; nothing is returned when there is no front matter to read, else a
/// response in which faulty values are left at their defaults.
[[nodiscard]] std::optional<Response> parse_response(const Source& source, const std::string& default_id, Diagnostics& diagnostics);

}  // namespace vitrine::content
