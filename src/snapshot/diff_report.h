#pragma once

#include <string>

#include "snapshot/diff.h"

namespace vitrine::snapshot {

/// The two snapshots that are compared, as reports name them.
struct Compared {
    std::string before, after;  ///< names
    Date before_day{}, after_day{};
};

/// For people: one line a change, what is in it indented below.
[[nodiscard]] std::string text_report(const Difference& difference, const Compared& compared);

/// For programs: one JSON object with `before`, `after`, `responses` and `files`.
[[nodiscard]] std::string json_report(const Difference& difference, const Compared& compared);

/// A page by itself, which needs no other file.
[[nodiscard]] std::string html_report(const Difference& difference, const Compared& compared);

/// "2 responses added, 1 changed, none withdrawn, none removed; 3 other files".
[[nodiscard]] std::string summary_of(const Difference& difference);

}  // namespace vitrine::snapshot
