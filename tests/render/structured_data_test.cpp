// What pages say to programs.

#include "render/structured_data.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "render/views.h"
#include "support/rendering.h"

using namespace vitrine;
using namespace vitrine::render;
using samples::day;
using samples::Rendering;

namespace {

const std::string site = "https://inspections.northshire.example/";

Response custody() {
    Response response = samples::response("custody-2024", "2024-07-19");
    response.title = "Custody </script><script>alert(1)</script>";
    response.report_url = "https://reports.example.org/custody";
    response.response_published = day("2024-09-10");
    response.updates = {{day("2025-01-02"), {}}};
    return response;
}

nlohmann::json graph_of(const mustache::Value& page) {
    const auto data = nlohmann::json::parse(samples::text(page, "json_ld"));
    CHECK(data.at("@context") == "https://schema.org");
    return data.at("@graph");
}

}  // namespace

TEST_CASE("The page of a response says that it is the office's report about the inspectors' report") {
    Rendering rendering({custody()});
    rendering.site.config.licence = Licence{"OGL", "https://licence.example.org/", ""};
    const auto report = graph_of(response_view(rendering.context, 0, "")).at(0);
    CHECK(report.at("@type") == "Report");
    CHECK(report.at("name") == custody().title);
    CHECK(report.at("url") == site + "inspections/custody-2024/");
    CHECK(report.at("datePublished") == "2024-09-10");
    CHECK(report.at("dateModified") == "2025-01-02");
    CHECK(report.at("author").at("@type") == "GovernmentOrganization");
    CHECK(report.at("author").at("name") == "Office of the PCC for Northshire");
    CHECK(report.at("about").at("url") == "https://reports.example.org/custody");
    CHECK(report.at("about").at("datePublished") == "2024-07-19");
    CHECK(report.at("about").at("author").at("name") == "HMICFRS");
    CHECK(report.at("license") == "https://licence.example.org/");
}

TEST_CASE("No title of an inspection can end the script element that it stands in") {
    const Rendering rendering({custody()});
    CHECK(samples::text(response_view(rendering.context, 0, ""), "json_ld").find('<') == std::string::npos);
}

TEST_CASE("The pages above a page are a list of breadcrumbs with whole addresses, the page itself last") {
    const Rendering rendering({custody()});
    const auto breadcrumbs = graph_of(response_view(rendering.context, 0, "")).at(1);
    CHECK(breadcrumbs.at("@type") == "BreadcrumbList");
    const auto steps = breadcrumbs.at("itemListElement");
    REQUIRE(steps.size() == 2);
    CHECK(steps.at(0) == nlohmann::json({{"@type", "ListItem"}, {"position", 1}, {"name", "Home"}, {"item", site}}));
    CHECK(steps.at(1).at("position") == 2);
    CHECK(steps.at(1).at("item") == site + "inspections/custody-2024/");
}

TEST_CASE("The home page says what the site is and who publishes it, and lists say that they are lists") {
    const Rendering rendering({custody()}, 1);
    const auto home = graph_of(index_view(rendering.context, 1));
    CHECK(home.at(0).at("@type") == "WebSite");
    CHECK(home.at(1).at("@type") == "GovernmentOrganization");
    CHECK(graph_of(tags_view(rendering.context)).at(0).at("@type") == "CollectionPage");
    CHECK(graph_of(register_view(rendering.context, 0, 1)).at(0).at("url") == site + "recommendations/");
}

TEST_CASE("A page with nothing to say to programs has no script element") {
    const Rendering rendering;
    CHECK(samples::text(not_found_view(rendering.context), "json_ld").empty());
}
