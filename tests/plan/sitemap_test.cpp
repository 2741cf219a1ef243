#include "plan/sitemap.h"

#include <catch2/catch.hpp>

#include "plan/plan.h"
#include "support/samples.h"

using namespace vitrine;
using plan::SitemapEntry;
using samples::day;
using samples::Lines;

namespace {

Lines entries_of(const Site& site) {
    Diagnostics diagnostics;
    Lines lines;
    for (const SitemapEntry& entry : plan::plan_site(site, "/site", {}, diagnostics).sitemap.entries)
        lines.push_back("/" + entry.folder + (entry.changed ? " " + iso(*entry.changed) : ""));
    return lines;
}

Response tagged(const std::string& id, std::string_view report, const std::string& tag) {
    Response response = samples::response(id, report);
    response.tags = {samples::tag(tag)};
    return response;
}

/// The parts into which that many entries of 2,000 bytes or so go, as `begin-end`.
Lines parts_of(std::size_t count, plan::SitemapLimits limits) {
    Lines parts;
    for (const auto& [begin, end] : plan::parts_of_sitemap(std::vector<SitemapEntry>(count, {std::string(1862, 'a'), {}}), "12345678/", limits))
        parts.push_back(std::to_string(begin) + "-" + std::to_string(end));
    return parts;
}

}  // namespace

TEST_CASE("The site map has every page once, with the day on which what it shows last changed") {
    Response custody = tagged("custody-2024", "2014-07-19", "custody");
    custody.updates = {{day("2025-01-02"), {}}, {day("2026-07-01"), {}}};
    Content content;
    content.responses = {custody, tagged("roads-2013", "2013-02-03", "roads")};
    content.pages = {samples::page("about", "About")};
    content.pages[0].aliases = {{"old/about/", {}}};
    Diagnostics diagnostics;
    const Site site = assemble_site(samples::config(), std::move(content), samples::moment("2026-06-30"), diagnostics);
    CHECK(entries_of(site) == Lines{"/ 2025-01-02", "/about", "/data 2025-01-02", "/inspections/custody-2024 2025-01-02", "/inspections/roads-2013 2013-02-03",
                                    "/recommendations 2025-01-02", "/site-map 2025-01-02", "/tags 2025-01-02", "/tags/custody 2025-01-02",
                                    "/tags/roads 2013-02-03", "/timeline 2025-01-02", "/timeline/2013 2013-02-03", "/timeline/2014 2025-01-02"});
}

TEST_CASE("A tombstone is in the site map, without a day, and nothing else has changed by it") {
    Response withdrawn = samples::response("a", "2014-07-19");
    withdrawn.status = Status::withdrawn;
    CHECK(entries_of(samples::site({withdrawn})) == Lines{"/", "/data", "/inspections/a", "/recommendations", "/site-map", "/tags", "/timeline"});
}

TEST_CASE("A site map is split where one file may hold no more addresses, or no more bytes") {
    CHECK(parts_of(0, {}) == Lines{"0-0"});
    CHECK(parts_of(3, {.entries = 3}) == Lines{"0-3"});
    CHECK(parts_of(7, {.entries = 3}) == Lines{"0-3", "3-6", "6-7"});
    CHECK(parts_of(3, {.bytes = 6'500}) == Lines{"0-3"});
    CHECK(parts_of(4, {.bytes = 6'500}) == Lines{"0-3", "3-4"});
    CHECK(parts_of(2, {.bytes = 10}) == Lines{"0-1", "1-2"});
    CHECK(parts_of(100'001, {}).size() == 4);  // 50 MB are fewer of these than 50,000
}

TEST_CASE("A site map in several files has a list of them at its address") {
    Diagnostics diagnostics;
    std::vector<Response> responses;
    for (int i = 0; i < 50'010; ++i) responses.push_back(samples::response("r" + std::to_string(i), "2014-07-19"));
    const plan::Plan plan = plan::plan_site(samples::site(std::move(responses)), "/site", {}, diagnostics);
    Lines files;
    for (const plan::Row& row : plan.rows)
        if (row.path.starts_with("sitemap")) files.push_back(row.path);
    CHECK(files == Lines{"sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"});
}
