#include "formats/markdown_nesting.h"

#include "formats/markdown_lines.h"

namespace vitrine::markdown {
namespace {

/// With this much white space before it a marker is text or code.
constexpr std::size_t code_indent = 4;

/// A place in a line that moves by columns: a tab reaches to the next multiple of four.
class Cursor {
public:
    explicit Cursor(std::string_view line) : line_(line) {}

    /// The columns of white space ahead.
    [[nodiscard]] std::size_t indent() const {
        std::size_t column = column_;
        for (std::size_t at = offset_; at < line_.size() && (line_[at] == ' ' || line_[at] == '\t'); ++at)
            column = line_[at] == '\t' ? next_tab_stop(column) : column + 1;
        return column - column_;
    }

    void skip(std::size_t columns) {
        const std::size_t target = column_ + columns;
        while (column_ < target && offset_ < line_.size()) {
            const std::size_t after = line_[offset_] == '\t' ? next_tab_stop(column_) : column_ + 1;
            if (after > target) {
                column_ = target;  // within a tab
                return;
            }
            column_ = after;
            ++offset_;
        }
    }

    /// What follows the white space ahead.
    [[nodiscard]] std::string_view content() const {
        const std::size_t at = line_.find_first_not_of(" \t", offset_);
        return at == std::string_view::npos ? std::string_view{} : line_.substr(at);
    }

private:
    static std::size_t next_tab_stop(std::size_t column) { return column / 4 * 4 + 4; }

    std::string_view line_;
    std::size_t offset_ = 0;
    std::size_t column_ = 0;
};

}  // namespace

Nesting::Line Nesting::take(std::string_view line) {
    if (is_blank(line)) {
        after_blank_ = true;
        return {open_.size(), line.size()};
    }
    Cursor cursor(line);
    std::size_t matched = 0;
    for (; matched < open_.size(); ++matched) {
        const std::size_t indent = cursor.indent();
        if (open_[matched].quote ? indent >= code_indent || !cursor.content().starts_with('>') : indent < open_[matched].indent)
            break;
        cursor.skip(open_[matched].quote ? indent + 1 : open_[matched].indent);
        if (open_[matched].quote && cursor.indent() > 0) cursor.skip(1);
    }
    std::size_t opened = 0;
    while (open_.size() <= deepest_nesting && cursor.indent() < code_indent && !is_thematic_break(cursor.content())) {
        const auto marker = marker_at(cursor.content());
        if (!marker) break;
        if (opened++ == 0) open_.resize(matched);
        const std::size_t indent = cursor.indent();
        cursor.skip(indent + marker->length);
        const std::size_t gap = cursor.indent();
        const std::size_t padding = gap > code_indent || cursor.content().empty() ? 1 : gap;
        if (marker->kind == Marker::Kind::quote) {
            open_.push_back({true, 0});
            cursor.skip(gap > 0 ? 1 : 0);
        } else if (marker->kind == Marker::Kind::item) {
            open_.push_back({false, indent + marker->length + padding});
            cursor.skip(padding);
        } else {
            open_.push_back({false, code_indent});
            cursor.skip(gap);
        }
    }
    // A line without markers of its own may go on with a paragraph far inside, as long as no empty line came between.
    if (opened == 0 && after_blank_) open_.resize(matched);
    after_blank_ = false;
    return {open_.size(), line.size() - cursor.content().size()};
}

}  // namespace vitrine::markdown
