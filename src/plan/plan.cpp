#include "plan/plan.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "plan/address.h"
#include "plan/collisions.h"
#include "plan/media_types.h"

namespace vitrine::plan {
namespace {

/// Names count as equal when they begin alike for as long as a browser's tab or a search result shows them.
std::vector<bool> namesakes_of(const Responses& responses) {
    constexpr std::size_t shown = 45;
    const auto beginning = [](const Response& response) {
        const std::string_view name = response.name();
        return name.substr(0, bytes_of_code_points(name, shown));
    };
    std::unordered_map<std::string_view, std::size_t> uses;
    for (const Response& response : responses) ++uses[beginning(response)];
    std::vector<bool> has_namesake;
    for (const Response& response : responses) has_namesake.push_back(uses[beginning(response)] > 1);
    return has_namesake;
}

template <class... Subjects>
bool is_one_of(const Subject& subject) {
    return (std::holds_alternative<Subjects>(subject) || ...);
}

/// A text below this size fits into one packet of a network, and nobody waits for it less when it is smaller.
constexpr std::uint64_t smallest_to_compress = 1024;

struct HostFileRow {
    WebHost host;
    HostDocument document;
    std::string_view path;
};

// Hosts that find their file by its place name the place; the others are pointed to it, and serve nothing below `_hosting`.
constexpr std::array host_files = {
    HostFileRow{WebHost::apache, HostDocument::apache, ".htaccess"},
    HostFileRow{WebHost::nginx, HostDocument::nginx, "_hosting/nginx.conf"},
    HostFileRow{WebHost::caddy, HostDocument::caddy, "_hosting/Caddyfile"},
    HostFileRow{WebHost::netlify, HostDocument::headers, "_headers"},
    HostFileRow{WebHost::netlify, HostDocument::redirects, "_redirects"},
    HostFileRow{WebHost::cloudflare_pages, HostDocument::headers, "_headers"},
    HostFileRow{WebHost::cloudflare_pages, HostDocument::redirects, "_redirects"},
    HostFileRow{WebHost::github_pages, HostDocument::no_jekyll, ".nojekyll"},
    HostFileRow{WebHost::s3, HostDocument::s3, "_hosting/s3-website.json"},
};

class Planner {
public:
    Planner(const Site& site, const std::string& root) : site_(site), root_(root) {
        plan_.years = timeline_of(site);
        plan_.registers = registers_of(site);
        plan_.has_namesake = namesakes_of(site.responses);
    }

    Plan planned(std::span<const Copy> assets) {
        add_lists();
        for (std::size_t i = 0; i < site_.responses.size(); ++i) add_response(i);
        for (std::size_t i = 0; i < site_.pages.size(); ++i) add_page(i);
        if (site_.introduction) add_aliases(site_.introduction->aliases, "", site_.config.title, *site_.introduction->source);
        for (const Attachment& file : site_.files) add_file(file.name, file);
        for (const Copy& asset : assets) add_copy(asset.path, {asset.file, asset.for_ever}, asset.size, asset.origin);
        add_sitemap();
        for (const WebHost host : site_.config.hosting.files) add_host_files(host);
        std::stable_sort(plan_.rows.begin(), plan_.rows.end(), [](const Row& a, const Row& b) { return a.path < b.path; });
        return std::move(plan_);
    }

private:
    void add(std::string path, Subject subject, std::string origin) {
        if (!is_one_of<RedirectPage, RobotsFile, CopiedFile, HostFile>(subject)) add_compressed(path, origin);
        plan_.rows.push_back({std::move(path), std::move(subject), std::move(origin)});
    }

    void add_copy(const std::string& path, CopiedFile copied, std::uint64_t size, const std::string& origin) {
        if (size >= smallest_to_compress) add_compressed(path, origin);
        add(path, std::move(copied), origin);
    }

    void add_file(const std::string& path, const Attachment& file) { add_copy(path, {root_ + "/" + file.path, false}, file.size, file.path); }

    /// What is compressed of a file that is long enough: texts are.
    void add_compressed(const std::string& path, const std::string& origin) {
        const MediaType* type = media_type_of(path);
        if (type == nullptr || !type->is_text) return;
        for (const Compression how : site_.config.hosting.compress)
            plan_.rows.push_back({path + std::string(compressed_suffix(how)), CompressedFile{path, how}, origin});
    }

    void add_host_files(WebHost host) {
        for (const HostFileRow& row : host_files)
            if (row.host == host) add(std::string(row.path), HostFile{host, row.document}, "`[hosting]` in site.toml");
    }

    template <class MakeSubject>
    void add_list(std::string_view folder, std::size_t entries, const std::string& origin, MakeSubject subject) {
        for (std::size_t n = 1; n <= pages_for(entries, site_.config.page_size); ++n)
            add(page_file(nth_page_folder(folder, n)), subject(n), origin);
    }

