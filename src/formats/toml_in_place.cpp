#include <algorithm>
#include <string_view>

#include "formats/toml.h"

namespace vitrine::toml_tree {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
std::size_t bytes_of_character(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Whether a character is part of a word: every letter, digit and apostrophe, and no other mark of Unicode's General Punctuation.
bool joins_word(std::string_view character) {
    const char c = character.front();
    const bool is_ascii_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool is_punctuation = character.starts_with("\xE2\x80") && character != "’";
    return is_ascii_word || (static_cast<unsigned char>(c) >= 0x80 && !is_punctuation);
}

/// An escape as it is written, and how many bytes it means.
struct Escape {
    std::size_t written = 0;
    std::size_t meant = 0;
};

Escape escape_at(std::string_view written, std::size_t at, std::string_view meant) {
    const char kind = at + 1 < written.size() ? written[at + 1] : ' ';
    if (kind == 'u') return {6, meant.size()};
    if (kind == 'U') return {10, meant.size()};
    if (!is_blank(kind)) return {2, 1};
    // A line that goes on in the next.
    std::size_t end = at + 1;
    while (end < written.size() && is_blank(written[end])) ++end;
    return {end - at, 0};
}

}  // namespace

std::string in_place(std::string_view written, std::string_view value) {
    std::string out(written.size(), ' ');
    const bool is_long = written.starts_with(R"(""")") || written.starts_with("'''");
    const bool is_literal = written.starts_with('\'');
    std::size_t at = std::min<std::size_t>(is_long ? 3 : 1, written.size());
    if (is_long && written.substr(at).starts_with('\n')) ++at;
    // Where the next byte goes: behind `at` by no more than the escapes of this word leave over.
    std::size_t to = at;
    bool in_word = false;
    for (std::size_t taken = 0; taken < value.size() && at < written.size();) {
        const std::string_view character = value.substr(taken, bytes_of_character(value[taken]));
        const bool is_escape = written[at] == '\\' && !is_literal;
        const Escape escape = is_escape ? escape_at(written, at, character) : Escape{character.size(), character.size()};
        const bool joins = escape.meant == 0 ? in_word : joins_word(character);
        if (!joins) to = at;
        character.copy(out.data() + to, std::min(escape.meant, out.size() - to));
        to += escape.meant;
        taken += escape.meant;
        at += escape.written;
        if (!joins) to = at;
        in_word = joins;
    }
    return out;
}

}  // namespace vitrine::toml_tree
