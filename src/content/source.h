#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/digest.h"
#include "base/result.h"
#include "base/source.h"

namespace vitrine::content {

/// Checks what every parser of text relies on: its size, UTF-8, no control characters. Nothing is returned when it has
/// faults, which are reported. `path` is the one to show, `digest` that of the bytes.
std::optional<Source> checked_text(const std::string& path, std::string bytes, const Digest& digest, Diagnostics& diagnostics);

/// Reads a text file and checks it like `checked_text`.
Result<std::optional<Source>> load_source(const std::string& file, const std::string& path, Diagnostics& diagnostics);

}  // namespace vitrine::content
