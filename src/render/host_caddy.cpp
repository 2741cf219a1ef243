#include <algorithm>

#include "base/text.h"
#include "plan/media_types.h"
#include "render/host_rules.h"

// Within `route` directives act in the order in which they stand.

namespace vitrine::render {
namespace {

/// Within quotation marks a backslash means something only before another mark.
std::string quoted_value(std::string_view text) { return in_quotation_marks(text, "\""); }

std::string line(const std::string& words) { return "\t" + words + "\n"; }

/// Whether a path means itself in a matcher of paths, where stars, braces and percent signs do not.
bool is_plain(std::string_view path) {
    return std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_' || c == '.' || c == '~';
    });
}

/// A pattern without braces: Caddy takes the backslash from those of a file that is imported, and then they begin placeholders.
std::string exact_pattern(const MovedAddress& moved) {
    std::string pattern;
    for (const char c : moved.path) pattern += c == '{' ? "\\x7b" : c == '}' ? "\\x7d" : pattern_of({&c, 1});
    return quoted_value("^" + pattern + (moved.is_folder ? "(/|/index\\.html)?$" : "$"));
}

std::string moved_lines(const HostRules& rules) {
    std::string lines;
    for (std::size_t i = 0; i < rules.moved.size(); ++i) {
        const MovedAddress& moved = rules.moved[i];
        const std::string name = "@vitrine_moved_" + std::to_string(i + 1);
        if (is_plain(moved.path))
            lines += line(name + " path " + moved.path + (moved.is_folder ? " " + moved.path + "/ " + moved.path + "/index.html" : ""));
        else
            lines += line(name + " path_regexp " + exact_pattern(moved));
        lines += line("redir " + name + " " + moved.target + " 301");
    }
    return lines;
}

std::string header_lines(const HostRules& rules) {
    std::string lines;
    for (const Header& header : rules.headers) lines += line("header " + std::string(header.name) + " " + quoted_value(header.value));
    lines += line("header Cache-Control " + quoted_value(cache_and_ask));
    if (!rules.compress.empty()) lines += line("header Vary Accept-Encoding");
    if (!rules.for_ever.empty()) {
        std::string paths;
        for (const std::string& path : rules.for_ever) paths += " " + quoted_value(rules.base_address + path);
        lines += line("@vitrine_for_ever path" + paths) + line("header @vitrine_for_ever Cache-Control " + quoted_value(cache_for_ever));
    }
    for (const plan::MediaType& type : plan::media_types()) {
        const std::string name = "@vitrine_" + std::string(type.extension);
        lines += line(name + " path *." + std::string(type.extension)) + line("header " + name + " Content-Type " + quoted_value(type.type));
    }
    return lines;
}

std::string file_server(const HostRules& rules) {
    std::string codings;
    for (const Compression how : rules.compress) codings += " " + std::string(coding_of(how));
    if (codings.empty()) return line("file_server");
    return line("file_server {") + line("\tprecompressed" + codings) + line("}");
}

}  // namespace

std::string caddy_file(const HostRules& rules) {
    const std::string all = rules.base_address + "*", hidden = rules.base_address + std::string(host_folder);
    std::string out =
        "# How Caddy, from 2.4 on, serves this site. Import it into a site block whose `root` is the folder that answers at `/`.\n"
        "# Made by vitrine. What is changed here by hand is put right by the next build.\n\n";
    if (rules.base != "/") out += "redir " + rules.base_address.substr(0, rules.base_address.size() - 1) + " " + rules.base_address + " 301\n\n";
    out += "route " + all + " {\n" + header_lines(rules);
    out += line("@vitrine_hidden path " + hidden + " " + hidden + "/* */.ht*") + line("error @vitrine_hidden 404");
    out += moved_lines(rules) + file_server(rules) + "}\n\n";
    out += "handle_errors {\n";
    out += line("@vitrine_missing {") + line("\tpath " + all) + line("\texpression {http.error.status_code} == 404") + line("}");
    out += line("route @vitrine_missing {") + line("\trewrite * " + rules.base_address + std::string(not_found_file));
    out += line("\theader Content-Type \"text/html; charset=utf-8\"");
    out += line("\theader Cache-Control " + quoted_value(cache_and_ask));
    return out + "\t" + line("file_server") + line("}") + "}\n";
}

}  // namespace vitrine::render
