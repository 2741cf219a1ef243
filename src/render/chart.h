#pragma once

#include <string>
#include <vector>

#include "model/register.h"
#include "model/timeline.h"

/// Pictures as SVG elements for pages. Colours come from the style sheet by class; title and description name them for those
/// who cannot see them (WCAG 2.2, 1.1.1), and the page has the same figures as a table.
namespace vitrine::render {

/// For each year, newest first, how many reports were published and the median number of days until they were answered, with a
/// line at day 56. Empty without years.
[[nodiscard]] std::string chart_of_years(const std::vector<YearFigures>& years);

/// For each status that occurs, how many recommendations have it, and how many of them are overdue. Empty without any.
[[nodiscard]] std::string chart_of_statuses(const Register& shown);

}  // namespace vitrine::render
