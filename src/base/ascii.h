#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

/// Characters of ASCII, whatever the locale.
namespace vitrine {

/// The letter in lower case; any other byte as it is.
[[nodiscard]] constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The text with the letters of ASCII in lower case; other bytes stay, so that UTF-8 stays what it is.
[[nodiscard]] inline std::string ascii_lower(std::string_view text) {
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char c) { return ascii_lower(c); });
    return lowered;
}

/// What a hexadecimal digit stands for; nothing for any other byte.
[[nodiscard]] constexpr std::optional<int> hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    const char letter = ascii_lower(digit);
    return letter >= 'a' && letter <= 'f' ? std::optional(letter - 'a' + 10) : std::nullopt;
}

/// The byte of the percent-encoding (RFC 3986, section 2.1) that stands at a place of a text: `%` and two hexadecimal digits; nothing
/// when none stands there.
[[nodiscard]] constexpr std::optional<char> percent_encoded_at(std::string_view text, std::size_t at) {
    if (text[at] != '%' || text.size() - at < 3) return std::nullopt;
    const auto high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
    return high && low ? std::optional(static_cast<char>(*high * 16 + *low)) : std::nullopt;
}

}  // namespace vitrine
