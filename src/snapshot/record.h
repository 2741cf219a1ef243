#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "io/folders.h"
#include "snapshot/diff.h"
#include "snapshot/verify.h"

namespace vitrine::snapshot {

/// The record that a snapshot holds: its sources, read again as of its own moment.
struct Record {
    std::optional<io::TemporaryFolder> folder;  ///< where the sources of an archive lie meanwhile; the site reads from there
    Site site;
    std::map<std::string, std::string> files;  ///< SHA-256 by path from the site's root

    [[nodiscard]] State state() const { return {site, files}; }
};

/// Reads the record of a snapshot. Fails when it holds none, or one that this program cannot read.
Result<Record> load_record(const Store& store, const Listing& listing, std::size_t jobs);

}  // namespace vitrine::snapshot
