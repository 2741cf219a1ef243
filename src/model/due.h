#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/site.h"

namespace vitrine {

/// Something that an office owes, and when.
struct Duty {
    enum class Kind { response, chief_officer_comments, recommendation, page_review };

    /// Which item of a report.
    struct Item {
        RecommendationKind kind = RecommendationKind::recommendation;
        std::string number;
    };

    Kind kind = Kind::response;
    std::string id;           ///< of the response; of a page its path
    std::string part;         ///< what of it: `response`, `chief-officer`, `recommendation-3a`, `review`; unique with the id
    std::string title;        ///< of the response or page
    std::optional<Item> item; ///< of a recommendation
    std::optional<Date> due;  ///< nothing when no law or report sets a day
    bool is_public = false;   ///< whether there is a page to link to
    Source source;
    Span place;               ///< in the source
};

/// All that is owed at the site's moment, drafts and what is under embargo included; the nearest day first, then by id, and
/// what has no day at the end:
/// - responses that Police Act 1996 s.55 asks for and that are not published, by the last lawful day;
/// - comments of the chief officer that were invited, and neither received nor recorded as not given: they are published
///   with the response (s.55(5A)), so its last lawful day is theirs;
/// - open recommendations with a date;
/// - pages with a date to review them by.
[[nodiscard]] std::vector<Duty> duties_of(const Site& site);

}  // namespace vitrine
