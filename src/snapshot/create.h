#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/result.h"
#include "build/build.h"
#include "model/snapshot.h"
#include "snapshot/faithful.h"
#include "snapshot/sources.h"

namespace vitrine::snapshot {

struct CreateOptions {
    build::Options site;  ///< `output` is the folder that the site is built into
    std::string target;   ///< absolute; an archive where its name ends like one, and else a folder
    bool afresh = false;  ///< archive what is built now, whatever stands in the output
};

/// How a creation ended.
struct Created {
    Diagnostics diagnostics;  ///< of the sources; sorted
    Unfaithful unfaithful;    ///< not looked at when it was to be built afresh
    bool made = false;        ///< false when the sources have errors or the output is not what would be built
    Snapshot snapshot;        ///< what the register says of it
    LeftOut left_out;
};

/// Where a snapshot goes when nobody says: `snapshots/2026-06-30-northshire.zip` in the site's folder.
[[nodiscard]] std::string usual_name(const SiteConfig& config, Instant now);

/// Makes a snapshot of what the public may see at that moment: a bag with the site, the sources that made it and what proves both,
/// and a line in the site's register of snapshots. It is put together under another name and gets its own when it is whole. The
/// process must be set to universal settings.
Result<Created> create(const CreateOptions& options);

}  // namespace vitrine::snapshot
