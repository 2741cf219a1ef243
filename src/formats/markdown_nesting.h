#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vitrine::markdown {

/// cmark-gfm takes time and memory in proportion to the depth at every line.
inline constexpr std::size_t deepest_nesting = 32;

/// Follows how deep quotations, list items and footnotes stand in one another, line by line.
///
/// It finds at least the depth that cmark-gfm finds, and more only where code looks like nested lists.
class Nesting {
public:
    struct Line {
        std::size_t depth;    ///< of the containers that the line stands in
        std::size_t content;  ///< offset in the line after their markers
    };

    /// Takes the next line of the text. Markers beyond the deepest nesting allowed are not counted any more.
    Line take(std::string_view line);

private:
    struct Container {
        bool quote;
        std::size_t indent;  ///< columns that a line of a list item or footnote begins with
    };

    std::vector<Container> open_;
    bool after_blank_ = true;
};

}  // namespace vitrine::markdown
