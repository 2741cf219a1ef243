#include "base/text.h"
#include "plan/media_types.h"
#include "plan/plan.h"
#include "render/host_rules.h"

// Sections `<IfModule>` keep the site alive on a host that lacks a module: it then does without what the module does.

namespace vitrine::render {
namespace {

/// Within quotation marks a backslash stands for itself unless a mark or another backslash follows. Patterns have backslashes only before
/// characters that mean something, so only marks need one more.
std::string quoted_word(std::string_view text) { return in_quotation_marks(text, "\""); }

std::string if_module(std::string_view module, const std::string& lines) {
    return "<IfModule " + std::string(module) + ">\n" + lines + "</IfModule>\n\n";
}

std::string header_lines(const HostRules& rules) {
    std::string lines;
    for (const Header& header : rules.headers) lines += "Header always set " + std::string(header.name) + " " + quoted_word(header.value) + "\n";
    return lines + "Header always set Cache-Control " + quoted_word(cache_and_ask) + "\n";
}

std::string type_lines() {
    std::string lines;
    for (const plan::MediaType& type : plan::media_types()) {
        const auto parts = split(type.type, ';');
        lines += "AddType " + std::string(parts[0]) + " ." + std::string(type.extension) + "\n";
        if (parts.size() > 1) lines += "AddCharset utf-8 ." + std::string(type.extension) + "\n";
    }
    return lines;
}

std::string redirect_lines(const HostRules& rules) {
    std::string lines = "RedirectMatch 404 " + quoted_word("^" + pattern_of(rules.base + std::string(host_folder)) + "(/|$)") + "\n" +
                        "RedirectMatch 404 \"/\\.ht(access|passwd)$\"\n";
    for (const MovedAddress& moved : rules.moved)
        lines += "RedirectMatch 301 " + quoted_word("^" + pattern_of(moved.path) + (moved.is_folder ? "(/|/index\\.html)?$" : "$")) + " " +
                 quoted_word(moved.target) + "\n";
    return lines;
}

/// Asks for a file of the same name with another end where there is one. Not where the name has a `%` or `?`, which would be taken for an
/// escape or a query on the way.
std::string rewrite_lines(const HostRules& rules) {
    std::string lines = "RewriteEngine On\n";
    for (const Compression how : rules.compress) {
        const std::string suffix(plan::compressed_suffix(how));
        const std::string accepted = "RewriteCond %{HTTP:Accept-Encoding} " + quoted_word(accepts_pattern(how)) + "\n";
        lines += accepted + "RewriteCond %{REQUEST_FILENAME}/index.html" + suffix + " -f\nRewriteRule \"^([^%?]*/)?$\" " +
                 quoted_word(rules.base_address + "$1index.html" + suffix) + " [L]\n";
        lines += accepted + "RewriteCond %{REQUEST_FILENAME}" + suffix + " -f\nRewriteRule \"^([^%?]*\\.(" + text_extensions("|") + "))$\" " +
                 quoted_word(rules.base_address + "$1" + suffix) + " [L]\n";
    }
    return lines;
}

std::string files_match(const std::string& pattern, const std::string& sections) {
    return "<FilesMatch " + quoted_word(pattern) + ">\n" + sections + "</FilesMatch>\n\n";
}

std::string compression_sections(const HostRules& rules) {
    const std::string text = "\\.(" + text_extensions("|") + ")";
    std::string out = if_module("mod_rewrite.c", rewrite_lines(rules));
    std::string suffixes;
    for (const Compression how : rules.compress) {
        const std::string suffix(plan::compressed_suffix(how));
        suffixes += (suffixes.empty() ? "" : "|") + pattern_of(suffix);
        // `.br` may be known as Breton, and `.gz` as a type of its own.
        out += files_match(text + pattern_of(suffix) + "$", if_module("mod_mime.c", "RemoveType " + suffix + "\nRemoveLanguage " + suffix + "\nAddEncoding " +
                                                                                       std::string(coding_of(how)) + " " + suffix + "\n"));
    }
    return out + files_match(text + "(" + suffixes + ")?$", if_module("mod_headers.c", "Header always append Vary Accept-Encoding\n"));
}

std::string for_ever_section(const HostRules& rules) {
    std::vector<std::string> names;
    for (const std::string& path : rules.for_ever) names.push_back(pattern_of(path.substr(path.rfind('/') + 1)));
    if (names.empty()) return "";
    return files_match("^(" + joined(names, "|") + ")(\\.gz|\\.br)?$",
                       if_module("mod_headers.c", "Header always set Cache-Control " + quoted_word(cache_for_ever) + "\n"));
}

}  // namespace

std::string apache_file(const HostRules& rules) {
    std::string out =
        "# How Apache, from 2.2 on, serves this site. It has to be allowed to: AllowOverride FileInfo Indexes, or All.\n"
        "# Made by vitrine. What is changed here by hand is put right by the next build.\n\n";
    out += "ErrorDocument 404 " + rules.base_address + std::string(not_found_file) + "\n\n";
    out += if_module("mod_dir.c", "DirectoryIndex index.html\n");
    out += if_module("mod_autoindex.c", "IndexIgnore *\n");
    out += if_module("mod_alias.c", redirect_lines(rules));
    out += if_module("mod_mime.c", type_lines());
    out += if_module("mod_expires.c", "ExpiresActive Off\n");
    out += if_module("mod_headers.c", header_lines(rules));
    if (!rules.compress.empty()) out += compression_sections(rules);
    out += for_ever_section(rules);
    out.pop_back();
    return out;
}

}  // namespace vitrine::render
