#include <algorithm>
#include <array>

#include "base/text.h"
#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {

void find_protected_emails(const Text& text, Diagnostics& diagnostics) {
    const std::string_view whole = text.words;
    for (const std::string_view left : {"[email protected]", "[email\u00a0protected]"})
        for (std::size_t at = whole.find(left); at != std::string_view::npos; at = whole.find(left, at + 1))
            diagnostics.add(Code::check_protected_email, text.source, span_of(at, at + left.size()),
                            "an email address was lost here when the text was copied from a web page", "write the address, or take the sentence out");
}

void find_empty_link_texts(const Text& text, Diagnostics& diagnostics) {
    constexpr std::array<std::string_view, 14> empty = {"click here", "document", "download", "here",   "link", "more",      "more information",
                                                        "page",       "pdf",      "read more", "report", "this", "this link", "website"};
    const std::string_view whole = text.words;
    for (const Block& block : text.blocks) {
        for (std::size_t close = whole.find("](", block.span.begin); close < block.span.end; close = whole.find("](", close + 1)) {
            const std::size_t open = whole.rfind('[', close);
            if (open == std::string_view::npos || open < block.span.begin || (open > 0 && whole[open - 1] == '!')) continue;
            std::string words = lower(trimmed(whole.substr(open + 1, close - open - 1)));
            while (!words.empty() && !is_word(words.back())) words.pop_back();
            if (std::find(empty.begin(), empty.end(), words) != empty.end())
                diagnostics.add(Code::check_link_text, text.source, span_of(open + 1, close), "the words of this link do not say where it leads",
                                "write what is there, such as the title of the page or document: people who listen to a page hear its links alone");
        }
    }
}

}  // namespace vitrine::check
