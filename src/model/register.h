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

/// How many recommendations have a status, and how many of these are overdue at the site's moment.
struct RegisterCount {
    std::size_t all = 0;
    std::size_t overdue = 0;

    friend bool operator==(const RegisterCount&, const RegisterCount&) = default;
};

/// Recommendations across inspections, by status in the order of `RecommendationStatus`, within a status what is overdue
/// first, the longest overdue before the others; then newest report first, within a report as written.
struct Register {
    enum class Of { everything, overdue, addressee };

    Of of = Of::everything;
    Addressee addressee = Addressee::other;  ///< whose, where it is of an addressee
    std::vector<RegisterEntry> entries;
    std::array<RegisterCount, 6> counts = {};  ///< by `RecommendationStatus`
    KindCounts kinds = {};

    /// The counts of all statuses together; those of open ones alone.
    [[nodiscard]] RegisterCount total() const;
    [[nodiscard]] std::size_t open() const;
};

/// The register of everything, which may be empty. If it is not: that of what is overdue, which may be empty too, and of each
/// addressee who is named anywhere, in the order of `Addressee`. Recommendations of withdrawn responses are in none.
[[nodiscard]] std::vector<Register> registers_of(const Site& site);

}  // namespace vitrine
