#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/context.h"

/// How a web host should serve a site, and the same in the language of each host. Every generator below puts one table of rules
/// into words, and escapes for its syntax what comes from content.
namespace vitrine::render {

struct Header {
    std::string_view name;
    std::string value;
};

/// An old address of the site.
struct MovedAddress {
    std::string path;        ///< from the root of the host, not percent-encoded, without a slash at its end: `/old/page`
    bool is_folder = false;  ///< else the path is a file's. A folder also answers at `path/` and `path/index.html`
    std::string target;      ///< from the root of the host, percent-encoded
};

/// What a host is to do, in no host's language.
struct HostRules {
    std::string base;                     ///< where the site lies on its host, not percent-encoded: `/`, or `/inspections/`
    std::string base_address;             ///< the same, percent-encoded
    std::vector<Header> headers;          ///< of every answer, whatever it is
    std::vector<std::string> for_ever;    ///< files (paths in the output) that never change under their address
    std::vector<MovedAddress> moved;      ///< sorted by path
    std::vector<Compression> compress;    ///< what stands beside texts, in the order in which it is preferred
};

/// `Cache-Control` of what never changes, and of all else: a browser keeps it, and asks each time whether it is still so, so that a
/// page is never older than its site and never meets a style sheet that is gone.
inline constexpr std::string_view cache_for_ever = "public, max-age=31536000, immutable";
inline constexpr std::string_view cache_and_ask = "no-cache";

/// The page that answers where there is none, from the site's root.
inline constexpr std::string_view not_found_file = "404.html";

/// The folder of the files that hosts are pointed to, from the site's root. Nobody outside is served anything below it.
inline constexpr std::string_view host_folder = "_hosting";

/// The rules for a site.
[[nodiscard]] HostRules host_rules(const Context& context);

/// The extensions of texts, which may have compressed files beside them: `css|csv|html`.
[[nodiscard]] std::string text_extensions(std::string_view separator);

/// A text as a regular expression (PCRE, RE2) that matches it alone. No other byte of the text is changed, so it may still have to be
/// quoted.
[[nodiscard]] std::string pattern_of(std::string_view text);

/// A text in quotation marks, with a backslash before each of these characters.
[[nodiscard]] std::string in_quotation_marks(std::string_view text, std::string_view escaped);

/// A regular expression for an `Accept-Encoding` that takes this coding (RFC 9110, 12.5.3).
[[nodiscard]] std::string accepts_pattern(Compression how);

/// The name of a content coding (RFC 9110, 8.4.1): `gzip`, `br`.
[[nodiscard]] std::string_view coding_of(Compression how);

/// `.htaccess`, for Apache from 2.2 on. Modules may be missing.
[[nodiscard]] std::string apache_file(const HostRules& rules);

/// To be included in a `server` of nginx (1.12 or later) whose `root` is the folder that answers at `/`. No module beyond the usual.
[[nodiscard]] std::string nginx_file(const HostRules& rules);

/// To be imported into a site of Caddy (2.4 or later) whose `root` is the folder that answers at `/`.
[[nodiscard]] std::string caddy_file(const HostRules& rules);

/// `_headers`, for Netlify and Cloudflare Pages.
[[nodiscard]] std::string headers_file(const HostRules& rules);

/// `_redirects`, for the same: where a file stands at the old address, Netlify has to be told to pass over it, and Cloudflare Pages
/// must not be. That takes at most 2,000; old addresses beyond are left to the pages that stand there.
[[nodiscard]] std::string redirects_file(const HostRules& rules, WebHost host);

/// The website configuration of an S3 bucket. A bucket has at most 50 rules and only those for whole beginnings of addresses, so an old
/// address at which another file of the site begins (`paths`, sorted) is left to its page.
[[nodiscard]] std::string s3_file(const HostRules& rules, const std::vector<std::string>& paths);

}  // namespace vitrine::render
