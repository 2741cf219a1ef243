#pragma once

#include <string>

#include "base/diagnostic.h"

namespace vitrine {

/// A diagnostic as a JSON object (RFC 8259) on one line, without a line break: `severity`, `code`, `message`, `path`,
/// `line`, `column` (null when the fault is the whole file) and `help`.
[[nodiscard]] std::string to_json(const Diagnostic& diagnostic, bool warnings_are_errors);

}  // namespace vitrine
