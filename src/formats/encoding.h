#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vitrine::encoding {

/// Whether texts in that encoding, by its IANA name, can be read.
[[nodiscard]] bool is_known(const std::string& name);

/// The text as UTF-8, without a byte order mark that UTF-16 and UTF-32 begin with; nothing when the bytes are none in that
/// encoding.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, const std::string& name);

/// The text as UTF-8, in an encoding that is known. Bytes that are none in it become U+FFFD, each one.
[[nodiscard]] std::string to_utf8_with_losses(std::string_view bytes, const std::string& name);

}  // namespace vitrine::encoding
