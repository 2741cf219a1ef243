#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/context.h"

/// Feeds of the newest responses, for feed readers. What stands in them comes from the content and never from the build, so
/// that a reader sees something new only when there is.
namespace vitrine::render {

/// How many responses a feed lists. There are many tags, and a reader fetches each feed that it follows whole, again and again.
inline constexpr std::size_t feed_length = 50;
inline constexpr std::size_t tag_feed_length = 20;

/// The responses of a feed, newest first: those under a tag, or of all. Withdrawn responses are not among them, nor those
/// with a day that is still to come. Indices into `Site::responses`.
[[nodiscard]] std::vector<std::size_t> entries_of_feed(const Context& context, std::optional<std::size_t> tag);

/// The name of a feed: that of the site, after the tag's.
[[nodiscard]] std::string title_of_feed(const Context& context, std::optional<std::size_t> tag);

/// The identity of a response in all feeds, a `tag:` URI (RFC 4151). It is made of what does not change: the site's address,
/// the response's id, and the year of the report. The year makes an id that is used again, after another site had the host,
/// a new one; the day would not do, for it may be corrected, or become known only later.
[[nodiscard]] std::string identity_of(const Context& context, const Response& response);

/// An Atom feed (RFC 4287).
[[nodiscard]] std::string atom_feed(const Context& context, std::optional<std::size_t> tag);

/// The feed of all responses as JSON Feed 1.1.
[[nodiscard]] std::string json_feed(const Context& context);

}  // namespace vitrine::render
