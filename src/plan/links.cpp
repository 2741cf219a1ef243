#include "plan/links.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_set>

#include "base/text.h"
#include "plan/address.h"

namespace vitrine::plan {
namespace {

/// What a source file becomes.
struct Target {
    std::string address;
    const Prose* body = nullptr;         ///< of a page; null for a file that is copied
    const Response* response = nullptr;  ///< of a response's page
};

/// Whether a response's page has that part of its own.
bool has_part(const Response& response, std::string_view id) {
    if (id == "grades") return !response.grades.empty();
    if (id == "recommendations") return !response.recommendations.empty() || response.no_recommendations;
    if (id == "updates") return !response.updates.empty();
    if (id == "attachments") return !response.attachments.empty();
    const auto& items = response.recommendations;
    return std::any_of(items.begin(), items.end(), [&](const Recommendation& item) { return item.anchor == id; });
}

bool has_anchor(const Target& target, std::string_view anchor) {
    const auto& headings = target.body->headings;
    if (std::any_of(headings.begin(), headings.end(), [&](const Heading& h) { return h.id == anchor; })) return true;
    return target.response != nullptr && has_part(*target.response, anchor);
}

std::vector<std::string_view> anchors_of(const Target& target) {
    std::vector<std::string_view> anchors;
    for (const Heading& heading : target.body->headings) anchors.push_back(heading.id);
    return anchors;
}

/// The path that `relative` names from a folder; nothing when it climbs out of the site.
std::optional<std::string> path_from(std::string_view folder, std::string_view relative) {
    // A plain name, as most links have, needs no work on its parts.
    if (!folder.empty() && !relative.starts_with('.') && relative.find('/') == std::string_view::npos)
        return std::string(folder).append("/").append(relative);
    std::vector<std::string> parts;
    if (!folder.empty())
        for (const std::string_view part : split(folder, '/')) parts.emplace_back(part);
    for (const std::string_view part : split(relative, '/')) {
        if (part.empty() || part == ".") continue;
        if (part != "..") {
            parts.emplace_back(part);
        } else if (parts.empty()) {
            return std::nullopt;
        } else {
            parts.pop_back();
        }
    }
    return joined(parts, "/");
}

/// How to name `path` from a folder: the opposite of `path_from`.
std::string path_to(std::string_view folder, std::string_view path) {
    while (!folder.empty()) {
        const std::string_view first = folder.substr(0, folder.find('/'));
        if (!path.starts_with(first) || path.size() <= first.size() || path[first.size()] != '/') break;
        path.remove_prefix(first.size() + 1);
        folder.remove_prefix(std::min(folder.size(), first.size() + 1));
    }
    std::string up;
    if (!folder.empty())
        for ([[maybe_unused]] const std::string_view part : split(folder, '/')) up += "../";
    return up + std::string(path);
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/')); }

class Resolver {
public:
    Resolver(const Site& site, Diagnostics& diagnostics) : style_(site.config.links), site_(site), diagnostics_(diagnostics) {
        for (const Response& response : site.responses) add_response(response, site.is_hidden(response) ? hidden_targets_ : targets_);
        for (const Response& response : site.hidden.responses) add_response(response, hidden_targets_);
        for (const auto* some : {&site.pages, &site.hidden.pages})
            for (const Page& page : *some) add_page(page);
        if (site.introduction) add_page(*site.introduction);
        for (const Attachment& file : site.files) targets_[file.path] = {file_address(file.name)};
    }

    LinkMap resolved() {
        for (const Response& response : site_.responses) {
            from_hidden_ = site_.is_hidden(response);
            resolve_response(response);
        }
        from_hidden_ = true;
        for (const Response& response : site_.hidden.responses) resolve_response(response);
        for (const auto* some : {&site_.pages, &site_.hidden.pages})
            for (const Page& page : *some) resolve_page(page);
        if (site_.introduction) resolve_page(*site_.introduction);
        return std::move(map_);
    }

    LinkMap resolved(std::span<const std::size_t> responses, std::shared_ptr<const LinkMap> others) {
        map_ = LinkMap::over(std::move(others));
        for (const std::size_t index : responses) {
            from_hidden_ = site_.is_hidden(site_.responses[index]);
            resolve_response(site_.responses[index]);
        }
        for (const Page& page : site_.pages) resolve_page(page);
        if (site_.introduction) resolve_page(*site_.introduction);
        return std::move(map_);
    }

private:
    using Targets = std::unordered_map<std::string, Target>;

    void add_page(const Page& page) {
        (page.draft ? hidden_targets_ : targets_)[page.source->path()] = {page_address(page.path, style_), &page.body};
    }

    void resolve_page(const Page& page) {
        from_hidden_ = page.draft;
        resolve(page.body, *page.source);
    }

    void add_response(const Response& response, Targets& targets) const {
        const std::string folder = response_folder(response.id.value);
        if (response.status == Status::withdrawn) {
            // The tombstone keeps the address; nothing of the text, its anchors included, is left on it.
            static const Prose nothing;
            targets[response.source->path()] = {page_address(folder, style_), &nothing};
            return;
        }
        targets[response.source->path()] = {page_address(folder, style_), &response.body, &response};
        for (const Attachment& file : response.attachments) targets[file.path] = {file_address(folder + "/" + file.name)};
    }

    void resolve_response(const Response& response) {
        const auto text = [&](const std::optional<Prose>& prose) {
            if (prose) resolve(*prose, *response.source);
        };
        text(response.withdrawn_reason);
        // A tombstone shows its reason and nothing else.
        if (response.status == Status::withdrawn) return;
        resolve(response.body, *response.source);
        for (const Update& update : response.updates) resolve(update.text, *response.source);
        for (const Recommendation& item : response.recommendations) {
            resolve(item.text, *response.source);
            text(item.force_action);
            text(item.pcc_explanation);
            for (const Update& update : item.updates) resolve(update.text, *response.source);
        }
    }

    void resolve(const Prose& prose, const SourceText& source) {
        if (prose.links.empty()) return;
        std::vector<std::string> addresses;
        for (const InternalLink& link : prose.links) addresses.push_back(address_of(link, source));
        map_.set(prose, std::move(addresses));
    }

    /// The address of a link's target; empty, and reported, when there is none.
    std::string address_of(const InternalLink& link, const SourceText& source) {
        const std::string_view written = link.target;
        const std::size_t hash = written.find('#');
        const std::string_view file = written.substr(0, hash);
        const std::string_view anchor = hash == std::string_view::npos ? std::string_view{} : written.substr(hash + 1);
        if (file.starts_with('/')) return report_absolute(link, source, file);
        const Target* target = find(link, source, file);
        if (target == nullptr) return "";
        if (link.image && target->body != nullptr) {
            diagnostics_.add(Code::link_no_target, source, link.span, quoted(file) + " is a page, not a picture", "name a picture’s file");
            return "";
        }
        if (anchor.empty()) return target->address;
        if (target->body == nullptr) return target->address + "#" + fragment_address(anchor);
        if (!has_anchor(*target, anchor)) return report_anchor(link, source, *target, file, anchor);
        return (file.empty() ? "" : target->address) + "#" + fragment_address(anchor);
    }

    /// The target of a link, its own page for an anchor alone; null, and reported, when there is none.
    const Target* find(const InternalLink& link, const SourceText& source, std::string_view file) {
        const auto path = file.empty() ? std::optional(source.path()) : path_from(folder_of(source.path()), file);
        if (path) {
            if (const auto found = targets_.find(*path); found != targets_.end()) return &found->second;
            if (const auto found = hidden_targets_.find(*path); found != hidden_targets_.end()) {
                if (from_hidden_) return &found->second;
                diagnostics_.add(Code::link_hidden_target, source, link.span, quoted(file) + " is not public",
                                 "a link to a draft or an embargoed response would give it away: take it out until then");
                return nullptr;
            }
        }
        report_missing(link, source, file, path);
        return nullptr;
    }

    void report_missing(const InternalLink& link, const SourceText& source, std::string_view file, const std::optional<std::string>& path) {
        const std::string_view folder = folder_of(source.path());
        std::string help;
        // `custody-2024/` and `custody-2024` are how the address reads, not how the file is called.
        if (path && targets_.contains(*path + ".md")) {
            help = "link to the file: " + quoted(path_to(folder, *path + ".md"));
        } else if (path) {
            const std::vector<std::string>& ways = ways_from(folder);
            help = did_you_mean(file, {ways.begin(), ways.end()});
        }
        if (help.empty()) help = "the path counts from the folder of this file";
        diagnostics_.add(Code::link_no_target, source, link.span, "there is no file " + quoted(file), std::move(help));
    }

    /// The ways from a folder to all files that a link may lead to, sorted: what an author could have written.
    const std::vector<std::string>& ways_from(std::string_view folder) {
        const auto [known, is_new] = ways_.try_emplace(std::string(folder));
        if (is_new) {
            for (const auto& [path, target] : targets_) known->second.push_back(path_to(folder, path));
            std::sort(known->second.begin(), known->second.end());
        }
        return known->second;
    }

    std::string report_absolute(const InternalLink& link, const SourceText& source, std::string_view file) {
        std::string help = "write the way to the file from this one, such as `../about.md`";
        const std::string_view wanted = trimmed(file.substr(1));
        for (const auto& [path, target] : targets_)
            if (target.address == wanted || target.address == std::string(wanted) + "/")
                help = "write " + quoted(path_to(folder_of(source.path()), path));
        diagnostics_.add(Code::link_absolute_path, source, link.span, quoted(file) + " begins at the root of a host, which may not be this site’s",
                         std::move(help));
        return "";
    }

    std::string report_anchor(const InternalLink& link, const SourceText& source, const Target& target, std::string_view file,
                              std::string_view anchor) {
        const std::string where = file.empty() ? "this page" : quoted(file);
        diagnostics_.add(Code::link_no_anchor, source, link.span, where + " has no heading `#" + std::string(anchor) + "`",
                         did_you_mean(anchor, anchors_of(target), "an anchor is the heading in lower case with hyphens for spaces"));
        return "";
    }

    LinkStyle style_;
    const Site& site_;
    Diagnostics& diagnostics_;
    Targets targets_;
    Targets hidden_targets_;    ///< drafts and what is under embargo, with their attachments, also where the office sees them
    std::map<std::string, std::vector<std::string>> ways_;  ///< from folders with links that lead nowhere
    bool from_hidden_ = false;  ///< the text in work is one of those
    LinkMap map_;
};

}  // namespace

LinkMap resolve_links(const Site& site, Diagnostics& diagnostics) { return Resolver(site, diagnostics).resolved(); }

LinkMap resolve_links_of(const Site& site, std::span<const std::size_t> responses, std::shared_ptr<const LinkMap> others, Diagnostics& diagnostics) {
    return Resolver(site, diagnostics).resolved(responses, std::move(others));
}

}  // namespace vitrine::plan
