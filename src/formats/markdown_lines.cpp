#include "formats/markdown_lines.h"

#include <algorithm>

#include "base/text.h"

namespace vitrine::markdown {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where the line after the one that begins at `start` begins.
std::size_t next_line(std::string_view text, std::size_t start, bool has_cr) {
    const std::size_t end = has_cr ? text.find_first_of("\r\n", start) : text.find('\n', start);
    if (end == std::string_view::npos) return text.size();
    return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

std::size_t footnote_marker_length(std::string_view text) {
    if (!text.starts_with("[^")) return 0;
    const std::size_t end = text.find_first_of("] \t", 2);
    return end != std::string_view::npos && end > 2 && text.substr(end).starts_with("]:") ? end + 2 : 0;
}

std::size_t item_marker_length(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t length = 0;
    if (text[0] == '-' || text[0] == '*' || text[0] == '+') {
        length = 1;
    } else {
        while (length < text.size() && length < 9 && is_digit(text[length])) ++length;
        if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) return 0;
        ++length;
    }
    return length == text.size() || is_space(text[length]) ? length : 0;
}

}  // namespace

Lines::Lines(const SourceText& source, Span span)
    : text_(source.text().substr(span.begin, span.end - span.begin)), offset_(span.begin) {
    const bool has_cr = text_.find('\r') != std::string_view::npos;
    starts_.reserve(256);
    for (std::size_t start = 0; start < text_.size(); start = next_line(text_, start, has_cr)) starts_.push_back(start);
    starts_.push_back(text_.size());
}

std::string_view Lines::operator[](std::size_t number) const {
    if (number == 0 || number > count()) return {};
    std::string_view line = text_.substr(starts_[number - 1], starts_[number] - starts_[number - 1]);
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

Span Lines::span(std::size_t number, std::size_t begin, std::size_t length) const {
    const std::size_t known = std::clamp<std::size_t>(number, 1, std::max<std::size_t>(1, count()));
    const std::string_view line = (*this)[known];
    const std::size_t first = std::min(begin, line.size());
    const std::size_t last = first + std::min(length, line.size() - first);
    const std::size_t start = starts_[known - 1];
    return {offset_ + static_cast<std::uint32_t>(start + first), offset_ + static_cast<std::uint32_t>(start + last)};
}

Span Lines::span(std::size_t number) const {
    const std::string_view line = (*this)[number];
    const std::string_view words = trimmed(line);
    return span(number, words.empty() ? 0 : static_cast<std::size_t>(words.data() - line.data()), words.size());
}

bool is_blank(std::string_view line) { return std::all_of(line.begin(), line.end(), is_space); }

std::optional<Marker> marker_at(std::string_view text) {
    if (text.starts_with('>')) return Marker{Marker::Kind::quote, 1};
    if (const std::size_t length = footnote_marker_length(text)) return Marker{Marker::Kind::footnote, length};
    if (const std::size_t length = item_marker_length(text)) return Marker{Marker::Kind::item, length};
    return std::nullopt;
}

bool is_thematic_break(std::string_view text) {
    if (text.empty() || (text[0] != '-' && text[0] != '*' && text[0] != '_')) return false;
    std::size_t marks = 0;
    for (const char c : text) {
        if (c == text[0])
            ++marks;
        else if (!is_space(c))
            return false;
    }
    return marks >= 3;
}

}  // namespace vitrine::markdown
