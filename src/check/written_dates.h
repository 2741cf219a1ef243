#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "check/blocks.h"

namespace vitrine::check {

/// A date as it stands in a text: "Thursday 4th of September 2014", "September 4, 2014", "04/09/2014" (the day first).
struct WrittenDate {
    Span span;  ///< from the weekday to the year
    Date date;  ///< may be a day that there is not: 31 June
    std::optional<std::chrono::weekday> weekday;
    bool in_figures = false;  ///< 04/09/2014
};

/// The dates of a block that have a day, a month and a year from 1900 to 2099, in order. `words` are the document's.
[[nodiscard]] std::vector<WrittenDate> dates_in(std::string_view words, const Block& block);

}  // namespace vitrine::check
