#pragma once

#include <string_view>

#include "base/prose.h"
#include "formats/markdown_lines.h"
#include "formats/markdown_report.h"
#include "formats/markdown_tree.h"

namespace vitrine::markdown {

/// What the target of a link or image is.
enum class TargetKind {
    empty,
    internal,  ///< a path or an anchor: its address is left to the site
    external,  ///< an address that a link may have: `https:`, `http:`, `mailto:`, `tel:`
    unsafe,    ///< anything else, and for an image everything that is not a file of the site
};

[[nodiscard]] TargetKind target_kind(const Inline& link);

/// Whether a link or image is in the HTML: none is inside the description of an image, and no link inside another.
[[nodiscard]] bool is_rendered(const Inline& link);

/// Collects the internal links and images in the order of the output, without their slots, and reports those links and
/// images that are at fault.
void add_links(const Tree& tree, const Lines& lines, Prose& document, Report& report);

}  // namespace vitrine::markdown
