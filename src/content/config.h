#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/config.h"

namespace vitrine::content {

/// Reads site.toml. Every fault is reported at its place; nothing is returned when the file isn't TOML at all, else a
/// configuration in which faulty values are left at their defaults.
[[nodiscard]] std::optional<SiteConfig> parse_config(const Source& source, Diagnostics& diagnostics);

}  // namespace vitrine::content
