#include "formats/markdown_limits.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "formats/markdown_nesting.h"

namespace vitrine::markdown {
namespace {

constexpr std::size_t largest_text = 256 * 1024;
constexpr std::size_t longest_line = 16 * 1024;
constexpr std::size_t longest_passage = 64 * 1024;  ///< lines that no empty line parts
constexpr std::size_t most_bars = 256;              ///< `|` in a line
constexpr std::size_t most_columns = 64;
constexpr std::size_t most_cells = 50'000;
constexpr std::size_t most_expansion = 8 * 1024 * 1024;  ///< bytes of link definitions times the number of `[`

std::string kilobytes(std::size_t bytes) { return grouped(bytes / 1024) + " KB"; }

/// How often a character that is rare occurs.
std::size_t count(std::string_view text, char c) {
    std::size_t found = 0;
    for (std::size_t at = text.find(c); at != std::string_view::npos; at = text.find(c, at + 1)) ++found;
    return found;
}

/// How many columns a line declares for a table, if it is one like `| --- | ---: |`; else 0.
std::size_t declared_columns(std::string_view line) {
    if (line.empty() || std::string_view("|:-").find(line.front()) == std::string_view::npos) return 0;
    if (line.find_first_not_of("|:- \t") != std::string_view::npos || line.find('-') == std::string_view::npos) return 0;
    const std::vector<std::string_view> cells = split(line, '|');
    return cells.size() - static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), is_blank));
}

/// Reads a text line by line and keeps what the limits are about.
class Survey {
public:
    Survey(const Lines& lines, Report& report) : lines_(lines), report_(report) {}

    bool run() {
        if (lines_.text().size() > largest_text)
            return fault(1, "the text is longer than " + kilobytes(largest_text),
                         "split it into several files, or attach the long part as a file");
        for (std::size_t number = 1; number <= lines_.count(); ++number)
            if (!take(number, lines_[number])) return false;
        return check_expansion();
    }

private:
    bool fault(std::size_t line, std::string message, std::string help) {
        report_.add(Code::markdown_too_complex, lines_.span(line), std::move(message), std::move(help));
        return false;
    }

    bool take(std::size_t number, std::string_view line) {
        const bool blank = is_blank(line);
        const Nesting::Line nested = nesting_.take(line);
        const std::string_view content = line.substr(std::min(nested.content, line.size()));
        if (blank) {
            passage_ = columns_ = 0;
            definition_ = Definition::none;
            return true;
        }
        if (line.size() > longest_line)
            return fault(number, "the line is longer than " + kilobytes(longest_line), "break it into lines or paragraphs");
        passage_ += line.size() + 1;
        if (passage_ > longest_passage)
            return fault(number, "the passage that ends here is longer than " + kilobytes(longest_passage),
                         "put empty lines between paragraphs");
        if (nested.depth > deepest_nesting)
            return fault(number, "lists and quotations stand more than " + std::to_string(deepest_nesting) + " deep in one another",
                         "use fewer levels");
        survey_definition(number, content);
        return check_table(number, content);
    }

    bool check_table(std::size_t number, std::string_view content) {
        if (count(content, '|') > most_bars)
            return fault(number, "the line has more than " + grouped(most_bars) + " `|`", "split the table into several");
        const std::size_t declared = declared_columns(content);
        if (declared > most_columns)
            return fault(number, "the table has " + grouped(declared) + " columns, more than " + grouped(most_columns),
                         "split it into several, or attach it as a CSV file");
        if (declared > 0 && columns_ == 0) cells_ += declared;
        // Every line up to the next empty one is a row, whether it has a `|` or not, and is filled up with empty cells.
        columns_ = std::max(columns_, declared);
        cells_ += columns_;
        if (cells_ > most_cells)
            return fault(number, "the tables up to here have more than " + grouped(most_cells) + " cells",
                         "attach the figures as a CSV file");
        return true;
    }

    /// Link definitions stand at the start of a paragraph and may go on over lines; what follows one in its passage is
    /// counted with it.
    void survey_definition(std::size_t number, std::string_view content) {
        if (definition_ == Definition::none && content.starts_with('[')) {
            definition_ = Definition::possible;
            possible_bytes_ = 0;
        }
        if (definition_ == Definition::none) return;
        possible_bytes_ += content.size() + 1;
        if (definition_ == Definition::possible && content.find("]:") == std::string_view::npos) return;
        if (first_definition_ == 0) first_definition_ = number;
        definition_ = Definition::found;
        definition_bytes_ += possible_bytes_;
        possible_bytes_ = 0;
    }

    /// Each `[` can stand for one definition's address and title.
    bool check_expansion() {
        const std::size_t brackets = definition_bytes_ == 0 ? 0 : count(lines_.text(), '[');
        if (brackets == 0 || definition_bytes_ <= most_expansion / brackets) return true;
        return fault(first_definition_,
                     "the definitions of links take " + kilobytes(definition_bytes_) + " in a text with " + grouped(brackets) +
                         " `[`; the product may be " + kilobytes(most_expansion),
                     "write addresses where they are used: `[text](address)`");
    }

    enum class Definition { none, possible, found };

    const Lines& lines_;
    Report& report_;
    Nesting nesting_;
    std::size_t passage_ = 0;
    std::size_t columns_ = 0;
    std::size_t cells_ = 0;
    Definition definition_ = Definition::none;
    std::size_t possible_bytes_ = 0;
    std::size_t definition_bytes_ = 0;
    std::size_t first_definition_ = 0;
};

/// Whether a character reference such as `&#94;` stands for `^`.
bool is_circumflex(std::string_view reference) {
    if (reference == "&Hat;") return true;
    if (!reference.starts_with("&#") || !reference.ends_with(';')) return false;
    std::string_view digits = reference.substr(2, reference.size() - 3);
    const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (hexadecimal) digits.remove_prefix(1);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return hexadecimal ? digits == "5e" || digits == "5E" : digits == "94";
}

/// `[&#94;x]` makes cmark-gfm 0.29.0.gfm.6 read a footnote's name out of the decoded `^`, past its end.
bool check_disguised_footnotes(const Lines& lines, Report& report) {
    if (lines.text().find("[&") == std::string_view::npos) return true;
    for (std::size_t number = 1; number <= lines.count(); ++number) {
        const std::string_view line = lines[number];
        for (std::size_t at = line.find("[&"); at != std::string_view::npos; at = line.find("[&", at + 2)) {
            const std::string_view reference = line.substr(at + 1, line.substr(at + 1, 12).find(';') + 1);
            if (!is_circumflex(reference)) continue;
            report.add(Code::markdown_footnote, lines.span(number, at, reference.size() + 1),
                       quoted(line.substr(at, reference.size() + 1)) + " stands for `[^`, with which a footnote begins",
                       "write `\\[^` for the characters themselves");
            return false;
        }
    }
    return true;
}

}  // namespace

bool check_limits(const Lines& lines, Report& report) {
    return Survey(lines, report).run() && check_disguised_footnotes(lines, report);
}

}  // namespace vitrine::markdown
