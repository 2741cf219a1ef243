#pragma once

#include <string_view>

#include "import/block.h"

namespace vitrine::import {

/// The document that stands in lines of text, pages parted by form feeds as pdftotext writes them. Paragraphs, lists and sentences
/// that go on over a page are put together again. Page numbers, and lines that stand at the top or the foot of most pages, are left
/// out.
[[nodiscard]] Document parse_plain_text(std::string_view text);

}  // namespace vitrine::import
