#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/snapshot.h"

/// The register of a site's snapshots: `snapshots.toml` beside `site.toml`, a table `[[snapshots]]` for each, oldest first.
/// Creating a snapshot adds one; the file belongs to the sources of the site.
namespace vitrine::content {

inline constexpr std::string_view snapshots_file = "snapshots.toml";

/// The snapshots that the register lists. A faulty one is reported and left out.
[[nodiscard]] std::vector<Snapshot> parse_snapshots(const Source& source, Diagnostics& diagnostics);

/// A snapshot as the register has it, to be put at its end.
[[nodiscard]] std::string register_entry(const Snapshot& snapshot);

}  // namespace vitrine::content
