#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

namespace vitrine {

/// A diagnostic as a JSON object (RFC 8259) on one line, without a line break: `severity`, `code`, `message`, `path`,
/// `line`, `column` (null when the fault is the whole file) and `help`.
[[nodiscard]] std::string to_json(const Diagnostic& diagnostic, bool warnings_are_errors);

/// What a member of a flat object may be: null, a flag, a number or a text.
using JsonScalar = std::variant<std::monostate, bool, std::int64_t, std::string>;

/// An object with these members, in their order, on one line.
[[nodiscard]] std::string to_json(const std::vector<std::pair<std::string_view, JsonScalar>>& members);

}  // namespace vitrine
