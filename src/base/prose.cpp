#include "base/prose.h"

namespace vitrine {
namespace {

/// What stands in HTML that is one paragraph without markup; empty for any other.
std::string_view words_of_paragraph(std::string_view html) {
    constexpr std::string_view opening = "<p>", closing = "</p>\n";
    if (!html.starts_with(opening) || !html.ends_with(closing)) return {};
    html.remove_prefix(opening.size());
    html.remove_suffix(closing.size());
    return html.find('<') == std::string_view::npos ? html : std::string_view();
}

}  // namespace

std::string_view Prose::words() const { return plain_text.empty() ? words_of_paragraph(html) : std::string_view(plain_text); }

void Prose::keep_words_once() {
    // Swapped, for an empty text may go on holding the memory.
    if (words_of_paragraph(html) == plain_text) std::string().swap(plain_text);
}

}  // namespace vitrine
