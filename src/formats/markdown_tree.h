#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::markdown {

class Arena;

/// A block of words or of code, or the start of a footnote.
struct Block {
    enum class Kind { paragraph, heading, table_cell, code, html, footnote };

    Kind kind = Kind::paragraph;
    int level = 0;                 ///< of a heading
    bool top_level = false;        ///< not inside a quotation, a list or a footnote
    std::uint32_t first_line = 0;  ///< from 1, in the parsed text; of a paragraph that begins with link definitions, of these
    std::uint32_t last_line = 0;   ///< of a heading: at most two lines too far
    std::uint32_t column = 1;      ///< from 1, in bytes, on the first line; of a footnote, behind its marker
    std::string_view content;      ///< the Markdown of its words, or the HTML, without markers of containers
    std::string words;             ///< of a heading, without markup
};

/// What inside a block needs a look, in the order of the output.
struct Inline {
    enum class Kind { link, image, html, footnote };

    Kind kind = Kind::link;
    std::size_t block = 0;     ///< index of the block that it stands in
    std::uint32_t line = 0;    ///< roughly; 0 when unknown
    std::string_view target;   ///< the address of a link or image, or the HTML
    std::string words;         ///< of a link or an image that is not in another, without markup
    bool has_image = false;    ///< a link around an image
    std::uint32_t number = 0;  ///< of the footnote
    bool in_link = false;
    bool in_image = false;  ///< inside the description of an image, where it is not rendered
};

/// What cmark-gfm makes of a text. Parsing is thread-safe; one thread holds one tree at a time.
///
/// The text must have passed `check_limits`.
class Tree {
public:
    explicit Tree(std::string_view text);
    ~Tree();
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    /// In the order of the output, where footnotes come last.
    [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
    [[nodiscard]] const std::vector<Inline>& inlines() const { return inlines_; }

    /// The HTML of cmark-gfm: raw HTML is replaced by a comment, text is escaped.
    [[nodiscard]] std::string_view html() const { return html_; }

private:
    Arena& arena_;
    std::vector<Block> blocks_;
    std::vector<Inline> inlines_;
    std::string_view html_;
};

/// Makes cmark-gfm ready for all threads. What is done already is not done again.
void prepare_parser();

}  // namespace vitrine::markdown
