#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "model/site.h"

namespace vitrine {

/// One recommendation of the register.
struct RegisterEntry {
    std::size_t response = 0;        ///< index into `Site::responses`
    std::size_t recommendation = 0;  ///< index into its recommendations
};

/// Every recommendation across inspections, by status in the order of `RecommendationStatus`, within a status what is
/// overdue first, then newest report first, within a report as written. Those of withdrawn responses are left out.
struct Register {
    std::vector<RegisterEntry> entries;
    std::array<std::size_t, 6> counts = {};  ///< by `RecommendationStatus`
};

[[nodiscard]] Register register_of(const Site& site);

}  // namespace vitrine
