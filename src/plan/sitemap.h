#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/site.h"

/// What search engines should know of the site (sitemaps.org, protocol 0.9).
namespace vitrine::plan {

struct Plan;

/// A page at its canonical address.
struct SitemapEntry {
    std::string folder;           ///< of the page in the output
    std::optional<Date> changed;  ///< when what it shows was last changed; nothing where the content does not tell
};

/// A half-open range of entries that one file holds.
struct SitemapPart {
    std::size_t begin;
    std::size_t end;
};

struct Sitemap {
    std::vector<SitemapEntry> entries;  ///< sorted by folder
    std::vector<SitemapPart> parts;     ///< all entries in order, at least one part
};

/// Every page of the plan that readers open, at its canonical address: all but redirects and the page for addresses that do not
/// exist. A tombstone is among them, for it says in public what became of a response.
[[nodiscard]] Sitemap sitemap_of(const Site& site, const Plan& plan);

/// How much one file of a site map may hold.
struct SitemapLimits {
    std::size_t entries = 50'000;
    std::size_t bytes = 50U << 20U;  ///< uncompressed
};

/// Into how many files entries go, and which. `base_url` stands before every address.
[[nodiscard]] std::vector<SitemapPart> parts_of_sitemap(const std::vector<SitemapEntry>& entries, const std::string& base_url,
                                                        SitemapLimits limits = {});

}  // namespace vitrine::plan
