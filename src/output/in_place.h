#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "output/claim.h"
#include "output/manifest.h"

namespace vitrine::output {

/// Brings an output up to date file by file, where it cannot be exchanged as a whole: each file is replaced in one step, and
/// an interruption is made good by the next build. The files that `changed` names are moved out of `source`, which may lie
/// on another file system; `next` gets their stamps and is noted.
Outcome replace_in_place(const Claim& claim, const std::string& source, const Manifest& earlier, Manifest& next, const std::vector<bool>& changed);

}  // namespace vitrine::output
