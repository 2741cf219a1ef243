#include "snapshot/bag.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/encoding.h"

namespace vitrine::snapshot {
namespace {

constexpr std::array known_versions = {std::string_view("0.93"), std::string_view("0.94"), std::string_view("0.95"),
                                       std::string_view("0.96"), std::string_view("0.97"), std::string_view("1.0")};

std::string with_line_feeds(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
            continue;
        }
        out += '\n';
        if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    }
    return out;
}

/// The lines of a tag file with their places.
struct Line {
    std::string_view text;
    Span span;
};

std::vector<Line> lines_of(const SourceText& source) {
    std::vector<Line> lines;
    const std::string_view text = source.text();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back({text.substr(at, end - at), {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
        at = end + 1;
    }
    return lines;
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

/// The value behind a label and a colon; nothing when the line has another label. White space round the colon is `loose`.
std::optional<std::string> value_of(std::string_view line, std::string_view label, bool& loose) {
    if (!line.starts_with(label)) return std::nullopt;
    std::string_view rest = line.substr(label.size());
    const std::size_t colon = rest.find_first_not_of(" \t");
    if (colon == std::string_view::npos || rest[colon] != ':') return std::nullopt;
    const std::string_view value = rest.substr(colon + 1);
    loose = loose || colon > 0 || value.size() < 2 || value.front() != ' ' || is_space(value[1]) || is_space(value.back());
    return std::string(trimmed(value));
}

constexpr std::string_view declaration_form = "write `BagIt-Version: 1.0` and `Tag-File-Character-Encoding: UTF-8`, each on a line";

/// What is written for the characters that no line of a manifest can hold. Before 1.0 a percent sign stood for itself.
std::optional<std::string> decoded(std::string_view path, const Declaration& declaration) {
    std::string out;
    bool odd = false;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const std::string code = path[i] == '%' ? ascii_lower(path.substr(i, 3)) : "";
        const char c = code == "%0a" ? '\n' : code == "%0d" ? '\r' : code == "%25" && declaration.is_1_0() ? '%' : '\0';
        odd = odd || (!code.empty() && c == '\0');
        out += c != '\0' ? c : path[i];
        if (c != '\0') i += 2;
    }
    if (odd && declaration.is_1_0()) return std::nullopt;
    return out;
}

/// A path as a manifest or `fetch.txt` writes it, at its place.
struct WrittenPath {
    std::string_view text;
    Span span;
};

/// The path that is meant; nothing when it is refused, which is reported.
std::optional<std::string> read_path(const SourceText& source, const Declaration& declaration, WrittenPath written,
                                     Diagnostics& diagnostics) {
    std::string_view text = written.text;
    if (text.starts_with("./")) {
        diagnostics.add(Code::bag_unusual, source, written.span, "the path begins with `./`", "leave that out");
        text.remove_prefix(2);
    }
    auto path = decoded(text, declaration);
    if (!path) {
        diagnostics.add(Code::bag_unusual, source, written.span, "the path has a `%` that is not written `%25`",
                        "RFC 8493 asks for that in a bag of version 1.0");
        path = std::string(text);
    }
    if (const std::string_view fault = fault_of_path(*path); !fault.empty()) {
        diagnostics.add(Code::bag_unsafe, source, written.span, "the path " + quoted(*path) + " " + std::string(fault),
                        "nothing outside the bag belongs to it");
        return std::nullopt;
    }
    return path;
}

void note(Manifest& manifest, std::string path, std::string digits, const SourceText& source, Span span, bool strict,
          Diagnostics& diagnostics) {
    const auto [found, added] = manifest.digests.try_emplace(std::move(path), digits);
    if (added) return;
    if (found->second != digits)
        diagnostics.add(Code::bag_malformed, source, span, quoted(found->first) + " is listed twice with different checksums", "");
    else
        diagnostics.add(strict ? Code::bag_malformed : Code::bag_unusual, source, span, quoted(found->first) + " is listed twice",
                        "");
}

}  // namespace

std::string_view fault_of_path(std::string_view path) {
    if (path.empty()) return "is empty";
    if (path.front() == '/') return "is absolute";
    if (path.front() == '~') return "begins with `~`, which some programs take for a home folder";
    if (path.starts_with("\\\\") || (path.size() > 2 && path[1] == ':' && path[2] == '\\')) return "is absolute on Windows";
    if (path.find('\0') != std::string_view::npos) return "has a null character";
    if (first_invalid_utf8(path)) return "is not UTF-8";
    for (const std::string_view part : split(path, '/')) {
        if (part == "..") return "leads out of its folder";
        if (part == "." || part.empty()) return "has a part that is empty or `.`";
    }
    return "";
}

Declaration parse_declaration(std::string_view bytes, Diagnostics& diagnostics) {
    Declaration declaration;
    const std::string path(declaration_file);
    if (first_invalid_utf8(bytes) || bytes.starts_with("\xEF\xBB\xBF")) {
        diagnostics.add({Code::bag_malformed,
                         whole_file(path),
                         "the file begins with a byte order mark, or is not UTF-8",
                         "save it as UTF-8 without a mark",
                         {}});
        return declaration;
    }
    const SourceText source(path, with_line_feeds(bytes));
    const std::vector<Line> lines = lines_of(source);
    bool loose = false;
    const auto version = lines.empty() ? std::nullopt : value_of(lines[0].text, "BagIt-Version", loose);
    const auto encoding = lines.size() < 2 ? std::nullopt : value_of(lines[1].text, "Tag-File-Character-Encoding", loose);
    if (!version || !encoding || lines.size() > 2) {
        diagnostics.add({Code::bag_malformed,
                         whole_file(path),
                         "the file is not the two lines that declare a bag",
                         std::string(declaration_form),
                         {}});
    } else if (std::find(known_versions.begin(), known_versions.end(), *version) == known_versions.end()) {
        diagnostics.add(Code::bag_malformed, source, lines[0].span, quoted(*version) + " is no version of BagIt",
                        "the versions are 0.93 to 0.97 and 1.0");
    } else if (loose && *version == "1.0") {
        diagnostics.add(Code::bag_malformed, source, lines[0].span, "white space stands where a bag of version 1.0 has none",
                        std::string(declaration_form));
    } else {
        declaration.version = *version;
    }
    if (encoding && !encoding::is_known(*encoding))
        diagnostics.add(Code::bag_malformed, source, lines[1].span, quoted(*encoding) + " is no encoding that can be read",
                        "UTF-8 is the one to use");
    else if (encoding)
        declaration.encoding = *encoding;
    return declaration;
}

std::optional<Source> decode_tag_file(const std::string& path, std::string_view bytes, const Declaration& declaration,
                                      Diagnostics& diagnostics) {
    const auto text = encoding::to_utf8(bytes, declaration.encoding);
    if (text) return std::make_shared<SourceText>(path, with_line_feeds(*text));
    diagnostics.add(
        {Code::bag_malformed, whole_file(path), "the file is not " + declaration.encoding + ", as bagit.txt says", "", {}});
    return std::nullopt;
}

std::optional<ManifestName> manifest_name(std::string_view path) {
    ManifestName name;
    if (path.starts_with("tag")) {
        name.of_tags = true;
        path.remove_prefix(3);
    }
    constexpr std::string_view beginning = "manifest-", ending = ".txt";
    if (!path.starts_with(beginning) || !path.ends_with(ending) || path.size() <= beginning.size() + ending.size())
        return std::nullopt;
    for (const char c : ascii_lower(path.substr(beginning.size(), path.size() - beginning.size() - ending.size()))) {
        if (c == '/') return std::nullopt;
        if (c != '-') name.algorithm += c;
    }
    return name;
}

void parse_manifest(const SourceText& source, const Declaration& declaration, Manifest& manifest, Diagnostics& diagnostics) {
    for (const auto& [text, span] : lines_of(source)) {
        if (trimmed(text).empty() && !declaration.is_1_0()) continue;
        const std::size_t gap = text.find_first_of(" \t");
        const std::size_t begin = gap == std::string_view::npos ? gap : text.find_first_not_of(" \t", gap);
        const std::string digits = ascii_lower(text.substr(0, gap));
        if (begin == std::string_view::npos || digits.empty() ||
            digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
            diagnostics.add(Code::bag_malformed, source, span, "the line is not a checksum and a path", "");
            continue;
        }
        if (digits.size() != checksum::digits_of(manifest.algorithm)) {
            diagnostics.add(Code::bag_malformed, source, {span.begin, span.begin + static_cast<std::uint32_t>(gap)},
                            "the checksum has " + std::to_string(digits.size()) + " digits, and one of " +
                                std::string(checksum::name_of(manifest.algorithm)) + " has " +
                                std::to_string(checksum::digits_of(manifest.algorithm)),
                            "");
            continue;
        }
        WrittenPath written = {text.substr(begin), {span.begin + static_cast<std::uint32_t>(begin), span.end}};
        if (written.text.starts_with('*')) {
            diagnostics.add(Code::bag_unusual, source, written.span, "the path begins with `*`, as `md5sum --binary` writes it",
                            "leave that out");
            written.text.remove_prefix(1);
        }
        auto path = read_path(source, declaration, written, diagnostics);
        if (!path) continue;
        if (path->starts_with(payload_folder) == manifest.of_tags) {
            diagnostics.add(Code::bag_malformed, source, written.span,
                            quoted(*path) + (manifest.of_tags ? " lies in `data/`" : " does not lie in `data/`"),
                            "payload manifests list what lies there, tag manifests what does not");
            continue;
        }
        note(manifest, std::move(*path), digits, source, written.span, declaration.is_1_0(), diagnostics);
    }
}

std::vector<std::string> parse_fetch(const SourceText& source, const Declaration& declaration, Diagnostics& diagnostics) {
    std::vector<std::string> paths;
    for (const auto& [text, span] : lines_of(source)) {
        if (trimmed(text).empty()) continue;
        const std::size_t url_end = std::min(text.find_first_of(" \t"), text.size());
        const std::size_t length = std::min(text.find_first_not_of(" \t", url_end), text.size());
        const std::size_t length_end = std::min(text.find_first_of(" \t", length), text.size());
        const std::size_t begin = std::min(text.find_first_not_of(" \t", length_end), text.size());
        const std::string_view url = text.substr(0, url_end), size = text.substr(length, length_end - length);
        const bool has_size = size == "-" || (!size.empty() && size.find_first_not_of("0123456789") == std::string_view::npos);
        if (begin == text.size() || !has_size || url.find(':') == std::string_view::npos) {
            diagnostics.add(Code::bag_malformed, source, span, "the line is not an address, a length and a path", "");
            continue;
        }
        const WrittenPath written = {text.substr(begin), {span.begin + static_cast<std::uint32_t>(begin), span.end}};
        auto path = read_path(source, declaration, written, diagnostics);
        if (!path) continue;
        if (path->starts_with(payload_folder))
            paths.push_back(std::move(*path));
        else
            diagnostics.add(Code::bag_malformed, source, written.span, quoted(*path) + " does not lie in `data/`",
                            "only the payload can be fetched");
    }
    return paths;
}

Info parse_info(const SourceText& source, const Declaration& declaration, Diagnostics& diagnostics) {
    Info info;
    for (const auto& [text, span] : lines_of(source)) {
        if (!text.empty() && is_space(text.front()) && !info.empty()) {
            info.back().second += " " + std::string(trimmed(text));
            continue;
        }
        const std::size_t colon = text.find(':');
        if (colon != std::string_view::npos && !trimmed(text.substr(0, colon)).empty()) {
            info.emplace_back(trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1)));
            continue;
        }
        if (trimmed(text).empty() && !declaration.is_1_0()) continue;
        diagnostics.add(Code::bag_malformed, source, span, "the line is not a label, a colon and a value", "");
    }
    return info;
}

const std::string* find_field(const Info& info, std::string_view label) {
    for (const auto& [name, value] : info)
        if (ascii_lower(name) == ascii_lower(label)) return &value;
    return nullptr;
}

std::string manifest_line(std::string_view digits, std::string_view path) {
    std::string line = std::string(digits) + "  ";
    for (const char c : path) {
        if (c == '%')
            line += "%25";
        else if (c == '\n')
            line += "%0A";
        else if (c == '\r')
            line += "%0D";
        else
            line += c;
    }
    return line + "\n";
}

std::string manifest_text(const std::map<std::string, std::string>& digests) {
    std::string text;
    for (const auto& [path, digits] : digests) text += manifest_line(digits, path);
    return text;
}

std::string info_text(const Info& info) {
    std::string text;
    for (const auto& [label, value] : info) {
        const std::string lines = with_line_feeds(value);
        std::string one_line;
        for (const std::string_view part : split(lines, '\n'))
            if (!trimmed(part).empty()) one_line += (one_line.empty() ? "" : " ") + std::string(trimmed(part));
        if (!one_line.empty()) text += label + ": " + one_line + "\n";
    }
    return text;
}

}  // namespace vitrine::snapshot
