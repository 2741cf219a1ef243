#include "render/chart.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "model/section55.h"

namespace vitrine::render {
namespace {

/// In units of the picture, which is drawn narrow so that its letters stay legible on a telephone.
constexpr int width = 340, top = 42, row_height = 26, bar_height = 14;
constexpr int reports_left = 48, reports_width = 92, days_left = 184, days_width = 116;

/// The scale of a column: how long a bar is for a value.
class Scale {
public:
    Scale(int largest, int length) : largest_(std::max(1, largest)), length_(length) {}
    [[nodiscard]] int operator()(int value) const { return value * length_ / largest_; }

private:
    int largest_;
    int length_;
};

std::string number(int value) { return std::to_string(value); }

std::string text(int x, int y, std::string_view css_class, std::string_view words) {
    return "<text class=\"" + std::string(css_class) + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" + std::string(words) + "</text>\n";
}

std::string bar(int x, int y, int length, std::string_view css_class) {
    return "<rect class=\"" + std::string(css_class) + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" +
           number(std::max(1, length)) + "\" height=\"" + number(bar_height) + "\"/>\n";
}

std::string line(int x, int y1, int y2, std::string_view css_class) {
    return "<line class=\"" + std::string(css_class) + "\" x1=\"" + number(x) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x) + "\" y2=\"" +
           number(y2) + "\"/>\n";
}

/// A report from before the rule is never shown as late, however long the answer took.
bool has_deadlines(const YearFigures& year) { return year.in_time + year.late > 0; }

/// The line at day 56, along the years for which it is the law.
std::string limit_line(const std::vector<YearFigures>& years, int x) {
    int rows = 0;
    for (const YearFigures& year : years)
        if (year.year >= rule_begins().year()) ++rows;
    if (rows == 0) return "";
    return text(x - 7, 34, "chart-label", number(response_period_days)) + line(x, top - 6, top + rows * row_height - 2, "chart-limit");
}

std::string description(const std::vector<YearFigures>& years) {
    std::string out;
    for (const YearFigures& year : years) {
        out += std::to_string(int{year.year}) + ": " + counted(year.reports, "report", "reports");
        if (year.median_days) out += ", answered after " + number(*year.median_days) + " days";
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
    const Scale reports(most_reports, reports_width), days(most_days, days_width);
    const int height = top + static_cast<int>(years.size()) * row_height + 6;
    const int limit = days_left + days(response_period_days);

    std::string svg = "<svg class=\"chart\" viewBox=\"0 0 " + number(width) + " " + number(height) +
                      "\" role=\"img\" aria-labelledby=\"chart-title chart-description\">\n"
                      "<title id=\"chart-title\">Reports and days until the response, by year</title>\n"
                      "<desc id=\"chart-description\">" + description(years) + "</desc>\n";
    svg += text(reports_left, 16, "chart-heading", "Reports") + text(days_left, 16, "chart-heading", "Median days");
    svg += line(reports_left, top - 4, height - 4, "chart-axis") + line(days_left, top - 4, height - 4, "chart-axis");
    for (std::size_t i = 0; i < years.size(); ++i) {
        const YearFigures& year = years[i];
        const int y = top + static_cast<int>(i) * row_height + 2, baseline = y + 12;
        svg += text(4, baseline, "chart-label", number(int{year.year}));
        const int length = reports(static_cast<int>(year.reports));
        if (year.reports > 0) svg += bar(reports_left, y, length, "chart-bar");
        svg += text(reports_left + length + 5, baseline, "chart-label", grouped(year.reports));
        if (!year.median_days) continue;
        const bool over = *year.median_days > response_period_days && has_deadlines(year);
        svg += bar(days_left, y, days(*year.median_days), over ? "chart-bar chart-bar-late" : "chart-bar");
        svg += text(days_left + std::max(days(*year.median_days), days(response_period_days)) + 5, baseline, "chart-label", number(*year.median_days));
    }
    return svg + limit_line(years, limit) + "</svg>\n";
}

}  // namespace vitrine::render
