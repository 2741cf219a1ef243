#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What requests ask for, as far as their text tells (RFC 3986, RFC 9112).
namespace vitrine::serve {

/// The target of a request, taken apart.
struct Target {
    unsigned refused = 0;   ///< the status to answer with (400, 414) when it cannot be the address of anything; else 0
    std::string authority;  ///< of a target in absolute form: `localhost:8000`; empty in the usual form
    std::string path;       ///< decoded once, from the root of the host: `/` or more; no control character, backslash or `..` in it
    std::string query;      ///< with its `?`, not decoded; empty when there is none
};

/// Takes a target apart. What is decoded is never decoded again: `%252e` is the name `%2e`.
[[nodiscard]] Target parse_target(std::string_view written);

/// A span of bytes of a file.
struct ByteRange {
    enum class Kind : std::uint8_t { whole, part, unsatisfiable };

    Kind kind = Kind::whole;
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
};

/// What a `Range` asks for of a file of that size (RFC 9110, section 14.1.2). A field that is malformed, or asks for several parts,
/// is passed over, as the RFC allows: the whole file is the answer.
[[nodiscard]] ByteRange range_of(std::string_view field, std::uint64_t size);

/// Whether an `If-None-Match` names that entity tag (RFC 9110, section 13.1.2).
[[nodiscard]] bool names_tag(std::string_view field, std::string_view tag);

}  // namespace vitrine::serve
