#pragma once

#include <string>
#include <vector>

#include "model/timeline.h"

namespace vitrine::render {

/// A picture of the years as an SVG element for a page: for each year, newest first, how many reports were published and
/// the median number of days until they were answered, with a line at day 56. Colours come from the style sheet by class; its
/// title and description name it for those who cannot see it (WCAG 2.2, 1.1.1), and the page has the same figures as a
/// table. Empty without years.
[[nodiscard]] std::string chart_of_years(const std::vector<YearFigures>& years);

}  // namespace vitrine::render
