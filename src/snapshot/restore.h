#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "snapshot/verify.h"

namespace vitrine::snapshot {

/// How a restoration ended.
struct Restored {
    Verdict verdict;        ///< of the snapshot, which is checked first
    bool done = false;      ///< false when the snapshot is not valid or holds no sources
    std::size_t files = 0;  ///< that were written
};

/// Gives the sources of a snapshot back, byte for byte, in a folder that is new or empty. They are put together beside it and get
/// its name when all are there; nothing is written when the snapshot is not valid.
Result<Restored> restore(const Store& store, const std::string& folder);

/// Writes what lies below a folder of the bag (`data/sources/`) to a folder of the disk; returns how many files.
Result<std::size_t> unpack(const Store& store, const Listing& listing, std::string_view below, const std::string& folder);

}  // namespace vitrine::snapshot
