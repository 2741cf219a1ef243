#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"

namespace vitrine::output {

/// What a commit did, in files.
struct Counts {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
};

/// Gives the bytes of a row's page; called from several threads at once.
using RenderPage = std::function<std::string(const plan::Row&)>;

/// Checks that a folder may become the output of the site at `root`: it is new, empty, or one that vitrine wrote, and
/// neither holds the site's sources nor lies in its content. Paths are absolute.
Outcome check_output_folder(const std::string& output, const std::string& root);

/// Makes an output folder hold what the plan declares.
///
/// All files that differ are rendered into a staging folder beside the output first, so that a failure until then changes
/// nothing; then each takes its place in one step. Files that are as they should be are not touched. What an earlier
/// commit wrote and the plan no longer declares is removed, with folders that become empty; a file that vitrine did not
/// write is never touched, and is a failure when it stands where a page belongs. So is another build at the same time.
Result<Counts> commit_output(const plan::Plan& plan, const RenderPage& render, const std::string& output, std::size_t jobs);

}  // namespace vitrine::output
