#include "model/site.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.h"

namespace vitrine {
namespace {

using IndexById = std::unordered_map<std::string_view, std::size_t>;

/// The first response with each id; later ones are reported.
IndexById index_by_id(const Responses& responses, Diagnostics& diagnostics) {
    IndexById index;
    for (std::size_t i = 0; i < responses.size(); ++i) {
        const Response& response = responses[i];
        const auto [first, is_new] = index.emplace(response.id.value, i);
        if (is_new) continue;
        const Response& other = responses[first->second];
        diagnostics.add({Code::response_duplicate_id,
                         locate(*response.source, response.id.span),
                         "two responses have the id " + quoted(response.id.value),
                         "an id is an address: choose another",
                         {{locate(*other.source, other.id.span), "the other one is here"}}});
    }
    return index;
}

void check_follows(const Responses& responses, const IndexById& index, Instant now, Diagnostics& diagnostics) {
    std::vector<std::string_view> ids;
    for (const Response& response : responses) ids.push_back(response.id.value);
    for (const Response& response : responses) {
        for (const auto& [id, span] : response.follows) {
            const auto found = index.find(id);
            if (found == index.end())
                diagnostics.add(Code::response_follows_nothing, *response.source, span, "no response has the id " + quoted(id),
                                did_you_mean(id, ids, "write the id of an earlier response"));
            else if (response.is_public(now) && !responses[found->second].is_public(now))
                diagnostics.add(Code::response_follows_hidden, *response.source, span,
                                "follows " + quoted(id) + ", which is not public", "the page says nothing of it until it is");
        }
    }
}

/// Reports each response that is reached again from itself along `follows`.
void check_follows_cycles(const Responses& responses, const IndexById& index, Diagnostics& diagnostics) {
    enum class Mark : std::uint8_t { unseen, open, done };
    std::vector<Mark> marks(responses.size(), Mark::unseen);
    struct Step {
        std::size_t response;
        std::size_t next = 0;
    };
    for (std::size_t start = 0; start < responses.size(); ++start) {
        std::vector<Step> path;
        if (marks[start] == Mark::unseen) path.push_back({start});
        while (!path.empty()) {
            Step& step = path.back();
            const Response& response = responses[step.response];
            marks[step.response] = Mark::open;
            if (step.next == response.follows.size()) {
                marks[step.response] = Mark::done;
                path.pop_back();
                continue;
            }
            const auto& [id, span] = response.follows[step.next++];
            const auto found = index.find(id);
            if (found == index.end() || marks[found->second] == Mark::done) continue;
            if (marks[found->second] == Mark::open)
                diagnostics.add(Code::response_follows_itself, *response.source, span,
                                "following " + quoted(id) + " leads back to this response", "a response can follow only earlier ones");
            else
                path.push_back({found->second});
        }
    }
}

/// What is public while its own dates are still to come: an embargo was forgotten, or a year is wrong.
void check_future_dates(const Responses& responses, Instant now, Diagnostics& diagnostics) {
    const Date today = uk_date(now);
    const auto report = [&](const Response& response, Span place, std::string_view what, Date date) {
        diagnostics.add(Code::response_future_date, *response.source, place, std::string(what) + " is of " + long_date(date) + ", and its page is public already",
                        "this site is built as of " + long_date(today) + ": add `embargo_until = " + iso(date) + "T00:01:00`, or mend the date");
    };
    for (const Response& response : responses) {
        if (response.status != Status::published || !response.is_public(now)) continue;
        if (response.report_published_precision == Precision::day && response.report_published > today)
            report(response, response.report_place, "the report", response.report_published);
        else if (response.response_published && *response.response_published > today)
            report(response, response.response_place, "the response", *response.response_published);
    }
}

void check_tags(const SiteConfig& config, const Responses& responses, Diagnostics& diagnostics) {
    if (!config.tags_closed) return;
    std::vector<std::string_view> known;
    for (const auto& [slug, label] : config.tag_labels) known.push_back(slug);
    for (const Response& response : responses)
        for (const TagUse& tag : response.tags)
            if (!config.tag_labels.contains(tag.slug))
                diagnostics.add(Code::response_unknown_tag, *response.source, tag.span,
                                "the tag " + quoted(tag.written) + " is not in the site’s list",
                                did_you_mean(tag.slug, known, "add it to `[tags]` in site.toml, where `closed = true`"));
}

bool newer(const Response& a, const Response& b) {
    if (a.report_published != b.report_published) return a.report_published > b.report_published;
    return a.id.value < b.id.value;
}

/// The label of a tag that site.toml gives none, from how it was written: "call-handling" reads "Call handling".
std::string label_from(std::string_view written) {
    std::string label(written);
    if (written.find(' ') == std::string_view::npos) std::replace(label.begin(), label.end(), '-', ' ');
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

std::vector<Tag> tags_of(const SiteConfig& config, const Responses& responses) {
    std::map<std::string_view, Tag> by_slug;
    for (std::size_t i = 0; i < responses.size(); ++i) {
        if (responses[i].status == Status::withdrawn) continue;
        for (const TagUse& use : responses[i].tags) {
            Tag& tag = by_slug[use.slug];
            if (tag.slug.empty()) {
                const auto label = config.tag_labels.find(use.slug);
                tag.slug = use.slug;
                tag.label = label == config.tag_labels.end() ? label_from(use.written) : label->second;
            }
            tag.responses.push_back(i);
        }
    }
    std::vector<Tag> tags;
    for (auto& [slug, tag] : by_slug) tags.push_back(std::move(tag));
    std::sort(tags.begin(), tags.end(), [](const Tag& a, const Tag& b) { return std::tie(a.label, a.slug) < std::tie(b.label, b.slug); });
    return tags;
}

/// A security.txt that is out of date is not to be used (RFC 9116, section 2.5.5), and nobody looks at it until it is needed.
void check_security(const SiteConfig& config, Date today, Diagnostics& diagnostics) {
    constexpr int days_of_notice = 30;
    if (!config.security) return;
    const Located<Date>& expires = config.security->expires;
    const int days = days_between(today, expires.value);
    if (days > days_of_notice) return;
    const std::string message = days < 0    ? "security.txt expired on " + long_date(expires.value)
                                : days == 0 ? "security.txt expires today"
                                            : "security.txt expires in " + counted(static_cast<std::size_t>(days), "day", "days");
    diagnostics.add(Code::config_security_expires, *config.source, expires.span, message,
                    "check that the rest of `[security]` is still right, then write a day within the next year");
}

void connect(Site& site) {
    site.follows.resize(site.responses.size());
    site.followed_by.resize(site.responses.size());
    IndexById index;
    for (std::size_t i = 0; i < site.responses.size(); ++i) index.emplace(site.responses[i].id.value, i);
    // From the oldest to the newest, so that both lists come out in that order.
    for (std::size_t i = site.responses.size(); i-- > 0;) {
        for (const auto& earlier : site.responses[i].follows) {
            const auto found = index.find(earlier.value);
            if (found == index.end()) continue;
            site.follows[i].push_back(found->second);
            site.followed_by[found->second].push_back(i);
        }
        std::sort(site.follows[i].begin(), site.follows[i].end(), std::greater<>());
    }
}

void take_pages(Site& site, std::vector<Page> pages) {
    for (Page& page : pages) {
        if (page.draft && site.audience == Audience::everyone)
            site.hidden.pages.push_back(std::move(page));
        else if (page.path.empty())
            site.introduction = std::move(page);
        else
            site.pages.push_back(std::move(page));
    }
    std::sort(site.pages.begin(), site.pages.end(), [](const Page& a, const Page& b) { return a.path < b.path; });
}

}  // namespace

Site assemble_site(SiteConfig config, Content content, Instant now, Diagnostics& diagnostics, Audience audience) {
    const IndexById index = index_by_id(content.responses, diagnostics);
    check_follows(content.responses, index, now, diagnostics);
    check_follows_cycles(content.responses, index, diagnostics);
    check_future_dates(content.responses, now, diagnostics);
    check_tags(config, content.responses, diagnostics);
    check_security(config, uk_date(now), diagnostics);
    std::vector<bool> first_with_id;
    for (std::size_t i = 0; i < content.responses.size(); ++i) first_with_id.push_back(index.at(content.responses[i].id.value) == i);

    Site site;
    site.config = std::move(config);
    site.now = now;
    site.audience = audience;
    site.files = std::move(content.files);
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < content.responses.size(); ++i) {
        // A second response with the same id is reported; planning it too would only report its outputs again.
        if (first_with_id[i] && (audience == Audience::office || content.responses[i].is_public(now)))
            shown.push_back(i);
        else
            site.hidden.responses.push_back(content.responses.share(i));
    }
    std::sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) { return newer(content.responses[a], content.responses[b]); });
    site.responses.reserve(shown.size());
    for (const std::size_t i : shown) site.responses.push_back(content.responses.share(i));
    take_pages(site, std::move(content.pages));
    site.tags = tags_of(site.config, site.responses);
    for (std::size_t i = 0; i < site.tags.size(); ++i) site.tag_by_slug.emplace(site.tags[i].slug, i);
    connect(site);
    return site;
}

