#pragma once

#include "formats/markdown.h"
#include "formats/markdown_lines.h"
#include "formats/markdown_report.h"
#include "formats/markdown_tree.h"

namespace vitrine::markdown {

/// Reports footnotes that cmark-gfm leaves out or leaves as plain text without a word: used and not defined, defined and
/// not used, defined twice. Also those inside links and image descriptions, and in a field every one.
void check_footnotes(const Tree& tree, const Lines& lines, const Options& options, Report& report);

}  // namespace vitrine::markdown
