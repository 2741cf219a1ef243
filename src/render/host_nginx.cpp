#include "base/text.h"
#include "plan/media_types.h"
#include "plan/plan.h"
#include "render/host_rules.h"

// One location for all, since `add_header` is inherited only whole: what differs goes through variables. Compressed files are
// found without the modules gzip_static and brotli_static, of which the second is in few packages.

namespace vitrine::render {
namespace {

constexpr std::string_view indent = "    ";

std::string quoted_value(std::string_view text) { return in_quotation_marks(text, "\"\\"); }

/// A pattern: its backslashes stand before characters that mean something, where the configuration leaves them as they are.
std::string quoted_pattern(std::string_view pattern) { return in_quotation_marks(pattern, "\""); }

std::string line(const std::string& words) { return std::string(indent) + words + ";\n"; }

std::string only_if(const std::string& condition, const std::string& what) { return std::string(indent) + "if (" + condition + ") { " + what + "; }\n"; }

std::string header_lines(const HostRules& rules) {
    std::string lines;
    for (const Header& header : rules.headers) lines += line("add_header " + std::string(header.name) + " " + quoted_value(header.value) + " always");
    lines += line("add_header Cache-Control $vitrine_cache always");
    if (rules.compress.empty()) return lines;
    // A header without a value is not sent.
    return lines + line("add_header Content-Encoding $vitrine_coding always") + line("add_header Vary Accept-Encoding always");
}

std::string type_lines() {
    std::string lines = std::string(indent) + "types {\n";
    for (const plan::MediaType& type : plan::media_types())
        lines += std::string(indent) + line(quoted_value(type.type) + " " + std::string(type.extension));
    return lines + std::string(indent) + "}\n";
}

std::string cache_lines(const HostRules& rules) {
    std::string lines = line("set $vitrine_cache " + quoted_value(cache_and_ask));
    std::vector<std::string> patterns;
    for (const std::string& path : rules.for_ever) patterns.push_back(pattern_of(rules.base + path));
    if (patterns.empty()) return lines;
    return lines + only_if("$uri ~ " + quoted_pattern("^(" + joined(patterns, "|") + ")$"), "set $vitrine_cache " + quoted_value(cache_for_ever));
}

/// Conditions cannot be joined, so a variable remembers: the coding that is taken last is the one preferred most.
std::string compression_lines(const HostRules& rules) {
    std::string lines = line("set $vitrine_coding \"\"");
    for (auto how = rules.compress.rbegin(); how != rules.compress.rend(); ++how) {
        const std::string coding(coding_of(*how)), suffix(plan::compressed_suffix(*how));
        lines += line("set $vitrine_found \"\"");
        lines += only_if("-f $request_filename" + suffix, "set $vitrine_found " + coding);
        lines += only_if("$http_accept_encoding !~* " + quoted_pattern(accepts_pattern(*how)), "set $vitrine_found \"\"");
        lines += only_if("$uri !~ " + quoted_pattern("\\.(" + text_extensions("|") + ")$"), "set $vitrine_found \"\"");
        lines += only_if("$vitrine_found", "set $vitrine_coding " + coding);
    }
    for (const Compression how : rules.compress)
        lines += only_if("$vitrine_coding = " + std::string(coding_of(how)), "rewrite \"^(.*)$\" \"$1" + std::string(plan::compressed_suffix(how)) + "\" last");
    return lines;
}

std::string location(const std::string& what, const std::string& directives) {
    return std::string(indent) + "location " + what + " { " + directives + " }\n";
}

std::string compressed_locations(const HostRules& rules) {
    std::vector<std::string> suffixes;
    for (const Compression how : rules.compress) suffixes.push_back(pattern_of(plan::compressed_suffix(how)));
    std::string locations;
    for (const plan::MediaType& type : plan::media_types())
        if (type.is_text)
            locations += location("~ " + quoted_pattern("\\." + std::string(type.extension) + "(" + joined(suffixes, "|") + ")$"),
                                  "internal; gzip off; types { } default_type " + quoted_value(type.type) + ";");
    return locations;
}

std::string moved_locations(const HostRules& rules) {
    std::string locations;
    for (const MovedAddress& moved : rules.moved) {
        std::vector<std::string> paths = {moved.path};
        if (moved.is_folder) paths.insert(paths.end(), {moved.path + "/", moved.path + "/index.html"});
        for (const std::string& path : paths) locations += location("= " + quoted_value(path), "return 301 " + quoted_value(moved.target) + ";");
    }
    return locations;
}

}  // namespace

std::string nginx_file(const HostRules& rules) {
    const std::string hidden = rules.base + std::string(host_folder);
    std::string out =
        "# How nginx, from 1.12 on, serves this site. Include it in a `server` block whose `root` is the folder that answers at `/`,\n"
        "# and which has no `location` of its own for " + rules.base_address + ".\n"
        "# Made by vitrine. What is changed here by hand is put right by the next build.\n\n";
    if (rules.base != "/") out += "location = " + quoted_value(rules.base.substr(0, rules.base.size() - 1)) + " { return 301 " + quoted_value(rules.base_address) + "; }\n\n";
    out += "location ^~ " + quoted_value(rules.base) + " {\n";
    out += line("index index.html") + line("autoindex off") + line("absolute_redirect off") + line("default_type application/octet-stream");
    out += line("error_page 404 " + quoted_value(rules.base_address + std::string(not_found_file))) + "\n" + type_lines() + "\n" + cache_lines(rules);
    if (!rules.compress.empty()) out += compression_lines(rules);
    out += "\n" + header_lines(rules) + "\n";
    out += location("~ \"/\\.ht\"", "return 404;") + location("= " + quoted_value(hidden), "return 404;") + location("^~ " + quoted_value(hidden + "/"), "return 404;");
    if (!rules.compress.empty()) out += compressed_locations(rules);
    return out + moved_locations(rules) + "}\n";
}

}  // namespace vitrine::render
