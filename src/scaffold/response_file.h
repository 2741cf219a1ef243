#pragma once

#include <string>

#include "model/config.h"
#include "scaffold/draft.h"

namespace vitrine::scaffold {

/// What a response's file says beside what is known.
enum class Comments {
    explain,  ///< every key of the front matter, with its meaning; those without a value as a comment that can be uncommented
    review,   ///< only what is known, and what a person has to decide or look at
};

/// The bytes of a response's Markdown file, with front matter. It is a draft, which builds as it stands.
///
/// Keys whose certainty is not `sure` carry a comment that begins with "To confirm" or "To do".
[[nodiscard]] std::string response_file(const Draft& draft, const SiteConfig& config, Comments comments);

/// The sections of the form with nothing in them, for the body of a response that is to be written.
[[nodiscard]] std::string empty_form();

}  // namespace vitrine::scaffold
