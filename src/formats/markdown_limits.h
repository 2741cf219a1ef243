#pragma once

#include "formats/markdown_lines.h"
#include "formats/markdown_report.h"

namespace vitrine::markdown {

/// Whether cmark-gfm can parse the text in time and memory in proportion to its size; if not, the first place at which a
/// limit is passed is reported with the limit and what to do. Takes time in proportion to the text itself.
[[nodiscard]] bool check_limits(const Lines& lines, Report& report);

}  // namespace vitrine::markdown
