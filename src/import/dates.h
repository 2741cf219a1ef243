#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "model/vocabulary.h"

namespace vitrine::import {

/// A date in a text, and how exactly it says it.
struct TextDate {
    Date date;  ///< the first day of what it says: of a month, of a year
    Precision precision = Precision::day;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The first date from `from` on: "4 September 2014", "4th of September, 2014", "September 4, 2014", "04/09/2014" (the day first),
/// "2014-09-04", "September 2014", "2014"; months in English or Welsh, in any case. Days that do not exist are passed over.
[[nodiscard]] std::optional<TextDate> first_date(std::string_view text, std::size_t from = 0);

}  // namespace vitrine::import
