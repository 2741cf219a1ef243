#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace vitrine::snapshot {

/// How an output folder differs from a build made afresh.
struct Unfaithful {
    std::vector<std::string> files;    ///< that a build would write, change or remove; sorted
    std::vector<std::string> foreign;  ///< that a build would leave alone, because vitrine did not write them; sorted

    [[nodiscard]] bool nothing() const { return files.empty(); }
};

/// Compares byte by byte. `fresh` is the folder of the build made afresh; that `output` is not there is no failure.
Result<Unfaithful> compare_output(const std::string& output, const std::string& fresh, std::size_t jobs);

}  // namespace vitrine::snapshot
