#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/page.h"
#include "model/responses.h"
#include "model/section55.h"

namespace vitrine {

/// What was read of `content/`: one element a file, sorted by the path of the source.
struct Content {
    Responses responses;
    std::vector<Page> pages;
    std::vector<Attachment> files;  ///< files that belong to no response; published at their own path
};

/// A tag and the responses under it.
struct Tag {
    std::string slug;
    std::string label;
    std::vector<std::size_t> responses;  ///< indices into `Site::responses`, newest first
};

/// For whom a site is put together. The office also sees what is still hidden from everyone else: drafts and what is under embargo.
enum class Audience : std::uint8_t { everyone, office };

/// Everything that its audience may see at one moment, and how it hangs together. Immutable once assembled.
struct Site {
    SiteConfig config;
    Instant now;
    Audience audience = Audience::everyone;
    Responses responses;              ///< newest report first, then by id; tombstones included
    std::vector<Page> pages;          ///< sorted by path; the introduction of the home page is not among them
    std::optional<Page> introduction;
    std::vector<Attachment> files;
    std::vector<Tag> tags;                                ///< sorted by label; only tags with a response
    std::unordered_map<std::string, std::size_t> tag_by_slug;  ///< indices into `tags`
    std::vector<std::vector<std::size_t>> follows;        ///< for each response, those it follows, oldest first
    std::vector<std::vector<std::size_t>> followed_by;    ///< for each response, those that follow it, oldest first
    Content hidden;  ///< what the audience may not see: to be checked, never to be shown

    /// Whether the public may not know of it yet; on a site for everyone, nothing that is shown is.
    [[nodiscard]] bool is_hidden(const Response& response) const { return !response.is_public(now); }

    /// The next moment at which something opens by itself, and how many responses do.
    struct Opening {
        LocalDateTime at;
        std::size_t responses = 0;
    };
    /// The end of the next embargo; nothing when there is none to come. Drafts do not open by themselves.
    [[nodiscard]] std::optional<Opening> next_opening() const;

    [[nodiscard]] Date today() const { return uk_date(now); }
    [[nodiscard]] Clock clock(const Response& response) const;
    /// The tag with that slug; null when no response has it.
    [[nodiscard]] const Tag* find_tag(const std::string& slug) const;
    /// The index of the response with that id, if it is public.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
    /// The latest PEEL assessment with grades (Specified Information Order 2011, para 7B), if there is one.
    [[nodiscard]] std::optional<std::size_t> latest_peel() const;
};

/// Puts the site of that moment together, checking what no file can know alone: ids that are used twice, `follows` that lead
/// nowhere or back, tags outside a closed list, public pages whose dates are still to come. For everyone, drafts and embargoed
/// responses are checked like the rest and then left out: no index, count or neighbour knows of them. What is reported is the same for
/// either audience.
[[nodiscard]] Site assemble_site(SiteConfig config, Content content, Instant now, Diagnostics& diagnostics, Audience audience = Audience::everyone);

}  // namespace vitrine
