#include "formats/markdown_footnotes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "formats/markdown_places.h"
#include "formats/unicode.h"

namespace vitrine::markdown {
namespace {

/// `[^name]:` at the start of a line.
struct Definition {
    std::string_view name;
    std::size_t line;
    std::size_t column;  ///< from 0, of the `[`
};

/// The definitions at the start of a line, behind the markers of containers; one can follow another.
std::vector<Definition> definitions_on(std::size_t number, std::string_view line) {
    std::vector<Definition> found;
    std::size_t at = 0;
    for (;;) {
        at = std::min(line.find_first_not_of(" \t", at), line.size());
        const auto marker = marker_at(line.substr(at));
        if (!marker) return found;
        if (marker->kind == Marker::Kind::footnote) found.push_back({line.substr(at + 2, marker->length - 4), number, at});
        at += marker->length;
    }
}

class FootnoteCheck {
public:
    FootnoteCheck(const Tree& tree, const Lines& lines, const Options& options, Report& report)
        : tree_(tree), lines_(lines), options_(options), report_(report), covered_(lines.count() + 1) {}

    void run() {
        for (const Block& block : tree_.blocks()) {
            if (block.kind == Block::Kind::footnote)
                note_definition(block);
            else
                cover(block);
        }
        for (const auto& [line, column] : used_) covered_[line] = false;
        check_definitions();
        check_marks();
    }

private:
    /// A definition that the tree has is used. Its marker ends before the block's column.
    void note_definition(const Block& block) {
        const std::string_view before = lines_[block.first_line].substr(0, block.column - 1);
        const std::size_t begin = before.rfind("[^"), end = before.rfind("]:");
        if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return;
        used_.insert({block.first_line, begin});
        used_names_.insert(folded_path(before.substr(begin + 2, end - begin - 2)));
    }

    /// What stands in a paragraph, a table or code defines nothing.
    void cover(const Block& block) {
        std::size_t last = block.last_line;
        if (block.kind == Block::Kind::heading) {
            const auto breaks = std::count(block.content.begin(), block.content.end(), '\n');
            last = std::min(last, block.first_line + static_cast<std::size_t>(breaks));
        }
        for (std::size_t line = block.first_line; line <= last && line < covered_.size(); ++line) covered_[line] = true;
    }

    void check_definitions() {
        for (std::size_t number = 1; number <= lines_.count(); ++number) {
            if (covered_[number] || lines_[number].find("[^") == std::string_view::npos) continue;
            for (const Definition& definition : definitions_on(number, lines_[number])) check(definition);
        }
    }

    void check(const Definition& definition) {
        const Span span = lines_.span(definition.line, definition.column, definition.name.size() + 3);
        const std::string mark = quoted("[^" + std::string(definition.name) + "]");
        const bool is_used = used_.count({definition.line, definition.column}) > 0;
        if (options_.field)
            report_.add(Code::markdown_footnote, span, "a footnote does not work in this field",
                        "write it into the text, in parentheses");
        else if (!is_used && used_names_.count(folded_path(definition.name)) > 0)
            report_.add(Code::markdown_footnote, span, "the footnote " + mark + " is defined a second time",
                        "give this one another name");
        else if (!is_used)
            report_.add(Code::markdown_footnote, span, "the footnote " + mark + " is not used",
                        "put " + mark + " where it belongs in the text, or take it out");
    }

    void check_marks() {
        std::map<std::size_t, std::vector<bool>> enclosed;  // by block, in order: whether a mark is in a link or description
        for (const Inline& mark : tree_.inlines())
            if (mark.kind == Inline::Kind::footnote) enclosed[mark.block].push_back(mark.in_link || mark.in_image);
        for (std::size_t i = 0; i < tree_.blocks().size(); ++i) {
            const Block& block = tree_.blocks()[i];
            const bool has_words =
                block.kind == Block::Kind::paragraph || block.kind == Block::Kind::heading || block.kind == Block::Kind::table_cell;
            if (!has_words || block.content.find('^') == std::string_view::npos) continue;
            std::size_t defined = 0;
            const BlockText text(block, lines_);
            for (const BlockText::FootnoteMark& mark : text.footnote_marks()) {
                if (!check(mark)) continue;
                if (defined < enclosed[i].size() && enclosed[i][defined])
                    report_.add(Code::markdown_footnote, mark.span,
                                "a footnote does not work inside a link or the description of an image",
                                "put it behind the closing parenthesis");
                ++defined;
            }
        }
    }

    /// Whether the mark leads to a footnote; if not, that is reported.
    bool check(const BlockText::FootnoteMark& mark) {
        const std::string written = "[^" + std::string(mark.name) + "]";
        if (options_.field)
            report_.add(Code::markdown_footnote, mark.span, "a footnote does not work in this field",
                        "write it into the text, in parentheses");
        else if (mark.name.find_first_of(" \t\n") != std::string_view::npos)
            report_.add(Code::markdown_footnote, mark.span, "the footnote " + quoted(written) + " has white space in its name",
                        "join the words with hyphens; write `\\[^` if it is none");
        else if (used_names_.count(folded_path(mark.name)) == 0)
            report_.add(Code::markdown_footnote, mark.span, "the footnote " + quoted(written) + " is not defined",
                        "define it on a line of its own: " + quoted(written + ": …") + "; write `\\[^` if it is none");
        else
            return true;
        return false;
    }

    const Tree& tree_;
    const Lines& lines_;
    const Options& options_;
    Report& report_;
    std::vector<bool> covered_;                           ///< by line
    std::set<std::pair<std::size_t, std::size_t>> used_;  ///< line and column of the definitions that are used
    std::set<std::string> used_names_;
};

}  // namespace

void check_footnotes(const Tree& tree, const Lines& lines, const Options& options, Report& report) {
    if (lines.text().find("[^") == std::string_view::npos && lines.text().find("[\\^") == std::string_view::npos) return;
    FootnoteCheck(tree, lines, options, report).run();
}

}  // namespace vitrine::markdown
