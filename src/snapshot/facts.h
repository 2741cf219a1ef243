#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/response.h"

/// What a response records, as pairs of words that can be compared and read.
namespace vitrine::snapshot {

/// A label and what stands behind it; a fact that is not recorded is left out.
using Facts = std::vector<std::pair<std::string, std::string>>;

/// The facts of the front matter in the order of the form, but for the recommendations.
[[nodiscard]] Facts facts_of(const Response& response);

/// The facts of a recommendation.
[[nodiscard]] Facts facts_of(const Recommendation& recommendation);

/// The parts of the text by their headings of level 2, with their Markdown; what comes before the first is "Introduction".
[[nodiscard]] Facts sections_of(const Response& response);

}  // namespace vitrine::snapshot
