#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/register.h"
#include "model/vocabulary.h"

/// Where pages are and how links name them. An address counts from the site's root and has no leading slash, so that a page
/// reaches it by the way to the root plus the address.
namespace vitrine::plan {

/// The file of the page whose folder that is: `about` gives `about/index.html`, the empty folder `index.html`.
[[nodiscard]] std::string page_file(std::string_view folder);

/// The address of the page in that folder, percent-encoded (RFC 3986): `about/`, or `about/index.html` where links name
/// files.
[[nodiscard]] std::string page_address(std::string_view folder, LinkStyle style);

/// The address of a file, percent-encoded.
[[nodiscard]] std::string file_address(std::string_view path);

/// What stands behind `#`, percent-encoded where RFC 3986 asks for it: `page=2` stays as it is.
[[nodiscard]] std::string fragment_address(std::string_view fragment);

/// The path in a web address, as it stands there: `/` or more, without what `?` or `#` begins.
[[nodiscard]] std::string path_of_url(std::string_view url);

/// The folder of the n-th page (from 1) of a list that begins at `folder`: `tags/custody/page/2`.
[[nodiscard]] std::string nth_page_folder(std::string_view folder, std::size_t number);

/// The way from a file to the site's root: `./` for `index.html`, `../../` for `tags/custody/index.html`.
[[nodiscard]] std::string way_to_root(std::string_view file);

/// The folders of the pages that every site has.
[[nodiscard]] std::string response_folder(std::string_view id);
[[nodiscard]] std::string tag_folder(std::string_view slug);
[[nodiscard]] std::string year_folder(int year);
inline constexpr std::string_view tags_folder = "tags";
inline constexpr std::string_view timeline_folder = "timeline";
inline constexpr std::string_view register_folder = "recommendations";
inline constexpr std::string_view site_map_folder = "site-map";
inline constexpr std::string_view archive_folder = "archive";

/// The folder of a part of the register: `recommendations/overdue`, `recommendations/chief-constable`.
[[nodiscard]] std::string folder_of(const Register& part);

/// The files for feed readers.
inline constexpr std::string_view atom_feed = "feed.xml";
inline constexpr std::string_view json_feed = "feed.json";
[[nodiscard]] std::string tag_feed(std::string_view slug);

/// The files for search engines: the site map, its parts (from 1) where it has several, and the file for those who find a
/// weakness (RFC 9116).
inline constexpr std::string_view sitemap_file = "sitemap.xml";
inline constexpr std::string_view robots_file = "robots.txt";
inline constexpr std::string_view security_file = ".well-known/security.txt";
[[nodiscard]] std::string sitemap_part(std::size_t number);

}  // namespace vitrine::plan
