#include "plan/address.h"

#include <algorithm>

namespace vitrine::plan {

std::string page_file(std::string_view folder) { return folder.empty() ? "index.html" : std::string(folder) + "/index.html"; }

std::string page_address(std::string_view folder, LinkStyle style) {
    if (style == LinkStyle::file) return file_address(page_file(folder));
    return folder.empty() ? "" : file_address(folder) + "/";
}

namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

/// The text with every byte percent-encoded that is neither a letter, a digit nor one of `allowed`.
std::string encoded(std::string_view text, std::string_view allowed) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto stays = [&](char c) { return is_letter_or_digit(c) || allowed.find(c) != std::string_view::npos; };
    // Nearly every address is made of slugs, of which all stays.
    const auto* const rest = std::find_if_not(text.begin(), text.end(), stays);
    std::string out(text.begin(), rest);
    for (const char c : std::string_view(rest, text.end())) {
        if (stays(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += hex[byte >> 4U];
        out += hex[byte & 0xFU];
    }
    return out;
}

}  // namespace

std::string file_address(std::string_view path) { return encoded(path, "-._~/"); }

std::string fragment_address(std::string_view fragment) { return encoded(fragment, "-._~/?!$()*+,;=:@"); }

std::string path_of_url(std::string_view url) {
    const std::string_view rest = url.substr(url.find("//") + 2);
    const std::size_t path = rest.find_first_of("/?#");
    if (path == std::string_view::npos || rest[path] != '/') return "/";
    return std::string(rest.substr(path, rest.find_first_of("?#") - path));
}

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
std::string tag_feed(std::string_view slug) { return tag_folder(slug) + "/" + std::string(atom_feed); }
std::string sitemap_part(std::size_t number) { return "sitemap-" + std::to_string(number) + ".xml"; }
std::string year_folder(int year) { return std::string(timeline_folder) + "/" + std::to_string(year); }

std::string folder_of(const Register& part) {
    std::string folder(register_folder);
    if (part.of == Register::Of::overdue) folder += "/overdue";
    if (part.of == Register::Of::addressee) folder += "/" + std::string(key(part.addressee));
    return folder;
}

}  // namespace vitrine::plan
