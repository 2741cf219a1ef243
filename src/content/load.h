#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "content/bodies.h"
#include "content/document_cache.h"
#include "content/shelf.h"
#include "model/site.h"

namespace vitrine::content {

/// Reads `site.toml` of a site's root, and `snapshots.toml` where there is one; an optional without value when it has faults that leave nothing to work with.
Result<std::optional<SiteConfig>> load_config(const std::string& root, Diagnostics& diagnostics);

/// What a load may use and fill beside the content itself.
struct LoadAids {
    const DocumentCache* cache = nullptr;  ///< spares reading files that did not change since another run
    Bodies* bodies = nullptr;              ///< takes the bodies of responses; without it they are dropped once checked
    /// Told of each file that is read; called from several threads at once.
    std::function<void(std::size_t done, std::size_t of)> progress;
    Shelf* shelf = nullptr;  ///< spares parsing files that did not change since the load before, and takes this one
};

/// A site's content, and what to remember of it.
struct Loaded {
    Content content;
    std::vector<ReadFile> files;  ///< sorted by path
};

/// Reads everything below `content/`, on up to `jobs` threads. A faulty file is reported and never stops the others from
/// being read. A site without that folder has no content.
Result<Loaded> load_content(const std::string& root, std::size_t jobs, const LoadAids& aids, Diagnostics& diagnostics);

}  // namespace vitrine::content
