#include "plan/address.h"

#include <algorithm>
#include <cctype>

namespace vitrine::plan {

std::string page_file(std::string_view folder) { return folder.empty() ? "index.html" : std::string(folder) + "/index.html"; }

std::string page_address(std::string_view folder, LinkStyle style) {
    if (style == LinkStyle::file) return file_address(page_file(folder));
    return folder.empty() ? "" : file_address(folder) + "/";
}

namespace {

/// The text with every byte percent-encoded that is neither a letter, a digit nor one of `allowed`.
std::string encoded(std::string_view text, std::string_view allowed) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || allowed.find(c) != std::string_view::npos)) {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 0xFU];
        }
    }
    return out;
}

}  // namespace

std::string file_address(std::string_view path) { return encoded(path, "-._~/"); }

std::string fragment_address(std::string_view fragment) { return encoded(fragment, "-._~/?!$()*+,;=:@"); }

std::string nth_page_folder(std::string_view folder, std::size_t number) {
    if (number == 1) return std::string(folder);
    return (folder.empty() ? "" : std::string(folder) + "/") + "page/" + std::to_string(number);
}

std::string way_to_root(std::string_view file) {
    const auto depth = std::count(file.begin(), file.end(), '/');
    if (depth == 0) return "./";
    std::string way;
    for (auto i = depth; i > 0; --i) way += "../";
    return way;
}

std::string response_folder(std::string_view id) { return "inspections/" + std::string(id); }
std::string tag_folder(std::string_view slug) { return std::string(tags_folder) + "/" + std::string(slug); }
std::string year_folder(int year) { return std::string(timeline_folder) + "/" + std::to_string(year); }

}  // namespace vitrine::plan
