#include "plan/media_types.h"

#include <algorithm>
#include <array>

namespace vitrine::plan {
namespace {

// JSON and SVG say their encoding themselves (RFC 8259, XML).
constexpr std::array types = {
    MediaType{"avif", "image/avif"},
    MediaType{"css", "text/css; charset=utf-8", true},
    MediaType{"csv", "text/csv; charset=utf-8", true},
    MediaType{"doc", "application/msword"},
    MediaType{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    MediaType{"gif", "image/gif"},
    MediaType{"htm", "text/html; charset=utf-8", true},
    MediaType{"html", "text/html; charset=utf-8", true},
    MediaType{"ics", "text/calendar; charset=utf-8", true},
    MediaType{"jpeg", "image/jpeg"},
    MediaType{"jpg", "image/jpeg"},
    MediaType{"json", "application/json", true},
    MediaType{"mp3", "audio/mpeg"},
    MediaType{"mp4", "video/mp4"},
    MediaType{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    MediaType{"odt", "application/vnd.oasis.opendocument.text"},
    MediaType{"pdf", "application/pdf"},
    MediaType{"png", "image/png"},
    MediaType{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    MediaType{"svg", "image/svg+xml", true},
    MediaType{"txt", "text/plain; charset=utf-8", true},
    MediaType{"webp", "image/webp"},
    MediaType{"woff", "font/woff"},
    MediaType{"woff2", "font/woff2"},
    MediaType{"xls", "application/vnd.ms-excel"},
    MediaType{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    MediaType{"xml", "application/xml", true},
    MediaType{"zip", "application/zip"},
};

constexpr bool by_extension(const MediaType& a, const MediaType& b) { return a.extension < b.extension; }
static_assert(std::is_sorted(types.begin(), types.end(), by_extension));

}  // namespace

std::span<const MediaType> media_types() { return types; }

const MediaType* media_type_of(std::string_view path) {
    const std::size_t dot = path.find_last_of("./");
    if (dot == std::string_view::npos || path[dot] == '/') return nullptr;
    const MediaType wanted{path.substr(dot + 1), {}};
    const auto* const found = std::lower_bound(types.begin(), types.end(), wanted, by_extension);
    return found != types.end() && found->extension == wanted.extension ? &*found : nullptr;
}

}  // namespace vitrine::plan
