#pragma once

#include "content/reader.h"
#include "model/response.h"

namespace vitrine::content {

/// Checks what the keys of one response say of each other: dates in an impossible order, a reason that is missing or that
/// explains nothing, tick-boxes that nobody decided, `no_recommendations` beside recommendations.
void check_rules(const ReadContext& context, TableReader& reader, const Response& response);

}  // namespace vitrine::content
