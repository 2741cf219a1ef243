#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/page.h"

namespace vitrine::content {

/// Reads one page that is not a response. `path` is the folder of its output. Nothing is returned when there is no front
/// matter to read.
[[nodiscard]] std::optional<Page> parse_page(const Source& source, const std::string& path, Diagnostics& diagnostics);

}  // namespace vitrine::content
