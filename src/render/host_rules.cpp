#include "render/host_rules.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "plan/address.h"
#include "plan/media_types.h"
#include "render/content_security.h"

namespace vitrine::render {
namespace {

/// Nothing of a page needs a device or a payment, nobody may show a page in a frame of theirs, and all may read the open data from
/// programs of their own: everything here is public, and nobody logs in.
std::vector<Header> headers_of(const HostRules& rules, std::string_view base_url) {
    std::vector<Header> headers = {
        {"Content-Security-Policy", std::string(content_security_policy) + "; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "strict-origin-when-cross-origin"},
        {"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "cross-origin"},
        {"Access-Control-Allow-Origin", "*"},
    };
    // It speaks for the whole host, which is not ours when the site is a folder of it.
    if (base_url.starts_with("https:") && rules.base == "/") headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
    return headers;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = percent_encoded_at(text, i);
        out += byte.value_or(text[i]);
        if (byte) i += 2;
    }
    return out;
}

MovedAddress moved_address(const HostRules& rules, const std::string& file, const std::string& target) {
    constexpr std::string_view index = "/index.html";
    MovedAddress moved{rules.base + file, file.ends_with(index), rules.base_address + target};
    if (moved.is_folder) moved.path.resize(moved.path.size() - index.size());
    return moved;
}

}  // namespace

HostRules host_rules(const Context& context) {
    const SiteConfig& config = context.site.config;
    HostRules rules;
    rules.base_address = plan::path_of_url(config.base_url);
    rules.base = percent_decoded(rules.base_address);
    rules.headers = headers_of(rules, config.base_url);
    rules.compress = config.hosting.compress;
    // Brotli is the smaller one.
    std::sort(rules.compress.begin(), rules.compress.end(), std::greater<>());
    for (const plan::Row& row : context.plan.rows) {
        if (const auto* copied = std::get_if<plan::CopiedFile>(&row.subject); copied != nullptr && copied->for_ever) rules.for_ever.push_back(row.path);
        if (const auto* redirect = std::get_if<plan::RedirectPage>(&row.subject)) rules.moved.push_back(moved_address(rules, row.path, redirect->target));
    }
    std::sort(rules.moved.begin(), rules.moved.end(), [](const MovedAddress& a, const MovedAddress& b) { return a.path < b.path; });
    return rules;
}

std::string text_extensions(std::string_view separator) {
    std::vector<std::string> extensions;
    for (const plan::MediaType& type : plan::media_types())
        if (type.is_text) extensions.emplace_back(type.extension);
    return joined(extensions, separator);
}

std::string pattern_of(std::string_view text) {
    std::string pattern;
    for (const char c : text) {
        if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) pattern += '\\';
        pattern += c;
    }
    return pattern;
}

std::string in_quotation_marks(std::string_view text, std::string_view escaped) {
    std::string out = "\"";
    for (const char c : text) {
        if (escaped.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string_view coding_of(Compression how) { return how == Compression::gzip ? "gzip" : "br"; }

std::string accepts_pattern(Compression how) {
    return "(^|,)\\s*" + std::string(coding_of(how)) + "\\s*(,|$|;\\s*q=(1|0\\.\\d*[1-9]))";
}

}  // namespace vitrine::render
