#pragma once

#include <string>

#include "base/date.h"
#include "base/result.h"
#include "formats/archive.h"

namespace vitrine::snapshot {

/// Packs a folder into a file, as the one folder `name` in it. Everything in it has that time.
Outcome pack(const std::string& folder, const std::string& name, archive::Kind kind, Instant time, const std::string& file);

}  // namespace vitrine::snapshot
