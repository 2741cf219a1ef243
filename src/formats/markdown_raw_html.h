#pragma once

#include "formats/markdown_lines.h"
#include "formats/markdown_report.h"
#include "formats/markdown_tree.h"

namespace vitrine::markdown {

/// Reports each HTML tag and comment of the text, which the renderer would leave out, with what to write instead.
void check_raw_html(const Tree& tree, const Lines& lines, Report& report);

}  // namespace vitrine::markdown
