#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace vitrine::output {

/// What vitrine wrote to an output folder: the paths of its files, sorted. Kept beside the folder, never in it.
struct Manifest {
    std::vector<std::string> paths;

    [[nodiscard]] bool contains(const std::string& path) const;
};

/// The folder in which the state of an output folder is kept: `.vitrine/public` beside `public`.
[[nodiscard]] std::string state_folder(const std::string& output);

/// Reads the manifest of an output folder; an empty one when there is none.
Result<Manifest> load_manifest(const std::string& state);

/// Writes the manifest in one step.
Outcome write_manifest(const std::string& state, const Manifest& manifest);

}  // namespace vitrine::output
