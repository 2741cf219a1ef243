#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "model/register.h"
#include "model/site.h"
#include "model/timeline.h"
#include "plan/data.h"
#include "plan/sitemap.h"

/// The table of outputs: every file of the finished site is one row, and nothing else is written.
namespace vitrine::plan {

/// A file in a host's own language that tells it how to serve the site.
enum class HostDocument : std::uint8_t { apache, nginx, caddy, headers, redirects, no_jekyll, s3 };

/// What a row shows. Numbers of pages count from 1; the other indices are those of the Site or the Plan.
struct IndexPage { std::size_t number; };
struct ResponsePage { std::size_t response; };
struct TombstonePage { std::size_t response; };
struct TagsPage {};
struct TagPage { std::size_t tag; std::size_t number; };
struct TimelinePage {};
struct YearPage { std::size_t year; std::size_t number; };
struct RegisterPage { std::size_t of; std::size_t number; };  ///< of: index into `Plan::registers`
struct ContentPage { std::size_t page; };
struct NotFoundPage {};
struct RedirectPage { std::string target; std::string title; };  ///< target: an address
struct RobotsFile {};
struct AtomFeed { std::optional<std::size_t> tag; };               ///< of the responses under a tag, or of all
struct JsonFeed {};
struct SiteMapPage {};                                             ///< for readers
struct SitemapFile { std::size_t part; };                         ///< for search engines; part: index into `Sitemap::parts`
struct SitemapIndex {};
struct SecurityFile {};
struct ArchivePage {};                                            ///< the snapshots of the site
struct DataPage {};                                               ///< what the open data is
struct DataFile { DataTable table; DataFormat format; };
struct CopiedFile { std::string file; bool for_ever = false; };   ///< on the disk; `for_ever`: as Copy
struct HostFile { WebHost host; HostDocument document; };
struct CompressedFile { std::string original; Compression how; }; ///< original: the path of another row

using Subject = std::variant<IndexPage, ResponsePage, TombstonePage, TagsPage, TagPage, TimelinePage, YearPage, RegisterPage, ContentPage,
                             NotFoundPage, RedirectPage, SiteMapPage, DataPage, ArchivePage, RobotsFile, AtomFeed, JsonFeed, SitemapFile, SitemapIndex,
                             SecurityFile, DataFile, CopiedFile, HostFile, CompressedFile>;

/// Whether a subject is a page that readers open, and neither a way to one nor a file for machines.
[[nodiscard]] bool is_page(const Subject& subject);

/// What the name of a compressed file adds to that of its original: `.gz` or `.br`.
[[nodiscard]] std::string_view compressed_suffix(Compression how);

/// One output file.
struct Row {
    std::string path;    ///< in the output, with forward slashes
    Subject subject;
    std::string origin;  ///< the input it comes from as messages name it; for a page of vitrine's own, what it is
};

/// A file that is copied as it is.
struct Copy {
    std::string path;       ///< in the output
    std::string file;       ///< on the disk
    std::string origin;     ///< as messages name it
    std::uint64_t size = 0; ///< in bytes
    bool for_ever = false;  ///< the path never stands for other bytes: it has a fingerprint of these in it
};

struct Plan {
    std::vector<Row> rows;             ///< sorted by path, each path once
    std::vector<YearOfEvents> years;   ///< of the timeline, newest first
    std::vector<Register> registers;   ///< as `registers_of` gives them
    Sitemap sitemap;
    std::vector<bool> has_namesake;    ///< for each response, whether readers could take another for it by its name
};

/// Plans the site. `root` is the folder of the site's sources, `assets` are the theme's files. Two rows for one path, also
/// when they differ only in case or Unicode form or when one is a folder of the other, are reported with both origins.
[[nodiscard]] Plan plan_site(const Site& site, const std::string& root, std::span<const Copy> assets, Diagnostics& diagnostics);

/// How many pages a list takes: at least 1.
[[nodiscard]] std::size_t pages_for(std::size_t entries, std::size_t page_size);

/// The entries of the n-th page (from 1), as a half-open range of indices.
struct Range {
    std::size_t begin;
    std::size_t end;
};
[[nodiscard]] Range entries_of_page(std::size_t number, std::size_t entries, std::size_t page_size);

}  // namespace vitrine::plan
