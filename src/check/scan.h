#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vitrine::check {

/// Small questions about characters and words. Letters are those of English; a byte of any other character counts as one, so
/// that no word is cut at it.
[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] inline bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
[[nodiscard]] inline bool is_word(char c) { return is_letter(c) || is_digit(c); }
[[nodiscard]] inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

[[nodiscard]] inline char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// The text with the letters of English in lower case.
[[nodiscard]] std::string lower(std::string_view text);

/// Whether `[begin, end)` of a text is a word by itself, and not a piece of a longer one. Quotation marks, apostrophes and
/// dashes part words, curly and long ones too.
[[nodiscard]] bool stands_alone(std::string_view text, std::size_t begin, std::size_t end);

/// The place of a phrase in a text, from `from` on, whatever its capitals and white space; `npos` when it is not there. The
/// phrase is in lower case with single spaces. `end` becomes the place behind it.
[[nodiscard]] std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from, std::size_t& end);

}  // namespace vitrine::check
