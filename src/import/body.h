#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import/block.h"

namespace vitrine::import {

/// The section of the form that a block is the heading of, an index into `form`: a heading of any level, or a short line of its
/// own.
[[nodiscard]] std::optional<std::size_t> section_of(const Block& block);

/// The body of a response: sections of the form under their own headings of level 2, other headings below the section they stand
/// in. What became of the words of a heading that was renamed is noted in `left_out`.
[[nodiscard]] std::string body_of(std::vector<Block> blocks, const std::vector<std::string>& footnotes,
                                  std::vector<LeftOut>& left_out);

}  // namespace vitrine::import
