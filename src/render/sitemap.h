#pragma once

#include <cstddef>
#include <string>

#include "render/context.h"

/// The site map for search engines (sitemaps.org, protocol 0.9).
namespace vitrine::render {

/// One of its files: the addresses of that part, each with the day of its last change where the content tells it.
[[nodiscard]] std::string sitemap_file(const Context& context, std::size_t part);

/// The list of its files, where it has several.
[[nodiscard]] std::string sitemap_index(const Context& context);

}  // namespace vitrine::render
