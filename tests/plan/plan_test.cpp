#include "plan/plan.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// What a row shows, in a few words.
std::string words(const plan::Subject& subject) {
    struct Words {
        std::string operator()(const plan::IndexPage& s) const { return "index " + std::to_string(s.number); }
        std::string operator()(const plan::ResponsePage& s) const { return "response " + std::to_string(s.response); }
        std::string operator()(const plan::TombstonePage& s) const { return "tombstone " + std::to_string(s.response); }
        std::string operator()(const plan::TagsPage&) const { return "tags"; }
        std::string operator()(const plan::TagPage& s) const {
            return "tag " + std::to_string(s.tag) + " " + std::to_string(s.number);
        }
        std::string operator()(const plan::TimelinePage&) const { return "timeline"; }
        std::string operator()(const plan::YearPage& s) const {
            return "year " + std::to_string(s.year) + " " + std::to_string(s.number);
        }
        std::string operator()(const plan::RegisterPage& s) const { return "register " + std::to_string(s.of) + " " + std::to_string(s.number); }
        std::string operator()(const plan::ContentPage& s) const { return "page " + std::to_string(s.page); }
        std::string operator()(const plan::NotFoundPage&) const { return "not found"; }
        std::string operator()(const plan::RedirectPage& s) const { return "to <" + s.target + "> " + s.title; }
        std::string operator()(const plan::RobotsFile&) const { return "robots"; }
        std::string operator()(const plan::AtomFeed& s) const { return "feed" + (s.tag ? " " + std::to_string(*s.tag) : ""); }
        std::string operator()(const plan::JsonFeed&) const { return "JSON feed"; }
        std::string operator()(const plan::SiteMapPage&) const { return "site map"; }
        std::string operator()(const plan::SitemapFile& s) const { return "sitemap " + std::to_string(s.part); }
        std::string operator()(const plan::SitemapIndex&) const { return "sitemaps"; }
        std::string operator()(const plan::SecurityFile&) const { return "security"; }
        std::string operator()(const plan::DataPage&) const { return "open data"; }
        std::string operator()(const plan::ArchivePage&) const { return "snapshots"; }
        std::string operator()(const plan::DataFile& s) const { return "data " + plan::data_file_name(s.table, s.format); }
        std::string operator()(const plan::CopiedFile& s) const { return "copy of " + s.file; }
        std::string operator()(const plan::HostFile& s) const { return "for " + std::string(label(s.host)); }
        std::string operator()(const plan::CompressedFile& s) const { return std::string(key(s.how)) + " of " + s.original; }
    };
    return std::visit(Words{}, subject);
}

/// Each row as `path: what it shows`, but for the files of open data, which are the same on every site.
Lines rows_of(const Site& site, const std::vector<plan::Copy>& assets = {}) {
    Diagnostics diagnostics;
    const plan::Plan plan = plan_site(site, "/site", assets, diagnostics);
    INFO(samples::shown(diagnostics));
    CHECK(diagnostics.empty());
    Lines all;
    for (const plan::Row& row : plan.rows)
        if (!std::holds_alternative<plan::DataFile>(row.subject)) all.push_back(row.path + ": " + words(row.subject));
    return all;
}

/// The rows whose paths begin like that.
Lines rows_of(const Site& site, std::string_view beginning) {
    Lines all;
    for (const std::string& row : rows_of(site))
        if (row.starts_with(beginning)) all.push_back(row);
    return all;
}

Site paginated(std::vector<Response> responses) {
    Site site = samples::site(std::move(responses));
    site.config.page_size = 2;
    return site;
}

/// Responses to reports of 2014, which have one event each.
std::vector<Response> five_responses() {
    std::vector<Response> all;
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        all.push_back(samples::response(id, "2014-09-04"));
        all.back().tags = {samples::tag("custody")};
        all.back().recommendations = {samples::recommendation("1", RecommendationStatus::complete)};
    }
    return all;
}

}  // namespace

TEST_CASE("An empty site still has its lists and a page for addresses that do not exist") {
    CHECK(rows_of(samples::site({})) == Lines{"404.html: not found", "data/index.html: open data", "feed.json: JSON feed", "feed.xml: feed",
                                              "index.html: index 1", "recommendations/index.html: register 0 1", "robots.txt: robots",
                                              "site-map/index.html: site map", "sitemap.xml: sitemap 0", "tags/index.html: tags",
                                              "timeline/index.html: timeline"});
}

TEST_CASE("The open data of a site, empty or not, is four tables in two forms, each with what it means") {
    Diagnostics diagnostics;
    const plan::Plan plan = plan::plan_site(samples::site({}), "/site", {}, diagnostics);
    Lines paths;
    for (const plan::Row& row : plan.rows)
        if (std::holds_alternative<plan::DataFile>(row.subject)) paths.push_back(row.path + ": " + words(row.subject));
    CHECK(paths.size() == 16);
    CHECK(Lines(paths.begin(), paths.begin() + 4) ==
          Lines{"data/grades.csv: data grades.csv", "data/grades.csv-metadata.json: data grades.csv-metadata.json",
                "data/grades.json: data grades.json", "data/grades.schema.json: data grades.schema.json"});
}

