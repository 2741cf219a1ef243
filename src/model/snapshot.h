#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"

namespace vitrine {

/// How many of each kind changed between two snapshots.
struct SnapshotChanges {
    std::size_t added = 0;      ///< responses that the earlier one does not have
    std::size_t changed = 0;    ///< responses of which the record or the words differ
    std::size_t withdrawn = 0;  ///< responses that have been withdrawn since
    std::size_t removed = 0;    ///< responses that are gone without a trace
    std::size_t others = 0;     ///< pages and files that were added, changed or removed

    friend bool operator==(const SnapshotChanges&, const SnapshotChanges&) = default;
};

/// A dated archive of the site, as a line of its register: `[[snapshots]]` of snapshots.toml.
struct Snapshot {
    std::string name;                        ///< of its folder or file
    Instant taken;                           ///< the moment whose public state it holds
    std::string digest;                      ///< SHA-256 of its tag manifest, 64 hexadecimal digits; what the next snapshot names
    std::string site_digest;                 ///< SHA-256 of the lines of its manifest that are the site's
    std::uint64_t size = 0;                  ///< of what it holds, in bytes
    std::size_t files = 0;                   ///< as many files
    std::optional<SnapshotChanges> changes;  ///< since the one before; nothing for the first, or when that one was not at hand
};

}  // namespace vitrine
