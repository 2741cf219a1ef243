#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "snapshot/bag.h"
#include "snapshot/store.h"

namespace vitrine::snapshot {

/// What a check of a bag found.
struct Verdict {
    Diagnostics diagnostics;              ///< sorted; the bag is valid when there is no error among them
    Info info;                            ///< of `bag-info.txt`
    std::string digest;                   ///< of the snapshot: SHA-256 of its tag manifest; empty when it has none
    std::size_t files = 0;                ///< of the payload
    std::uint64_t bytes = 0;              ///< as many bytes
    std::vector<std::string> algorithms;  ///< of the payload manifests that could be checked, sorted
    Listing listing;                      ///< what is in it
};

/// Checks a bag of anyone (RFC 8493, section 3): that it is complete and that every checksum is right. Everything that is missing,
/// added, changed or malformed is found in one run. A bag with something unsafe in it is not read further.
Result<Verdict> verify(const Store& store);

/// The digest by which later snapshots name this one; empty when it has no tag manifest of SHA-256.
[[nodiscard]] std::string digest_of(const Listing& listing);

}  // namespace vitrine::snapshot
