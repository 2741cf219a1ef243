#include "plan/sitemap.h"

#include <algorithm>
#include <string_view>

#include "model/history.h"
#include "plan/address.h"
#include "plan/plan.h"

namespace vitrine::plan {
namespace {

/// When what a page shows was last changed, as far as the content tells.
class Changes {
public:
    explicit Changes(const Site& site, const Plan& plan) : site_(site), plan_(plan) {
        changed_.reserve(site.responses.size());
        for (const Response& response : site.responses) {
            changed_.push_back(last_changed(response, site.today()));
            if (response.status != Status::withdrawn) consider(all_, changed_.back());
        }
    }

    std::optional<Date> of(const ResponsePage& page) const { return changed_[page.response]; }
    std::optional<Date> of(const TagPage& page) {
        if (tag_ != page.tag) {
            tag_ = page.tag;
            of_tag_.reset();
            for (const std::size_t response : site_.tags[page.tag].responses) consider(of_tag_, changed_[response]);
        }
        return of_tag_;
    }
    std::optional<Date> of(const YearPage& page) {
        if (year_ != page.year) {
            year_ = page.year;
            of_year_.reset();
            for (const Event& event : plan_.years[page.year].events) consider(of_year_, changed_[event.response]);
        }
        return of_year_;
    }
    std::optional<Date> of(const ArchivePage&) const { return uk_date(site_.config.snapshots.back().taken); }
    // Neither says when it was withdrawn or written.
    std::optional<Date> of(const TombstonePage&) const { return std::nullopt; }
    std::optional<Date> of(const ContentPage&) const { return std::nullopt; }
    /// Every other page lists or counts all responses.
    template <class T>
    std::optional<Date> of(const T&) const {
        return all_;
    }

private:
    static void consider(std::optional<Date>& latest, const std::optional<Date>& date) { latest = std::max(latest, date); }

    const Site& site_;
    const Plan& plan_;
    std::vector<std::optional<Date>> changed_;  ///< by response
    std::optional<Date> all_;
    // The pages of a list follow one another.
    std::optional<std::size_t> tag_, year_;
    std::optional<Date> of_tag_, of_year_;
};

}  // namespace

Sitemap sitemap_of(const Site& site, const Plan& plan) {
    Changes changes(site, plan);
    Sitemap sitemap;
    for (const Row& row : plan.rows) {
        if (!is_page(row.subject) || std::holds_alternative<NotFoundPage>(row.subject)) continue;
        const std::string_view path = row.path;
        const std::size_t folder = path.rfind('/');
        sitemap.entries.push_back({std::string(folder == std::string_view::npos ? std::string_view() : path.substr(0, folder)),
                                   std::visit([&](const auto& subject) { return changes.of(subject); }, row.subject)});
    }
    std::sort(sitemap.entries.begin(), sitemap.entries.end(), [](const auto& a, const auto& b) { return a.folder < b.folder; });
    sitemap.parts = parts_of_sitemap(sitemap.entries, site.config.base_url);
    return sitemap;
}

std::vector<SitemapPart> parts_of_sitemap(const std::vector<SitemapEntry>& entries, const std::string& base_url, SitemapLimits limits) {
    // Markup round an address takes less than this, and a character of `base_url` at most six bytes as an entity.
    constexpr std::size_t markup = 128, longest_entity = 6;
    std::vector<SitemapPart> parts = {{0, 0}};
    std::size_t bytes = markup;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t size = markup + longest_entity * base_url.size() + page_address(entries[i].folder, LinkStyle::folder).size();
        SitemapPart& part = parts.back();
        const bool fits = part.end - part.begin < limits.entries && bytes + size <= limits.bytes;
        if (fits || part.begin == part.end) {
            ++part.end;
            bytes += size;
            continue;
        }
        parts.push_back({i, i + 1});
        bytes = markup + size;
    }
    return parts;
}

}  // namespace vitrine::plan
