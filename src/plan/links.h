#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/prose.h"
#include "model/site.h"

namespace vitrine::plan {

/// Where the internal links of each text lead: for each text with links, an address for each of `Prose::links` in order.
/// An address that begins with `#` is on the page itself, every other counts from the site's root.
class LinkMap {
public:
    LinkMap() = default;
    /// A map that has all of another, but for what is set anew. For texts that are gone it still holds addresses, and nobody may ask.
    static LinkMap over(std::shared_ptr<const LinkMap> other) {
        LinkMap map;
        map.below_ = std::move(other);
        return map;
    }

    void set(const Prose& prose, std::vector<std::string> addresses) { by_prose_[&prose] = std::move(addresses); }

    /// The addresses of a text's links; empty for a text without links.
    [[nodiscard]] const std::vector<std::string>& addresses(const Prose& prose) const {
        static const std::vector<std::string> none;
        if (prose.links.empty()) return none;
        const auto found = by_prose_.find(&prose);
        if (found != by_prose_.end()) return found->second;
        return below_ == nullptr ? none : below_->addresses(prose);
    }

private:
    std::unordered_map<const Prose*, std::vector<std::string>> by_prose_;
    std::shared_ptr<const LinkMap> below_;
};

/// Finds the target of every internal link of the site. Reported: files that are not there, anchors that the target page
/// does not have, targets that are not public yet, addresses that begin with `/`. The links of drafts and embargoed
/// responses are checked as well, so that the build at the end of an embargo finds nothing new. The map refers to the texts
/// of `site`.
[[nodiscard]] LinkMap resolve_links(const Site& site, Diagnostics& diagnostics);

/// The same for those responses (indices into `Site::responses`) and all pages: the addresses of other responses are those of `others`.
[[nodiscard]] LinkMap resolve_links_of(const Site& site, std::span<const std::size_t> responses, std::shared_ptr<const LinkMap> others,
                                       Diagnostics& diagnostics);

}  // namespace vitrine::plan
