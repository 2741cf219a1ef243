#pragma once

#include <vector>

#include "content/reader.h"
#include "model/response.h"

namespace vitrine::content {

/// Reads `[[recommendations]]`, in the order written; a `number` that stands twice is reported.
[[nodiscard]] std::vector<Recommendation> read_recommendations(const ReadContext& context, TableReader& reader);

/// Reads `[[updates]]`, oldest first.
[[nodiscard]] std::vector<Update> read_updates(const ReadContext& context, TableReader& reader);

}  // namespace vitrine::content
