#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace vitrine::markdown {

/// The lines of a Markdown text as cmark-gfm counts them, from 1: a CR ends a line too.
class Lines {
public:
    /// `span` must lie within the source.
    Lines(const SourceText& source, Span span);

    /// All of the text.
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t count() const { return starts_.size() - 1; }

    /// The line without its break; empty when there is no such line.
    [[nodiscard]] std::string_view operator[](std::size_t number) const;

    /// The span in the file of some bytes of a line, clamped to it.
    [[nodiscard]] Span span(std::size_t number, std::size_t begin, std::size_t length) const;

    /// The span in the file of a line without the white space around it.
    [[nodiscard]] Span span(std::size_t number) const;

private:
    std::string_view text_;
    std::uint32_t offset_;             ///< of the text in the file
    std::vector<std::size_t> starts_;  ///< of each line, and the end of the text
};

/// Whether a line holds nothing but spaces and tabs.
[[nodiscard]] bool is_blank(std::string_view line);

/// What opens a container at the start of a line: `>`, `-`, `1.` or `[^note]:`.
struct Marker {
    enum class Kind { quote, item, footnote };

    Kind kind;
    std::size_t length;  ///< without the white space behind it
};

/// The marker with which a text begins.
[[nodiscard]] std::optional<Marker> marker_at(std::string_view text);

/// Whether a text is a thematic break such as `* * *`, which looks like list items.
[[nodiscard]] bool is_thematic_break(std::string_view text);

}  // namespace vitrine::markdown
