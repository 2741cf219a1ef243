#include "render/chart.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "model/section55.h"
#include "render/svg.h"

namespace vitrine::render {
namespace {

/// In units of the picture, which is drawn narrow so that its letters stay legible on a telephone.
constexpr int width = 340, top = 42, row_height = 26, bar_height = 14;
constexpr int reports_left = 48, reports_width = 92, days_left = 184, days_width = 116;

/// A report from before the rule is never shown as late, however long the answer took.
bool has_deadlines(const YearFigures& year) { return year.in_time + year.late > 0; }

/// The line at day 56, along the years for which it is the law.
std::string limit_line(const std::vector<YearFigures>& years, int x) {
    int rows = 0;
    for (const YearFigures& year : years)
        if (year.year >= rule_begins().year()) ++rows;
    if (rows == 0) return "";
    return svg::text(x - 7, 34, "chart-label", std::to_string(response_period_days)) + svg::line(x, top - 6, top + rows * row_height - 2, "chart-limit");
}

std::string description(const std::vector<YearFigures>& years) {
    std::string out;
    for (const YearFigures& year : years) {
        out += std::to_string(int{year.year}) + ": " + counted(year.reports, "report", "reports");
        if (year.median_days) out += ", answered after " + std::to_string(*year.median_days) + " days";
        out += ". ";
    }
    return std::string(trimmed(out));
}

}  // namespace

std::string chart_of_years(const std::vector<YearFigures>& years) {
    if (years.empty()) return "";
    int most_reports = 1, most_days = response_period_days + 4;
    for (const YearFigures& year : years) {
        most_reports = std::max(most_reports, static_cast<int>(year.reports));
        most_days = std::max(most_days, year.median_days.value_or(0));
    }
    const svg::Scale reports(most_reports, reports_width), days(most_days, days_width);
    const int height = top + static_cast<int>(years.size()) * row_height + 6;
    const int limit = days_left + days(response_period_days);

    std::string picture = svg::open(width, height, "Reports and days until the response, by year", description(years));
    picture += svg::text(reports_left, 16, "chart-heading", "Reports") + svg::text(days_left, 16, "chart-heading", "Median days");
    picture += svg::line(reports_left, top - 4, height - 4, "chart-axis") + svg::line(days_left, top - 4, height - 4, "chart-axis");
    for (std::size_t i = 0; i < years.size(); ++i) {
        const YearFigures& year = years[i];
        const int y = top + static_cast<int>(i) * row_height + 2, baseline = y + 12;
        picture += svg::text(4, baseline, "chart-label", std::to_string(int{year.year}));
        const int length = reports(static_cast<int>(year.reports));
        if (year.reports > 0) picture += svg::bar(reports_left, y, length, bar_height, "chart-bar");
        picture += svg::text(reports_left + length + 5, baseline, "chart-label", grouped(year.reports));
        if (!year.median_days) continue;
        const bool over = *year.median_days > response_period_days && has_deadlines(year);
        picture += svg::bar(days_left, y, days(*year.median_days), bar_height, over ? "chart-bar chart-bar-late" : "chart-bar");
        picture += svg::text(days_left + std::max(days(*year.median_days), days(response_period_days)) + 5, baseline, "chart-label", std::to_string(*year.median_days));
    }
    return picture + limit_line(years, limit) + "</svg>\n";
}

}  // namespace vitrine::render
