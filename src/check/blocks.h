#pragma once

#include <vector>

#include "base/source.h"

namespace vitrine::check {

/// A piece of a document's text as an editor sees it, with its place in the source.
struct Block {
    enum class Kind { heading, paragraph, item, table };

    Kind kind = Kind::paragraph;
    Span span;  ///< without the marks that make it a heading, an item or a quotation; may go over several lines
};

/// The blocks of what stands below the front matter, in order. Code is left out: it is nobody's prose. Found line by line, so
/// that each byte of a block is one of the author's.
[[nodiscard]] std::vector<Block> blocks_of(const SourceText& source);

}  // namespace vitrine::check
