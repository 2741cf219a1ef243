#include "serve/target.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"
#include "base/text.h"

namespace vitrine::serve {
namespace {

/// Nothing when a `%` stands before anything but two hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const auto byte = percent_encoded_at(text, i);
        if (!byte) return std::nullopt;
        out += *byte;
        i += 2;
    }
    return out;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool has_dot_segment(std::string_view path) {
    const auto parts = split(path, '/');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part == "." || part == ".."; });
}

/// Whether no file of a site could have that path on any system, whatever else decoded it.
bool is_hostile(std::string_view path) {
    return std::any_of(path.begin(), path.end(), is_control) || path.find('\\') != std::string_view::npos ||
           has_dot_segment(path) || first_invalid_utf8(path);
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

}  // namespace

Target parse_target(std::string_view written) {
    constexpr std::size_t longest = 4096;
    Target target;
    if (written.size() > longest) {
        target.refused = 414;
        return target;
    }
    constexpr std::string_view scheme = "http://";
    if (written.starts_with(scheme)) {
        written.remove_prefix(scheme.size());
        const std::size_t end = std::min(written.find_first_of("/?"), written.size());
        target.authority = written.substr(0, end);
        written.remove_prefix(end);
        if (target.authority.empty()) target.refused = 400;
    }
    const std::size_t query = std::min(written.find('?'), written.size());
    target.query = written.substr(query);
    const auto path = percent_decoded(written.substr(0, query));
    // An escaped slash is no separator, and no name holds one.
    const bool has_escaped_slash = ascii_lower(written.substr(0, query)).find("%2f") != std::string::npos;
    target.path = path && !(path->empty() && !target.authority.empty()) ? *path : "/";
    const bool is_address = path && target.path.starts_with('/') && !has_escaped_slash &&
                            written.find('#') == std::string_view::npos && !is_hostile(target.path);
    if (!is_address) target.refused = 400;
    return target;
}

ByteRange range_of(std::string_view field, std::uint64_t size) {
    const ByteRange whole{ByteRange::Kind::whole, 0, size};
    constexpr std::string_view unit = "bytes=";
    if (!field.starts_with(unit)) return whole;
    const std::string_view range = trimmed(field.substr(unit.size()));
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos) return whole;
    const auto first = number_of(range.substr(0, dash)), last = number_of(range.substr(dash + 1));
    if (dash == 0) {
        if (!last) return whole;
        const std::uint64_t count = std::min(*last, size);
        return count == 0 ? ByteRange{ByteRange::Kind::unsatisfiable, 0, 0} : ByteRange{ByteRange::Kind::part, size - count, count};
    }
    if (!first || (!last && dash + 1 != range.size()) || (last && *last < *first)) return whole;
    if (*first >= size) return {ByteRange::Kind::unsatisfiable, 0, 0};
    const std::uint64_t end = last && *last < size ? *last + 1 : size;
    return {ByteRange::Kind::part, *first, end - *first};
}

bool names_tag(std::string_view field, std::string_view tag) {
    if (trimmed(field) == "*") return true;
    for (std::string_view named : split(field, ',')) {
        named = trimmed(named);
        if (named.starts_with("W/")) named.remove_prefix(2);
        if (named == tag) return true;
    }
    return false;
}

}  // namespace vitrine::serve
