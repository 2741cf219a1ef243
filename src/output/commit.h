#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "output/claim.h"
#include "output/manifest.h"
#include "plan/keys.h"
#include "plan/plan.h"

namespace vitrine::output {

/// What a commit did, in files.
struct Counts {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
};

/// Why a file was written, or made again to see whether it must be.
enum class Reason : std::uint8_t { none, nothing_known, new_file, program, settings, theme, day, source, others, altered };

/// A file that was written.
struct Change {
    std::string path;
    std::string origin;  ///< the input it comes from, as `plan::Row::origin`
    Reason reason = Reason::none;
};

struct Committed {
    Counts counts;
    std::vector<Change> changes;       ///< sorted by path
    std::vector<std::string> removed;  ///< sorted
    std::vector<std::string> foreign;  ///< what vitrine did not write and had not noticed before; sorted
};

/// Gives the bytes of a row's page; called from several threads at once.
using MakePage = std::function<Result<std::string>(std::size_t row)>;

/// Who wants to know how far a commit is.
struct Watcher {
    std::function<void(std::string_view)> step = [](std::string_view) {};  ///< a step begins: `render` or `place`
    std::function<void()> row = [] {};  ///< a row is done; called from several threads at once
};

/// Makes an output folder hold what the plan declares.
///
/// Rows whose keys are those of the last commit, and whose files nobody touched, are not made again. The site is put
/// together beside the output and then takes its place in one step, so that a failure or a kill at any moment leaves the old
/// site or the new one, whole. Only where the file system cannot exchange folders, or the output is a mount point, is each
/// file replaced on its own. Files that are as they should be keep their inode and time. What an earlier commit wrote and
/// the plan no longer declares is gone, with folders that become empty; what vitrine did not write stays, and is a failure
/// when it stands where a page belongs.
Result<Committed> commit_output(const Claim& claim, const plan::Plan& plan, const plan::Keys& keys, const MakePage& make_page,
                                const Watcher& watcher, std::size_t jobs);

}  // namespace vitrine::output
