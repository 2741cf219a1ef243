#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine {

/// The text without white space (space, tab, LF, CR) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The parts between separators, empty ones included; one part for an empty text.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// The parts with `separator` between them.
[[nodiscard]] std::string joined(std::span<const std::string> parts, std::string_view separator);

/// The parts as an English list: "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(std::span<const std::string> parts);

/// How many Unicode code points valid UTF-8 has (bytes that do not continue another).
[[nodiscard]] std::size_t count_code_points(std::string_view utf8);

/// How many bytes the first `count` code points take; the whole length when there are fewer.
[[nodiscard]] std::size_t bytes_of_code_points(std::string_view utf8, std::size_t count);

/// The offset of the first byte that is not part of valid UTF-8 (RFC 3629); nothing when all is valid.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// The offset of the first control character but tab and line feed; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> first_control_character(std::string_view text);

/// The candidate that a person who typed `word` most likely meant: the nearest by edits (a swap of neighbours counts as
/// one), if it is near enough for its length; else one that begins or ends like it (`publised`: `report_published`). The
/// first of equals.
[[nodiscard]] std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates);

/// How many edits of single bytes make one text the other; a swap of neighbours counts as one.
[[nodiscard]] std::size_t edits_between(std::string_view a, std::string_view b);

/// "1 page", "2 pages".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

/// A number with commas between thousands: "12,345".
[[nodiscard]] std::string grouped(std::size_t number);

}  // namespace vitrine
