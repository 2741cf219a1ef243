#include "formats/markdown_raw_html.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/markdown_places.h"

namespace vitrine::markdown {
namespace {

struct Replacement {
    std::string_view tags;  ///< each between spaces
    std::string_view help;
};

constexpr std::array replacements = {
    Replacement{" br ", "end the line with a backslash to begin a new one"},
    Replacement{" b strong ", "write `**important**`"},
    Replacement{" i em ", "write `*emphasis*`"},
    Replacement{" s del strike ", "write `~~struck out~~`"},
    Replacement{" a ", "write `[text](address)`"},
    Replacement{" img ", "write `![what it shows](picture.png)`"},
    Replacement{" p div span center font ", "leave it out: an empty line begins a paragraph"},
    Replacement{" h1 h2 h3 h4 h5 h6 ", "write `## Heading`, with one `#` for each level"},
    Replacement{" ul ol li ", "begin each point with `-` or `1.`"},
    Replacement{" table thead tbody tr th td ", "write the table with `|` between its cells"},
    Replacement{" blockquote q ", "begin each line of the quotation with `>`"},
    Replacement{" hr ", "write `---` between two empty lines"},
    Replacement{" code pre kbd tt ", "put it between backticks"},
    Replacement{" sup sub ", "write a footnote as `[^1]`, and other things in words"},
    Replacement{" script style link iframe object embed form input button ",
                "what a page does and how it looks belongs to the theme"},
};

/// The name of the tag with which some HTML begins, in lower case; empty for a comment and the like.
std::string tag_name(std::string_view html) {
    std::size_t at = html.starts_with("</") ? 2 : 1;
    std::string name;
    for (; at < html.size(); ++at) {
        const char c = ascii_lower(html[at]);
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') break;
        name += c;
    }
    return name;
}

std::string_view help_for(const std::string& name) {
    const std::string wanted = " " + name + " ";
    const auto found = std::find_if(replacements.begin(), replacements.end(),
                                    [&](const Replacement& each) { return each.tags.find(wanted) != std::string_view::npos; });
    return found != replacements.end() ? found->help : "write Markdown, or put it between backticks to show it as it is";
}

class HtmlCheck {
public:
    explicit HtmlCheck(Report& report) : report_(report) {}

    /// Reports some HTML with its place. An end tag is passed over when its start tag has been reported.
    void take(std::string_view html, Span span) {
        if (html.starts_with("<!--"))
            return report_.add(Code::markdown_raw_html, span, "HTML comments are not allowed",
                               "take it out: it would not reach the page");
        const std::string name = tag_name(html);
        if (html.starts_with("</") && started_.count(name) > 0) return;
        started_.insert(name);
        const std::size_t end = std::min(html.find('>'), html.size() - 1);
        report_.add(Code::markdown_raw_html, span, "raw HTML " + quoted(html.substr(0, end + 1)) + " is not allowed",
                    std::string(help_for(name)));
    }

private:
    Report& report_;
    std::set<std::string> started_;
};

}  // namespace

void check_raw_html(const Tree& tree, const Lines& lines, Report& report) {
    HtmlCheck check(report);
    for (const Block& block : tree.blocks()) {
        if (block.kind != Block::Kind::html) continue;
        const std::string_view html = trimmed(block.content);
        check.take(html, lines.span(block.first_line, block.column - 1, html.substr(0, html.find('\n')).size()));
    }
    std::optional<BlockText> text;
    std::size_t block = 0;
    for (const Inline& html : tree.inlines()) {
        if (html.kind != Inline::Kind::html) continue;
        if (!text || block != html.block) text.emplace(tree.blocks()[html.block], lines);
        block = html.block;
        check.take(html.target, text->find_angle(html.target).value_or(text->span()));
    }
}

}  // namespace vitrine::markdown
