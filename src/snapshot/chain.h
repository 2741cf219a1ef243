#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "snapshot/verify.h"

namespace vitrine::snapshot {

/// The snapshot before another, as that one names it.
struct Previous {
    std::string name;
    std::string digest;
};

/// What `bag-info.txt` says of the snapshot before; nothing for the first.
[[nodiscard]] std::optional<Previous> previous_of(const Info& info);

/// The snapshots before one, as far as they are at hand.
struct Chain {
    std::vector<std::string> followed;   ///< names of those that are what the one after says, the newest first
    std::optional<std::string> missing;  ///< the name of the next, which is not at hand; nothing when the first was reached
};

/// Where to look for a snapshot of that name: among these paths, and then in a folder, in which it may have been packed or unpacked
/// since; nothing when it is not there.
[[nodiscard]] std::optional<std::string> find_snapshot(const std::string& name, const std::vector<std::string>& given,
                                                       const std::string& folder);

/// Follows a snapshot at `path` from one to the one before, and reports one that is not what the next says of it. `given` are paths
/// to look at before the folder that the snapshot lies in. Only the tag files of those before are checked, which is enough to know
/// that they are the same: what lies in each is a matter of its own verification.
Result<Chain> follow_chain(const Info& info, const std::string& path, const std::vector<std::string>& given,
                           Diagnostics& diagnostics);

}  // namespace vitrine::snapshot
