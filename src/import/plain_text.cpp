#include "import/plain_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "import/labels.h"
#include "import/markup.h"

namespace vitrine::import {
namespace {

struct Line {
    std::string text;  ///< tidied
    std::size_t indent = 0;
};
using Lines = std::vector<Line>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<Lines> pages_of(std::string_view text) {
    std::vector<Lines> pages;
    for (const std::string_view page : split(text, '\f')) {
        Lines lines;
        for (const std::string_view line : split(page, '\n'))
            lines.push_back({tidied(line), std::min(line.find_first_not_of(' '), line.size())});
        pages.push_back(std::move(lines));
    }
    return pages;
}

/// The line with each number as `#`, so that "Page 3 of 7" is on every page.
std::string pattern_of(std::string_view line) {
    std::string pattern;
    for (const char c : line)
        if (!is_digit(c))
            pattern += c;
        else if (!pattern.ends_with('#'))
            pattern += '#';
    return pattern;
}

/// "3", "- 3 -", "Page 3", "Page 3 of 7", "3 | Page", "Tudalen 3".
bool is_page_number(std::string_view line) {
    std::string bare;
    for (const char c : comparable(pattern_of(line)))
        if (c != ' ' && c != '-' && c != '|' && c != '.') bare += c;
    for (const std::string_view known : {"#", "page#", "page#of#", "#of#", "#page", "tudalen#", "tudalen#o#", "#/#"})
        if (bare == known) return true;
    return false;
}

/// The lines at the top and at the foot of a page, up to two at each end, without empty ones: their places.
std::vector<std::size_t> edges_of(const Lines& page) {
    constexpr std::size_t lines_at_an_edge = 2;
    std::vector<std::size_t> full;
    for (std::size_t i = 0; i < page.size(); ++i)
        if (!page[i].text.empty()) full.push_back(i);
    std::vector<std::size_t> edges;
    for (std::size_t i = 0; i < full.size(); ++i)
        if (i < lines_at_an_edge || i + lines_at_an_edge >= full.size()) edges.push_back(full[i]);
    return edges;
}

/// Takes running heads and page numbers off the pages.
void take_off_edges(std::vector<Lines>& pages, Document& document) {
    std::map<std::string, std::size_t> on_pages;
    for (const Lines& page : pages) {
        std::vector<std::string> patterns;
        for (const std::size_t line : edges_of(page)) patterns.push_back(pattern_of(page[line].text));
        std::sort(patterns.begin(), patterns.end());
        patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
        for (const std::string& pattern : patterns) ++on_pages[pattern];
    }
    const std::size_t full_pages = static_cast<std::size_t>(
        std::count_if(pages.begin(), pages.end(), [](const Lines& page) { return !edges_of(page).empty(); }));
    for (Lines& page : pages) {
        for (const std::size_t line : edges_of(page)) {
            const bool is_repeated = full_pages >= 3 && on_pages[pattern_of(page[line].text)] * 2 > full_pages;
            const bool is_number = pages.size() > 1 && is_page_number(page[line].text);
            if (!is_repeated && !is_number) continue;
            document.left_out.push_back(
                {page[line].text, is_number ? "a page number" : "a line that stands at the edge of most pages"});
            page[line].text.clear();
        }
    }
}

struct Mark {
    std::string marker;
    std::size_t size = 0;  ///< bytes, with the space after it
    bool is_numbered = false;
};

/// The mark of a list item at the beginning of a line.
std::optional<Mark> mark_of(std::string_view line) {
    for (const std::string_view bullet : {"• ", "▪ ", "● ", "◦ ", "○ ", "■ ", "– ", "— ", "- ", "* ", "o ", "\uf0b7 ", "\u00b7 "})
        if (line.starts_with(bullet)) return Mark{"-", bullet.size()};
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool has_end = digits > 0 && digits <= 3 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
                         line[digits + 1] == ' ';
    return has_end ? std::optional(Mark{std::string(line.substr(0, digits + 1)), digits + 2, true}) : std::nullopt;
}

/// Whether a paragraph begins with the line, though no empty line parts it from the one before.
bool begins_paragraph(const std::string& line) {
    const std::string text = comparable(line);
    return label_in(text) || section_of_line(line) || is_heading_of_form(text) || text.starts_with("comment by ") ||
           text.starts_with("dear ");
}

/// Whether such a line is a paragraph of its own. One that is not at its end is not: a
/// label whose answer stands on the line, who comments without a colon.
bool stands_alone(const std::string& line) {
    const std::string text = comparable(line);
    const auto label = label_in(text);
    const bool goes_on = (label && label->end < text.size()) || (text.starts_with("comment by ") && !text.ends_with(':')) ||
                         (is_heading_of_form(text) && text.starts_with("response "));
    return begins_paragraph(line) && !goes_on;
}

bool ends_a_sentence(std::string_view words) {
    for (const std::string_view end : {".", "!", "?", ":", ";", "”", "\"", ")"})
        if (words.ends_with(end)) return true;
    return words.empty();
}

/// Puts lines together again.
class Paragraphs {
public:
    explicit Paragraphs(Document& document) : document_(document) {}

    void add_page(const Lines& page) {
        for (const Line& line : page) add_line(line);
        // A sentence may go on where the next page begins.
        at_page_break_ = true;
        pending_break_ = true;
    }
    void finish() { end_block(); }

private:
    void add_line(const Line& written) {
        const std::string& line = written.text;
        if (line.empty()) {
            pending_break_ = true;
            return;
        }
        const auto mark = mark_of(line);
        const bool goes_on_over_page =
            at_page_break_ && !words_.empty() && !ends_a_sentence(words_) && !mark && !begins_paragraph(line) && starts_lower(line);
        const bool is_moved = marker_.empty() && !words_.empty() && !at_page_break_ && written.indent != indent_;
        at_page_break_ = false;
        if (mark || begins_paragraph(line) || alone_ || is_moved || (pending_break_ && !goes_on_over_page)) end_block();
        pending_break_ = false;
        indent_ = written.indent;
        if (mark) {
            marker_ = mark->marker;
            words_ = line.substr(mark->size);
        } else {
            words_ += (words_.empty() ? "" : " ") + line;
        }
        alone_ = !mark && stands_alone(line);
    }

    static bool starts_lower(std::string_view line) { return !line.empty() && line.front() >= 'a' && line.front() <= 'z'; }

    void end_block() {
        alone_ = false;
        if (words_.empty()) return;
        Block block;
        block.words = std::move(words_);
        block.markdown = escaped_markdown(block.words, true);
        if (!marker_.empty()) {
            block.kind = Block::Kind::item;
            block.level = 1;
            block.marker = std::move(marker_);
        }
        document_.blocks.push_back(std::move(block));
        words_.clear();
        marker_.clear();
    }

    Document& document_;
    std::string words_;
    std::string marker_;
    std::size_t indent_ = 0;  ///< of the last line
    bool alone_ = false;
    bool pending_break_ = false;
    bool at_page_break_ = false;
};

}  // namespace

Document parse_plain_text(std::string_view text) {
    Document document;
    std::vector<Lines> pages = pages_of(text);
    take_off_edges(pages, document);
    Paragraphs paragraphs(document);
    for (const Lines& page : pages) paragraphs.add_page(page);
    paragraphs.finish();
    return document;
}

}  // namespace vitrine::import
