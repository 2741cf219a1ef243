#pragma once

#include <string>
#include <string_view>

namespace vitrine::import {

/// Plain words as Markdown that reads as just these words: what means something in Markdown is escaped. White space stays;
/// `at_beginning` says whether the words begin a line, where more means something.
[[nodiscard]] std::string escaped_markdown(std::string_view words, bool at_beginning);

/// Control characters, which no content may have, as spaces.
[[nodiscard]] std::string without_control_characters(std::string_view words);

/// The words with each run of white space, hard spaces and control characters included, as one space, and none at the ends.
[[nodiscard]] std::string tidied(std::string_view words);

/// For comparing: lower-case ASCII, straight apostrophes, `and` for `&`, tidied.
[[nodiscard]] std::string comparable(std::string_view words);

}  // namespace vitrine::import
