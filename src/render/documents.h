#pragma once

#include <optional>
#include <string>

#include "render/context.h"

/// Output files that are no HTML pages: what robots, feed readers, spreadsheets and programs read. No template has a part in them.
namespace vitrine::render {

/// The bytes of a row that is such a file; nothing for any other row.
[[nodiscard]] std::optional<std::string> document_of(const Context& context, const plan::Row& row);

}  // namespace vitrine::render
