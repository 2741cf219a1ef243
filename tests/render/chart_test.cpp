#include "render/chart.h"

#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "support/samples.h"

using namespace vitrine;
using render::chart_of_years;
using samples::Lines;

namespace {

YearFigures year(int number, std::size_t reports, std::optional<int> median_days = {}, std::size_t late = 0) {
    YearFigures figures;
    figures.year = std::chrono::year(number);
    figures.reports = reports;
    figures.in_time = number >= 2017 ? reports - late : 0;
    figures.late = late;
    figures.median_days = median_days;
    return figures;
}

/// The tags of an XML text that are left open or close what is not open.
Lines unbalanced(const std::string& xml) {
    Lines open, wrong;
    const std::regex tag("<(/?)([a-z]+)((?: [a-zA-Z0-9-]+=\"[^\"<>]*\")*)(/?)>");
    for (auto at = std::sregex_iterator(xml.begin(), xml.end(), tag); at != std::sregex_iterator(); ++at) {
        const std::string name = (*at)[2];
        if (!(*at)[4].str().empty()) continue;
        if ((*at)[1].str().empty()) {
            open.push_back(name);
        } else if (!open.empty() && open.back() == name) {
            open.pop_back();
        } else {
            wrong.push_back("/" + name);
        }
    }
    wrong.insert(wrong.end(), open.begin(), open.end());
    if (std::regex_replace(xml, tag, "").find_first_of("<>&") != std::string::npos) wrong.emplace_back("text");
    return wrong;
}

std::string attribute(const std::string& xml, const std::string& before) {
    const std::size_t begin = xml.find(before);
    REQUIRE(begin != std::string::npos);
    return xml.substr(begin + before.size(), xml.find('"', begin + before.size()) - begin - before.size());
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("There is no picture of no years") { CHECK(chart_of_years({}).empty()); }

TEST_CASE("The picture is well-formed, whatever the figures") {
    CHECK(unbalanced(chart_of_years({year(2024, 1)})) == Lines{});
    CHECK(unbalanced(chart_of_years({year(2024, 0), year(2023, 12, 70, 9), year(2014, 3, 400)})) == Lines{});
    CHECK(unbalanced(chart_of_years({year(2024, 123456, 9999)})) == Lines{});
}

TEST_CASE("The picture has a name and a description for those who cannot see it") {
    const std::string svg = chart_of_years({year(2024, 2, 56), year(2023, 1)});
    CHECK(attribute(svg, "role=\"") == "img");
    CHECK(attribute(svg, "aria-labelledby=\"") == "chart-title chart-description");
    CHECK(svg.find("<title id=\"chart-title\">") != std::string::npos);
    CHECK(svg.find("<desc id=\"chart-description\">2024: 2 reports, answered after 56 days. 2023: 1 report.</desc>") !=
          std::string::npos);
}

TEST_CASE("Each year has a bar for its reports and one for the days, where there are any") {
    CHECK(count(chart_of_years({year(2024, 2, 56), year(2023, 1, 30)}), "<rect ") == 4);
    CHECK(count(chart_of_years({year(2024, 2), year(2023, 0, 30)}), "<rect ") == 2);
    CHECK(count(chart_of_years({year(2024, 0)}), "<rect ") == 0);
}

TEST_CASE("A bar past day 56 stands out where there was a deadline, and a report from before the rule never does") {
    CHECK(count(chart_of_years({year(2024, 1, 57, 1)}), "chart-bar-late") == 1);
    CHECK(count(chart_of_years({year(2024, 1, 56)}), "chart-bar-late") == 0);
    CHECK(count(chart_of_years({year(2014, 1, 400)}), "chart-bar-late") == 0);
}

TEST_CASE("The line at day 56 is drawn for the years in which it is the law") {
    CHECK(count(chart_of_years({year(2014, 1, 30)}), "chart-limit") == 0);
    CHECK(count(chart_of_years({year(2017, 1, 30), year(2014, 1, 30)}), "chart-limit") == 1);
}

TEST_CASE("Nothing is drawn outside the picture") {
    for (const auto& years :
         {std::vector{year(2024, 123456, 9999, 5), year(2017, 0), year(2014, 1, 1)}, std::vector{year(2024, 1)}}) {
        const std::string svg = chart_of_years(years);
        const std::smatch box = [&] {
            std::smatch found;
            REQUIRE(std::regex_search(svg, found, std::regex("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"")));
            return found;
        }();
        const int width = std::stoi(box[1]), height = std::stoi(box[2]);
        const std::regex bar("x=\"(-?[0-9]+)\" y=\"(-?[0-9]+)\" width=\"([0-9]+)\" height=\"([0-9]+)\"");
        for (auto at = std::sregex_iterator(svg.begin(), svg.end(), bar); at != std::sregex_iterator(); ++at) {
            CHECK(std::stoi((*at)[1]) + std::stoi((*at)[3]) <= width);
            CHECK(std::stoi((*at)[2]) + std::stoi((*at)[4]) <= height);
        }
        const std::regex label("<text [^>]*x=\"(-?[0-9]+)\" y=\"(-?[0-9]+)\"");
        for (auto at = std::sregex_iterator(svg.begin(), svg.end(), label); at != std::sregex_iterator(); ++at) {
            CHECK(std::stoi((*at)[1]) < width);
            CHECK(std::stoi((*at)[2]) <= height);
        }
    }
}

TEST_CASE("The picture of the register has a bar for each status that occurs, and marks what is overdue in it") {
    Register shown;
    CHECK(render::chart_of_statuses(shown).empty());
    shown.counts = {RegisterCount{1200, 3}, RegisterCount{2, 2}, {}, {}, RegisterCount{7, 0}, {}};
    const std::string svg = render::chart_of_statuses(shown);
    CHECK(unbalanced(svg) == Lines{});
    CHECK(count(svg, "<rect ") == 4);
    CHECK(count(svg, "chart-bar-late") == 2);
    CHECK(count(svg, "chart-bar-closed") == 1);
    CHECK(svg.find("<desc id=\"chart-description\">Not started: 1,200 (3 overdue). In progress: 2 (2 overdue). Complete: 7.</desc>") != std::string::npos);
}
