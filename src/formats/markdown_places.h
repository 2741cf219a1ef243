#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown_lines.h"
#include "formats/markdown_tree.h"

/// Where in the file the parts of a block stand. cmark-gfm's own positions of inline nodes are absent or wrong once a
/// paragraph has several lines, so they are found again in the Markdown.
namespace vitrine::markdown {

/// The Markdown of one block, looked through for what can be at fault: parts in code and escaped ones are passed over.
class BlockText {
public:
    BlockText(const Block& block, const Lines& lines);

    /// The address of the next link or image with that target. It is not found when it stands in a definition elsewhere.
    [[nodiscard]] std::optional<Span> find_target(std::string_view target);

    /// The next raw HTML of that wording, or the next address in `<…>`, which begins with `<` too.
    [[nodiscard]] std::optional<Span> find_angle(std::string_view html);

    /// The first place of some words outside code.
    [[nodiscard]] std::optional<Span> find_words(std::string_view words) const;

    /// `[^name]`, whether there is such a footnote or not.
    struct FootnoteMark {
        std::string_view name;
        Span span;
    };
    [[nodiscard]] const std::vector<FootnoteMark>& footnote_marks() const { return footnote_marks_; }

    /// The words of the block, on its first line.
    [[nodiscard]] Span span() const;

private:
    struct Range {
        std::size_t begin;
        std::size_t end;
    };

    void scan();
    std::size_t scan_code(std::size_t at);
    void scan_target(std::size_t at);
    void scan_footnote(std::size_t at);
    [[nodiscard]] bool is_link_from(std::size_t at) const;
    [[nodiscard]] std::size_t first_line() const;
    [[nodiscard]] Span span(Range range) const;

    const Block& block_;
    const Lines& lines_;
    std::string_view content_;
    std::vector<std::size_t> line_starts_;  ///< in the content
    std::size_t first_line_ = 1;
    std::vector<Range> code_;
    std::vector<bool> unclosed_;  ///< lengths of backtick runs that have no partner further on
    std::vector<Range> targets_;
    std::vector<bool> taken_;
    std::size_t first_free_target_ = 0;
    std::vector<std::size_t> angles_;
    std::size_t next_angle_ = 0;
    std::vector<FootnoteMark> footnote_marks_;
};

/// Where the address of a link stands that begins at `at`, without `<` and `>`: up to white space, or to the parenthesis
/// that closes the link. It may be empty.
struct Address {
    std::size_t begin;
    std::size_t end;
};
[[nodiscard]] Address address_at(std::string_view markdown, std::size_t at);

/// Whether an address as written, with escapes, is this target.
[[nodiscard]] bool means(std::string_view written, std::string_view target);

}  // namespace vitrine::markdown
