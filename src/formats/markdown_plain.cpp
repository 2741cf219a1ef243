#include "formats/markdown_plain.h"

#include <algorithm>
#include <array>

namespace vitrine::markdown {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Characters that stand for themselves behind the first of a line: none of those that begin or end something (`*`, `[`,
/// `<`, `\`), make an address (`:`, `@`) or are escaped in HTML (`&`, `"`), and no line break.
constexpr std::array<bool, 256> plain_characters = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    for (const char c : {' ', ',', '.', ';', '\'', '(', ')', '/', '%', '?', '-'}) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool is_plain(char c) { return plain_characters[static_cast<unsigned char>(c)]; }

}  // namespace

bool is_plain_line(std::string_view text) {
    // Longer ones are left to the parser, which has a limit.
    constexpr std::size_t longest = 4096;
    if (text.empty() || text.size() > longest || text.ends_with(' ')) return false;
    // A line may begin with a mark of a list or a rule, and a number can be one.
    if (!is_letter(text.front()) && !is_beyond_ascii(text.front())) return false;
    return std::all_of(text.begin(), text.end(), is_plain) && text.find("www.") == std::string_view::npos &&
           text.find("  ") == std::string_view::npos;
}

Prose plain_document(std::string_view line) {
    Prose document;
    document.html.reserve(line.size() + 8);
    document.html.append("<p>").append(line).append("</p>\n");
    document.sections.push_back({Section::no_heading, 0, document.html.size()});
    document.footnotes = document.html.size();
    document.plain_text = line;
    return document;
}

}  // namespace vitrine::markdown
