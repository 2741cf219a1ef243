#pragma once

#include "base/prose.h"
#include "formats/markdown.h"
#include "formats/markdown_lines.h"
#include "formats/markdown_report.h"
#include "formats/markdown_tree.h"

namespace vitrine::markdown {

/// Collects the headings with their ids, and reports those without text, on a level that does not follow, or with the
/// name of another section.
void add_headings(const Tree& tree, const Lines& lines, const Options& options, Prose& document, Report& report);

/// The ids of footnotes in the HTML, without the prefix: of the text of one, and of the marks that lead to it.
[[nodiscard]] std::string footnote_id(std::size_t number);
[[nodiscard]] std::string footnote_mark_id(std::size_t number, std::size_t mark);

}  // namespace vitrine::markdown
