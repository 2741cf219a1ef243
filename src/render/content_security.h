#pragma once

#include <string_view>

/// What pages may load and do, as browsers are told (Content Security Policy Level 3).
namespace vitrine::render {

/// The policy that stands in every page. From other places nothing comes; from the site itself only what pages use: style sheets,
/// pictures, and typefaces of a theme. No script runs, nothing is sent, and no `<base>` bends addresses. Data blocks
/// (JSON-LD) are no scripts. `'self'` also covers pages that are read from a disk.
inline constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

}  // namespace vitrine::render
