#pragma once

#include <string>

#include "content/theme.h"
#include "support/rendering.h"

namespace vitrine::samples {

/// The folder of the repository, whose `content/` is the example site.
[[nodiscard]] std::string repository();

/// The example site at that moment, with other settings where they are given.
[[nodiscard]] Site example_site(std::string_view now = "2026-06-30", std::size_t page_size = 50,
                                LinkStyle links = LinkStyle::folder);

/// The default theme.
[[nodiscard]] content::Theme default_theme();

/// Makes the default theme be found beside the running program, where the pipeline looks for it.
void place_shipped_themes();

}  // namespace vitrine::samples