TEST_CASE("Every file of a small site is one row, sorted by path") {
    Response response = samples::response("custody-2014", "2014-09-04");
    response.tags = {samples::tag("custody")};
    response.attachments = {{"content/inspections/custody-2014.pdf", "custody-2014.pdf", 7}};
    Content content;
    content.responses = {response};
    content.pages = {samples::page("about", "About"), samples::page("", "Welcome")};
    content.files = {{"content/logo.svg", "logo.svg", 7}};
    Diagnostics diagnostics;
    const Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    CHECK(rows_of(site, {{"assets/style.css", "/themes/default/assets/style.css", "themes/default/assets/style.css"}}) ==
          Lines{"404.html: not found", "about/index.html: page 0", "assets/style.css: copy of /themes/default/assets/style.css",
                "data/index.html: open data", "feed.json: JSON feed", "feed.xml: feed", "index.html: index 1",
                "inspections/custody-2014/custody-2014.pdf: copy of /site/content/inspections/custody-2014.pdf",
                "inspections/custody-2014/index.html: response 0", "logo.svg: copy of /site/content/logo.svg",
                "recommendations/index.html: register 0 1", "robots.txt: robots", "site-map/index.html: site map", "sitemap.xml: sitemap 0", "tags/custody/feed.xml: feed 0", "tags/custody/index.html: tag 0 1",
                "tags/index.html: tags", "timeline/2014/index.html: year 0 1", "timeline/index.html: timeline"});
}

TEST_CASE("Every long list is paginated") {
    const Site site = paginated(five_responses());
    CHECK(rows_of(site, "index.html") == Lines{"index.html: index 1"});
    CHECK(rows_of(site, "page/") == Lines{"page/2/index.html: index 2", "page/3/index.html: index 3"});
    CHECK(rows_of(site, "tags/custody/") == Lines{"tags/custody/feed.xml: feed 0", "tags/custody/index.html: tag 0 1", "tags/custody/page/2/index.html: tag 0 2",
                                                  "tags/custody/page/3/index.html: tag 0 3"});
    CHECK(rows_of(site, "timeline/2014/") == Lines{"timeline/2014/index.html: year 0 1",
                                                   "timeline/2014/page/2/index.html: year 0 2",
                                                   "timeline/2014/page/3/index.html: year 0 3"});
    CHECK(rows_of(site, "recommendations/") == Lines{"recommendations/index.html: register 0 1",
                                                     "recommendations/overdue/index.html: register 1 1",
                                                     "recommendations/page/2/index.html: register 0 2",
                                                     "recommendations/page/3/index.html: register 0 3"});
}

TEST_CASE("A list that just fills its pages has no empty page behind it") {
    CHECK(plan::pages_for(0, 50) == 1);
    CHECK(plan::pages_for(1, 50) == 1);
    CHECK(plan::pages_for(50, 50) == 1);
    CHECK(plan::pages_for(51, 50) == 2);
    CHECK(plan::pages_for(100, 50) == 2);
    CHECK(plan::pages_for(5, 1) == 5);
}

TEST_CASE("The pages of a list hold all its entries, each once") {
    for (const std::size_t entries : {0, 1, 49, 50, 51, 149, 150}) {
        std::size_t next = 0;
        for (std::size_t number = 1; number <= plan::pages_for(entries, 50); ++number) {
            const auto [begin, end] = plan::entries_of_page(number, entries, 50);
            CHECK(begin == next);
            CHECK(end - begin <= 50);
            next = end;
        }
        CHECK(next == entries);
    }
}

TEST_CASE("Names that readers could take for one another are known as such") {
    const std::string inspection = "PEEL: Police effectiveness, efficiency and legitimacy, an inspection of ";
    std::vector<Response> responses = {samples::response("a", "2014-09-04"), samples::response("b", "2015-09-04"), samples::response("c", "2016-09-04"),
                                       samples::response("d", "2017-09-04")};
    responses[0].title = responses[2].title = "Crime recording";
    responses[0].short_title = "Crime data";
    responses[1].title = inspection + "Northshire Police";
    responses[3].title = inspection + "roads policing";
    Diagnostics diagnostics;
    const auto namesakes = [&](const std::vector<Response>& all) { return plan::plan_site(samples::site(all), "/site", {}, diagnostics).has_namesake; };
    CHECK(namesakes(responses) == std::vector{true, false, true, false});  // newest first
    responses[0].short_title.clear();
    CHECK(namesakes(responses) == std::vector{true, true, true, true});
}

TEST_CASE("A withdrawn response keeps its address as a tombstone, without attachments") {
    Response withdrawn = samples::response("custody-2024", "2024-07-19");
    withdrawn.status = Status::withdrawn;
    withdrawn.attachments = {{"content/inspections/custody-2024.pdf", "custody-2024.pdf", 7}};
    CHECK(rows_of(samples::site({withdrawn}), "inspections/") == Lines{"inspections/custody-2024/index.html: tombstone 0"});
}

