#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "import/block.h"
#include "scaffold/draft.h"

namespace vitrine::import {

/// An item of the report as a document quotes and answers it, and which blocks it takes: from `begin` to before `end`.
struct FoundRecommendation {
    scaffold::DraftRecommendation item;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::string> labels;  ///< the words that only said what follows: "Recommendation 3a", "PCC response:"
};

/// The recommendations, areas for improvement and causes of concern that stand in blocks under a line of their own ("Recommendation
/// 3a", "Area for improvement 2", "Argymhelliad 1"), in order. An item without words is none, and one number is taken once.
[[nodiscard]] std::vector<FoundRecommendation> find_recommendations(const std::vector<Block>& blocks);

}  // namespace vitrine::import
