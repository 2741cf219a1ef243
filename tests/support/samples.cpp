#include "support/samples.h"

#include <catch2/catch.hpp>

namespace vitrine::samples {

Date day(std::string_view iso) { return parse_date(iso).value(); }

Instant moment(std::string_view rfc3339) { return parse_instant(rfc3339).value(); }

Source source(const std::string& path, const std::string& text) { return std::make_shared<SourceText>(path, text); }

Response response(const std::string& id, std::string_view report_published) {
    Response response;
    response.source = source("content/inspections/" + id + ".md", "+++\n+++\n");
    response.id = {id, {0, 3}};
    response.title = "Inspection " + id;
    response.report_published = day(report_published);
    response.inspectorate = "HMICFRS";
    response.commissioner = {"Judith Amblecote", CommissionerRole::pcc};
    return response;
}

Recommendation recommendation(const std::string& number, RecommendationStatus status) {
    Recommendation item;
    item.number = {number, {0, 3}};
    item.anchor = "recommendation-" + number;
    item.status = status;
    return item;
}

Page page(const std::string& path, const std::string& title) {
    Page page;
    page.source = source("content/" + (path.empty() ? "index" : path) + ".md", "+++\n+++\n");
    page.path = path;
    page.title = title;
    return page;
}

TagUse tag(const std::string& slug) { return {slug, slug, {0, 3}}; }

SiteConfig config() {
    SiteConfig config;
    config.title = "Responses to inspections";
    config.base_url = "https://inspections.northshire.example/";
    config.office.name = "Office of the PCC for Northshire";
    config.office.force = "Northshire Police";
    return config;
}

Site site(std::vector<Response> responses, std::string_view now) {
    Content content;
    content.responses = std::move(responses);
    Diagnostics diagnostics;
    Site site = assemble_site(config(), std::move(content), moment(now), diagnostics);
    INFO(shown(diagnostics));
    REQUIRE(diagnostics.empty());
    return site;
}

Lines ids(const Site& site) {
    Lines all;
    for (const Response& response : site.responses) all.push_back(response.id.value);
    return all;
}

Lines ids(const Site& site, const std::vector<std::size_t>& responses) {
    Lines all;
    for (const std::size_t index : responses) all.push_back(site.responses.at(index).id.value);
    return all;
}

Lines faults(const Diagnostics& diagnostics) {
    Lines all;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const Location& place = diagnostic.location;
        const std::string code = " [" + std::string(describe(diagnostic.code).name) + "]";
        if (place.line == 0) {
            all.push_back(place.path + code);
            continue;
        }
        const SourceText line("line", place.excerpt);
        const std::uint32_t begin = line.offset({1, place.column}), end = line.offset({1, place.column + place.width});
        all.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                      place.excerpt.substr(begin, end - begin) + code);
    }
    return all;
}

Lines marks(const Diagnostics& diagnostics) {
    Lines all = faults(diagnostics);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (diagnostics.all()[i].location.line != 0) all[i].erase(0, all[i].find(' ') + 1);
    return all;
}

std::string shown(const Diagnostics& diagnostics) {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics.all()) all += to_text(diagnostic, false);
    return all;
}

toml_tree::Table toml(const SourceText& source) {
    Diagnostics diagnostics;
    auto table = toml_tree::parse_toml(source, {0, static_cast<std::uint32_t>(source.text().size())}, diagnostics);
    INFO(shown(diagnostics));
    REQUIRE(table);
    return std::move(*table);
}

}  // namespace vitrine::samples