TEST_CASE("A hidden response has no row, nor have its attachments and old addresses") {
    Response draft = samples::response("custody-2024", "2024-07-19");
    draft.status = Status::draft;
    draft.attachments = {{"content/inspections/custody-2024.pdf", "custody-2024.pdf", 7}};
    draft.aliases = {{"old/custody/", {}}};
    CHECK(rows_of(samples::site({draft})) == rows_of(samples::site({})));
}

TEST_CASE("An old address leads to the page, as a folder or as the file that it names") {
    Response response = samples::response("custody-2014", "2014-09-04");
    response.short_title = "Custody";
    response.aliases = {{"old/custody/", {}}, {"reports/14", {}}, {"reports/2014.html", {}}, {"r.htm", {}}};
    CHECK(rows_of(samples::site({response}), "old/") == Lines{"old/custody/index.html: to <inspections/custody-2014/> Custody"});
    CHECK(rows_of(samples::site({response}), "r") == Lines{"r.htm: to <inspections/custody-2014/> Custody",
                                                           "recommendations/index.html: register 0 1",
                                                           "reports/14/index.html: to <inspections/custody-2014/> Custody",
                                                           "reports/2014.html: to <inspections/custody-2014/> Custody", "robots.txt: robots"});
}

TEST_CASE("An old address leads to a tombstone too, and to a file where links name files") {
    Response withdrawn = samples::response("custody-2014", "2014-09-04");
    withdrawn.status = Status::withdrawn;
    withdrawn.aliases = {{"old", {}}};
    Site site = samples::site({withdrawn});
    site.config.links = LinkStyle::file;
    CHECK(rows_of(site, "old") == Lines{"old/index.html: to <inspections/custody-2014/index.html> Inspection custody-2014"});
}

TEST_CASE("Pages and the home page's introduction have old addresses too") {
    Content content;
    content.pages = {samples::page("about", "About"), samples::page("", "Welcome")};
    content.pages[0].aliases = {{"team/", {}}};
    content.pages[1].aliases = {{"home/", {}}};
    Diagnostics diagnostics;
    const Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    CHECK(rows_of(site, "team") == Lines{"team/index.html: to <about/> About"});
    CHECK(rows_of(site, "home") == Lines{"home/index.html: to <> Responses to inspections"});
}

TEST_CASE("Each host gets the files that it reads, at the places where it looks for them") {
    Site site = samples::site({});
    const auto files_for = [&](std::vector<WebHost> hosts) {
        site.config.hosting.files = std::move(hosts);
        Lines found;
        for (const std::string& row : rows_of(site))
            if (row.find(": for ") != std::string::npos) found.push_back(row);
        return found;
    };
    CHECK(files_for({}) == Lines{});
    CHECK(files_for({WebHost::apache, WebHost::nginx, WebHost::caddy, WebHost::netlify, WebHost::github_pages, WebHost::s3}) ==
          Lines{".htaccess: for Apache", ".nojekyll: for GitHub Pages", "_headers: for Netlify", "_hosting/Caddyfile: for Caddy",
                "_hosting/nginx.conf: for nginx", "_hosting/s3-website.json: for S3", "_redirects: for Netlify"});
    CHECK(files_for({WebHost::cloudflare_pages}) == Lines{"_headers: for Cloudflare Pages", "_redirects: for Cloudflare Pages"});
}

TEST_CASE("Pages, feeds and data, and texts that are long enough stand there compressed too, and nothing else") {
    Content content;
    content.pages = {samples::page("about", "About")};
    content.pages[0].aliases = {{"old/", {}}};
    content.files = {{"content/long.csv", "long.csv", 1024}, {"content/short.csv", "short.csv", 1023}, {"content/map.pdf", "map.pdf", 9999}, {"content/csv", "csv", 9999}};
    Diagnostics diagnostics;
    Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    site.config.hosting = {{WebHost::apache}, {Compression::gzip, Compression::brotli}};
    Lines compressed;
    for (const std::string& row : rows_of(site, {{"assets/style.css", "/s.css", "s.css", 2000}}))
        if (row.find(" of ") != std::string::npos && row.find("copy of ") == std::string::npos && !row.starts_with("data/")) compressed.push_back(row);
    Lines expected;
    for (const std::string& file : Lines{"404.html", "about/index.html", "assets/style.css", "feed.json", "feed.xml", "index.html", "long.csv",
                                         "recommendations/index.html", "site-map/index.html", "sitemap.xml", "tags/index.html", "timeline/index.html"}) {
        expected.push_back(file + ".br: brotli of " + file);
        expected.push_back(file + ".gz: gzip of " + file);
    }
    CHECK(compressed == expected);
}

TEST_CASE("A file of the site’s own takes the place of what vitrine tells robots") {
    Content content;
    content.files = {{"content/robots.txt", "robots.txt", 7}};
    Diagnostics diagnostics;
    const Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    CHECK(rows_of(site, "robots") == Lines{"robots.txt: copy of /site/content/robots.txt"});
    CHECK(rows_of(samples::site({}), "robots") == Lines{"robots.txt: robots"});
}
