#pragma once

#include <string_view>
#include <vector>

#include "base/source.h"

namespace vitrine::check {

/// A piece of a document's text as an editor sees it, with its place in the source.
struct Block {
    enum class Kind { heading, paragraph, item, table };

    Kind kind = Kind::paragraph;
    Span span;             ///< without the marks that make it a heading, an item or a quotation; may go over several lines
    std::string_view key;  ///< of the front matter to which it belongs: `pcc_explanation`, `updates`; empty for the body
    bool begins = false;   ///< whether it is the first of the body or of its value
};

/// The blocks of a part of a document, in order; `key` is theirs. Code is left out: it is nobody's prose. Found line by line, so
/// that each byte of a block is one of the author's.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view document, Span part, std::string_view key);

}  // namespace vitrine::check
