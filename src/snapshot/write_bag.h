#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "model/config.h"
#include "model/snapshot.h"
#include "snapshot/sources.h"

namespace vitrine::snapshot {

/// What a bag says of itself.
struct Description {
    const SiteConfig& config;
    Instant now;
    const LeftOut& left_out;
    std::size_t foreign = 0;  ///< files of the output that vitrine did not make
};

/// Makes a bag (BagIt 1.0, RFC 8493) of a folder that has `data/` in it, and returns what its register will say of it, but for its
/// name and changes. `bagit.txt` comes last: until then it is no bag.
Result<Snapshot> write_bag(const std::string& folder, const Description& description, std::size_t jobs);

}  // namespace vitrine::snapshot
