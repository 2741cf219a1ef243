#pragma once

#include <string>
#include <string_view>

/// Compressed forms of files, as web hosts send them. The same bytes always give the same, with the same library; no name and no time
/// are in them.
namespace vitrine::compression {

/// RFC 1952.
[[nodiscard]] std::string gzip(std::string_view bytes);

/// RFC 7932.
[[nodiscard]] std::string brotli(std::string_view bytes);

/// By what the results are made beside the bytes: the libraries and how they are told to work.
[[nodiscard]] std::string method();

}  // namespace vitrine::compression