    void add_lists() {
        add_list("", site_.responses.size(), "the list of inspections", [](std::size_t n) { return IndexPage{n}; });
        add(page_file(tags_folder), TagsPage{}, "the list of tags");
        for (std::size_t tag = 0; tag < site_.tags.size(); ++tag) {
            const Tag& shown = site_.tags[tag];
            add_list(tag_folder(shown.slug), shown.responses.size(), "the page of the tag `" + shown.slug + "`",
                     [&](std::size_t n) { return TagPage{tag, n}; });
            add(tag_feed(shown.slug), AtomFeed{tag}, "the feed of the tag `" + shown.slug + "`");
        }
        add(page_file(timeline_folder), TimelinePage{}, "the timeline");
        for (std::size_t year = 0; year < plan_.years.size(); ++year)
            add_list(year_folder(int{plan_.years[year].year}), plan_.years[year].events.size(), "a year of the timeline",
                     [&](std::size_t n) { return YearPage{year, n}; });
        for (std::size_t i = 0; i < plan_.registers.size(); ++i)
            add_list(folder_of(plan_.registers[i]), plan_.registers[i].entries.size(), "the register of recommendations",
                     [&](std::size_t n) { return RegisterPage{i, n}; });
        add(page_file(site_map_folder), SiteMapPage{}, "the site map");
        add("404.html", NotFoundPage{}, "the page for addresses that do not exist");
        // Who says something else to robots puts a file of their own there.
        const bool has_own = std::any_of(site_.files.begin(), site_.files.end(), [](const Attachment& file) { return file.name == robots_file; });
        if (!has_own) add(std::string(robots_file), RobotsFile{}, "what robots may read");
        if (!site_.config.snapshots.empty()) add(page_file(archive_folder), ArchivePage{}, "the list of snapshots");
        add(page_file(data_folder), DataPage{}, "the page about open data");
        for (const DataTable table : data_tables)
            for (const DataFormat format : data_formats) add(data_file(table, format), DataFile{table, format}, "the open data");
        add(std::string(atom_feed), AtomFeed{}, "the feed of all responses");
        add(std::string(json_feed), JsonFeed{}, "the feed of all responses");
        if (site_.config.security) add(std::string(security_file), SecurityFile{}, "`[security]` of site.toml");
    }

    void add_sitemap() {
        plan_.sitemap = sitemap_of(site_, plan_);
        const std::size_t parts = plan_.sitemap.parts.size();
        if (parts > 1) add(std::string(sitemap_file), SitemapIndex{}, "the site map for search engines");
        for (std::size_t part = 0; part < parts; ++part)
            add(parts > 1 ? sitemap_part(part + 1) : std::string(sitemap_file), SitemapFile{part}, "the site map for search engines");
    }

    void add_response(std::size_t index) {
        const Response& response = site_.responses[index];
        const std::string folder = response_folder(response.id.value);
        add_aliases(response.aliases, folder, response.name(), *response.source);
        if (response.status == Status::withdrawn) {
            add(page_file(folder), TombstonePage{index}, response.source->path());
            return;
        }
        add(page_file(folder), ResponsePage{index}, response.source->path());
        for (const Attachment& file : response.attachments) add_file(folder + "/" + file.name, file);
    }

    void add_page(std::size_t index) {
        const Page& page = site_.pages[index];
        add(page_file(page.path), ContentPage{index}, page.source->path());
        add_aliases(page.aliases, page.path, page.title, *page.source);
    }

    void add_aliases(const std::vector<Located<std::string>>& aliases, const std::string& folder, const std::string& title, const SourceText& source) {
        for (const auto& alias : aliases) {
            std::string path = alias.value;
            if (path.ends_with('/')) path.pop_back();
            const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
            const bool is_page_file = name.ends_with(".html") || name.ends_with(".htm");
            add(is_page_file ? path : page_file(path), RedirectPage{page_address(folder, site_.config.links), title}, source.path());
        }
    }

    const Site& site_;
    const std::string& root_;
    Plan plan_;
};

}  // namespace

std::string_view compressed_suffix(Compression how) { return how == Compression::gzip ? ".gz" : ".br"; }

bool is_page(const Subject& subject) {
    return !is_one_of<RedirectPage, RobotsFile, AtomFeed, JsonFeed, SitemapFile, SitemapIndex, SecurityFile, DataFile, CopiedFile, HostFile, CompressedFile>(
        subject);
}

std::size_t pages_for(std::size_t entries, std::size_t page_size) { return std::max<std::size_t>(1, (entries + page_size - 1) / page_size); }

Range entries_of_page(std::size_t number, std::size_t entries, std::size_t page_size) {
    const std::size_t begin = std::min(entries, (number - 1) * page_size);
    return {begin, std::min(entries, begin + page_size)};
}

Plan plan_site(const Site& site, const std::string& root, std::span<const Copy> assets, Diagnostics& diagnostics) {
    Plan plan = Planner(site, root).planned(assets);
    check_collisions(plan, diagnostics);
    return plan;
}

}  // namespace vitrine::plan
