#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "plan/plan.h"

/// An address that was public once leads somewhere for ever.
namespace vitrine::plan {

/// The ids of responses that have a page or a tombstone, sorted.
[[nodiscard]] std::vector<std::string> ids_in(const Plan& plan, const Site& site);

/// Reports each of these ids at whose address there is nothing any more: no page, no tombstone, no alias of another response.
/// `record` is the file in which the ids stand, as messages name it.
void check_permanence(const Plan& plan, const std::vector<std::string>& published, const std::string& record, Diagnostics& diagnostics);

}  // namespace vitrine::plan
