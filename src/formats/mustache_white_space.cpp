#include "formats/mustache_white_space.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.h"

namespace vitrine::mustache {
namespace {

constexpr std::array<std::string_view, 4> elements = {"pre", "textarea", "script", "style"};

/// Whether some text behind a `<` or `</` is that element's name and not the beginning of a longer one.
bool is_named(std::string_view text, std::string_view element) {
    return text.starts_with(element) &&
           (text.size() == element.size() || std::isalnum(static_cast<unsigned char>(text[element.size()])) == 0);
}

}  // namespace

void KeptWhiteSpace::take(std::string_view text) {
    const std::string words = ascii_lower(text);
    for (std::size_t at = words.find('<'); at != std::string::npos; at = words.find('<', at + 1)) {
        const std::string_view tag = std::string_view(words).substr(at + 1);
        if (is_kept()) {
            if (tag.starts_with('/') && is_named(tag.substr(1), element_)) element_ = {};
        } else {
            const auto* const opened = std::find_if(elements.begin(), elements.end(), [&](auto element) { return is_named(tag, element); });
            if (opened != elements.end()) element_ = *opened;
        }
    }
}

}  // namespace vitrine::mustache
