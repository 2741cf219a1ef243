#pragma once

#include "base/prose.h"
#include "formats/markdown.h"
#include "formats/markdown_tree.h"

namespace vitrine::markdown {

/// Writes the HTML of a document, whose headings and links are known, from that of cmark-gfm:
///
/// headings get their ids; internal addresses stay open, and each link its slot; tables stand in `<div class="table">`,
/// their header cells have a scope and aligned cells a class (`align-right`); footnotes have names for those who do not
/// see them. Also sets the sections, the place of the footnotes and the plain text.
void write_html(const Tree& tree, const Options& options, Prose& document);

}  // namespace vitrine::markdown
