#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Documents of any kind as one list of blocks, in the order in which they are read.
namespace vitrine::import {

struct Block {
    enum class Kind { heading, paragraph, item, table };

    Kind kind = Kind::paragraph;
    int level = 0;  ///< of a heading, from 1; how deep a list item lies, from 1
    bool is_quotation = false;
    bool continues = false;  ///< a further paragraph of the list item before it
    std::string marker;      ///< of a list item: `-`, `3.`
    std::string markdown;    ///< without the marks that make it a heading, an item or a quotation; a table is several lines
    std::string words;       ///< the same as plain text
};

/// A part of a document that no field and no body takes, and why.
struct LeftOut {
    std::string text;
    std::string reason;
};

struct Document {
    std::vector<Block> blocks;
    std::vector<LeftOut> left_out;
    std::vector<std::string> footnotes;  ///< Markdown, from `[^1]` on
};

/// The blocks as Markdown, with an empty line between two unless both are items of one list; a line break at the end, unless there
/// is nothing.
[[nodiscard]] std::string markdown_of(const std::vector<Block>& blocks);

}  // namespace vitrine::import
