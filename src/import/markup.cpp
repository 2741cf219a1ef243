#include "import/markup.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"

namespace vitrine::import {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// Whether a line that begins so would be a heading, a list item, a quotation or a rule.
bool begins_like_a_block(std::string_view words) {
    if (words.empty()) return false;
    if (words.front() == '#' || words.front() == '>') return true;
    if (words.front() == '-' || words.front() == '+' || words.front() == '=')
        return words.size() == 1 || words[1] == ' ' || words[1] == words[0];
    return false;
}

/// Where the mark of a numbered list item stands, as in "12. words"; npos when there is none.
std::size_t mark_of_number(std::string_view words) {
    const std::size_t end = words.find_first_not_of("0123456789");
    const bool is_number = end != std::string_view::npos && end > 0 && end <= 9 && (words[end] == '.' || words[end] == ')');
    if (!is_number || (end + 1 < words.size() && words[end + 1] != ' ')) return std::string_view::npos;
    return end;
}

/// Whether an `&` here begins a character reference, which Markdown would replace.
bool begins_reference(std::string_view rest) {
    const std::size_t end = rest.find(';');
    return end != std::string_view::npos && end < 32 && rest.find(' ') > end;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

}  // namespace

std::string escaped_markdown(std::string_view words, bool at_beginning) {
    constexpr std::string_view special = "\\`*_[]<>|~";
    std::string out;
    const std::size_t number = at_beginning ? mark_of_number(words) : std::string_view::npos;
    if (at_beginning && begins_like_a_block(words)) out += '\\';
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        // Within a word an underscore means nothing: file names and addresses stay readable.
        const bool in_word = c == '_' && i > 0 && i + 1 < words.size() && words[i - 1] != ' ' && words[i + 1] != ' ' &&
                             words[i + 1] != '_' && words[i - 1] != '_';
        const bool escaped_already = i == 0 && !out.empty();
        if ((special.find(c) != std::string_view::npos && !in_word && !escaped_already) || i == number ||
            (c == '&' && begins_reference(words.substr(i))))
            out += '\\';
        out += c;
    }
    return out;
}

std::string without_control_characters(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        if (is_control(c)) c = ' ';
    return out;
}

std::string tidied(std::string_view words) {
    std::string spaced(words);
    replace_all(spaced, "\u00a0", " ");
    replace_all(spaced, "\u202f", " ");
    std::string out;
    for (const char c : spaced) {
        if (c != ' ' && !is_control(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string comparable(std::string_view words) {
    std::string out = tidied(words);
    replace_all(out, "\u2019", "'");
    replace_all(out, "\u2018", "'");
    replace_all(out, "&", "and");
    return ascii_lower(out);
}

}  // namespace vitrine::import
