#include <algorithm>

#include "base/text.h"
#include "render/chart.h"
#include "render/svg.h"

namespace vitrine::render {
namespace {

/// In units of the picture; the labels of the statuses stand to the left of the bars, the numbers to the right.
constexpr int width = 340, top = 6, row_height = 26, bar_height = 14;
constexpr int bars_left = 132, bars_width = 108;

std::string words(const RegisterCount& count) {
    return grouped(count.all) + (count.overdue > 0 ? " (" + grouped(count.overdue) + " overdue)" : "");
}

std::string row(RecommendationStatus status, const RegisterCount& count, const svg::Scale& scale, int y) {
    std::string picture = svg::text(4, y + 12, "chart-label", label(status));
    const int length = std::max(1, scale(static_cast<int>(count.all)));
    const int overdue = count.overdue == 0 ? 0 : std::max(1, scale(static_cast<int>(count.overdue)));
    if (length > overdue) picture += svg::bar(bars_left + overdue, y, length - overdue, bar_height, is_open(status) ? "chart-bar" : "chart-bar chart-bar-closed");
    if (overdue > 0) picture += svg::bar(bars_left, y, overdue, bar_height, "chart-bar chart-bar-late");
    return picture + svg::text(bars_left + length + 6, y + 12, "chart-label", words(count));
}

}  // namespace

std::string chart_of_statuses(const Register& shown) {
    int rows = 0, most = 1;
    std::string description;
    for (const Term<RecommendationStatus>& term : terms<RecommendationStatus>()) {
        const RegisterCount& count = shown.counts.at(static_cast<std::size_t>(term.value));
        if (count.all == 0) continue;
        ++rows;
        most = std::max(most, static_cast<int>(count.all));
        description += (description.empty() ? "" : " ") + std::string(term.label) + ": " + words(count) + ".";
    }
    if (rows == 0) return "";
    const int height = top + rows * row_height;
    const svg::Scale scale(most, bars_width);
    std::string picture = svg::open(width, height, "Recommendations by status", description) + svg::line(bars_left, 0, height, "chart-axis");
    int y = top;
    for (const Term<RecommendationStatus>& term : terms<RecommendationStatus>()) {
        const RegisterCount& count = shown.counts.at(static_cast<std::size_t>(term.value));
        if (count.all == 0) continue;
        picture += row(term.value, count, scale, y);
        y += row_height;
    }
    return picture + "</svg>\n";
}

}  // namespace vitrine::render
