#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/prose.h"
#include "base/source.h"

/// GitHub-flavoured Markdown (CommonMark 0.29 with tables, strikethrough, autolinks and footnotes) to HTML.
namespace vitrine::markdown {

using vitrine::Heading;
using vitrine::InternalLink;
using vitrine::Section;
using Document = vitrine::Prose;

struct Options {
    /// A short text in front matter: no headings and no footnotes.
    bool field = false;
    /// Put before every id, so that several documents can share a page.
    std::string id_prefix = {};
    /// Ids that the page uses itself, so that no heading gets them.
    std::vector<std::string> reserved_ids = {};
    /// How many bytes of plain text are wanted; it ends with the words in which that many are reached.
    std::size_t plain_text_size = std::numeric_limits<std::size_t>::max();
};

/// As much plain text as excerpts and descriptions of a page are cut from, behind its first heading.
inline constexpr std::size_t size_for_excerpts = 2048;

/// Makes the parser ready, so that the first parse of a thread does not have to wait for it. May be called again.
void initialise();

/// Parses `span` of the source, which must lie within it, and renders it. Thread-safe.
///
/// Reported with their places: what the renderer would drop silently (raw HTML, links with an unsafe scheme, footnotes that
/// are used and not defined or the other way round), links without a target or without text, images without a description
/// (WCAG 2.2, 1.1.1) or from another host, headings that skip a level (the page's title is level 1), and two sections of
/// one name. A text that passes the limits cmark-gfm needs is reported too, and its document is empty.
///
/// The HTML holds no tag that the author wrote. Tables stand in `<div class="table">`, aligned cells have a class such as
/// `align-right`, and ids of footnotes begin with `fn-` and `fnref-`.
[[nodiscard]] Document parse_markdown(const SourceText& source, Span span, const Options& options, Diagnostics& diagnostics);

}  // namespace vitrine::markdown
