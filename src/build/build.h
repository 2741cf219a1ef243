#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "model/site.h"
#include "output/commit.h"

/// The pipeline: the one way from a content folder to a website, which every command uses.
namespace vitrine::build {

struct Options {
    std::string root;                  ///< the site's folder, absolute
    std::string output;                ///< absolute; its record of published ids is read also when nothing is committed
    std::optional<std::string> theme;  ///< in place of the one that site.toml names
    Instant now;
    Audience audience = Audience::everyone;
    std::size_t jobs = 1;
    bool warnings_are_errors = false;
    /// Make the site for a dated archive of that day: its pages say so, links name files, and nothing is made for web hosts.
    std::optional<Date> archived_on;
    bool commit = true;                ///< false: find every problem and write nothing
    /// Told of each file that is read (`step` is "read") and of each output file that is made ("render"); called from several
    /// threads at once.
    std::function<void(std::string_view step, std::size_t done, std::size_t of)> progress;
};

/// How long a step took.
struct Timing {
    std::string_view step;  ///< `read`, `plan`, `compare` (with the last build), `render`, `place`, `remember`
    double seconds = 0;
};

/// How a build ended.
struct Report {
    Diagnostics diagnostics;      ///< sorted
    std::optional<Site> site;     ///< what was read; nothing when that had errors and the run was to commit
    bool committed = false;       ///< false when there were errors or `commit` was off: the output is as it was
    std::size_t pages = 0;        ///< HTML pages planned
    output::Committed output;     ///< of a commit
    std::vector<Timing> timings;  ///< in order
    std::optional<Site::Opening> next_opening;  ///< when the site has to be built again
};

/// Reads the site as it is at that moment, and renders nothing. A failure means that the machine stopped it; problems of the
/// content go to `diagnostics`, and what they leave to work with is in the site.
Result<Site> read_site(const Options& options, Diagnostics& diagnostics);

/// Builds the site. A failure means that the machine stopped it; problems of the content are in the report.
Result<Report> build_site(const Options& options);

}  // namespace vitrine::build