Clock Site::clock(const Response& response) const {
    return clock_of(response.report_published, response.report_published_precision, response.section55, response.response_published, today());
}

std::optional<Site::Opening> Site::next_opening() const {
    std::optional<Opening> next;
    for (const Responses* some : {&responses, &hidden.responses}) {
        for (const Response& response : *some) {
            if (response.status == Status::draft || !response.embargo_until || uk_instant(*response.embargo_until) <= now) continue;
            if (!next || uk_instant(*response.embargo_until) < uk_instant(next->at)) next = Opening{*response.embargo_until};
            if (*response.embargo_until == next->at) ++next->responses;
        }
    }
    return next;
}

const Tag* Site::find_tag(const std::string& slug) const {
    const auto found = tag_by_slug.find(slug);
    return found == tag_by_slug.end() ? nullptr : &tags[found->second];
}

std::optional<std::size_t> Site::find(std::string_view id) const {
    const auto found = std::find_if(responses.begin(), responses.end(), [&](const Response& r) { return r.id.value == id; });
    if (found == responses.end()) return std::nullopt;
    return static_cast<std::size_t>(found - responses.begin());
}

std::optional<std::size_t> Site::latest_peel() const {
    for (std::size_t i = 0; i < responses.size(); ++i) {
        const Response& response = responses[i];
        if (response.programme == Programme::peel && !response.grades.empty() && response.status == Status::published) return i;
    }
    return std::nullopt;
}

}  // namespace vitrine
