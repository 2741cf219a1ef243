#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "model/site.h"

namespace vitrine::check {

/// What an editor should know of a site, beyond what stops a build.
struct Findings {
    Diagnostics open;                   ///< sorted
    std::vector<Diagnostic> accepted;   ///< those for which the file states a reason, which is their `help`; sorted
};

/// Looks at the words of every document, drafts and what is under embargo included, on up to `jobs` threads.
[[nodiscard]] Findings findings_of(const Site& site, std::size_t jobs);

}  // namespace vitrine::check
