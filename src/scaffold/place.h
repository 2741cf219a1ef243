#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace vitrine::scaffold {

/// Where the file of a new response goes, from the site's root: `content/inspections/custody-2024.md`.
[[nodiscard]] std::string file_for(const std::string& id);

/// The file that has that id by its name already, from the site's root; nothing when there is none. An id that a file gives itself
/// in its front matter is not seen.
Result<std::optional<std::string>> find_response(const std::string& root, const std::string& id);

}  // namespace vitrine::scaffold
