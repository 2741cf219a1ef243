#pragma once

#include <optional>

#include "formats/toml.h"

namespace vitrine::toml_tree {

/// Reads the TOML of which most front matter is made: on each line a bare key with a string without escapes, an array of
/// such strings, a date, a whole number or a flag; headers of tables and of arrays of tables; comments.
///
/// Nothing is returned of a text with anything else or any fault in it: that is for the whole parser, which then says what
/// is wrong. So this knows no diagnostics. The text must be valid UTF-8.
[[nodiscard]] std::optional<Table> parse_plain_toml(const SourceText& source, Span span);

}  // namespace vitrine::toml_tree
