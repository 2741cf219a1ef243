#pragma once

#include <string>
#include <string_view>

#include "snapshot/write_bag.h"

namespace vitrine::snapshot {

inline constexpr std::string_view readme_file = "README.txt";

/// What an archivist who has never heard of vitrine needs to know of a snapshot: what it is, how to read it, and how to check it
/// with the commands of any system.
[[nodiscard]] std::string readme_text(const Description& description, const Snapshot& snapshot);

}  // namespace vitrine::snapshot
