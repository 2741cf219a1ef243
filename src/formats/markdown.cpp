#include "formats/markdown.h"

#include <algorithm>

#include "formats/markdown_footnotes.h"
#include "formats/markdown_headings.h"
#include "formats/markdown_html.h"
#include "formats/markdown_limits.h"
#include "formats/markdown_lines.h"
#include "formats/markdown_links.h"
#include "formats/markdown_plain.h"
#include "formats/markdown_raw_html.h"
#include "formats/markdown_report.h"
#include "formats/markdown_tree.h"

namespace vitrine::markdown {

void initialise() { prepare_parser(); }

Document parse_markdown(const SourceText& source, Span span, const Options& options, Diagnostics& diagnostics) {
    const std::string_view text = source.text().substr(span.begin, span.end - span.begin);
    if (is_plain_line(text)) return plain_document(text);
    Document document;
    const Lines lines(source, span);
    Report report(source, diagnostics);
    if (!check_limits(lines, report)) return document;
    const Tree tree(lines.text());
    check_raw_html(tree, lines, report);
    check_footnotes(tree, lines, options, report);
    add_headings(tree, lines, options, document, report);
    add_links(tree, lines, document, report);
    write_html(tree, options, document);
    return document;
}

}  // namespace vitrine::markdown
