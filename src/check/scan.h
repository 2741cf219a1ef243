#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "check/blocks.h"

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

/// Whether a mark that is no letter begins with that byte: a curly quotation mark, a long dash, a hard space.
[[nodiscard]] inline bool begins_mark(char c) { return c == '\xC2' || c == '\xE2'; }

/// Whether a word begins or ends at a place of a text: there is no part of a word before or behind it.
[[nodiscard]] bool word_begins(std::string_view text, std::size_t at);
[[nodiscard]] bool word_ends(std::string_view text, std::size_t at);

/// Whether `[begin, end)` of a text is a word by itself, and not a piece of a longer one. Quotation marks, apostrophes and
/// dashes part words, curly and long ones too.
[[nodiscard]] bool stands_alone(std::string_view text, std::size_t begin, std::size_t end);

/// The place of a phrase in a text, from `from` on, whatever its capitals and white space; `npos` when it is not there. The
/// phrase is in lower case with single spaces. `end` becomes the place behind it.
[[nodiscard]] std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from, std::size_t& end);

/// Whether any of the phrases stands in a text: see `find_phrase`.
[[nodiscard]] bool mentions(std::string_view text, std::initializer_list<std::string_view> phrases);

/// Whether a word of capitals is a slip of the inspectorate's name, HMICFRS: "HMICFR", "HMICFSR".
[[nodiscard]] bool is_nearly_hmicfrs(std::string_view word);

/// The sentence around a place of a block, as far as the block goes. `words` are the document's.
[[nodiscard]] std::string_view sentence_around(std::string_view words, const Block& block, std::size_t at);

/// A range of a document as diagnostics take it.
[[nodiscard]] inline Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

}  // namespace vitrine::check
