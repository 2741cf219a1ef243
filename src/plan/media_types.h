#pragma once

#include <span>
#include <string_view>

/// What kinds of files a site has (RFC 6838), for hosts that know fewer, and for what is worth compressing.
namespace vitrine::plan {

/// What the end of a file's name says of it.
struct MediaType {
    std::string_view extension;  ///< lower-case, without the dot
    std::string_view type;       ///< as in `Content-Type`; texts of ours name their charset
    bool is_text = false;        ///< made of words or numbers, so that compression makes it much smaller
};

/// All of them, sorted by extension.
[[nodiscard]] std::span<const MediaType> media_types();

/// That of a file; null for a name that says nothing.
[[nodiscard]] const MediaType* media_type_of(std::string_view path);

}  // namespace vitrine::plan
