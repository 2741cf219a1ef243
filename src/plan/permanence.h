#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "plan/plan.h"

/// An address that was public once leads somewhere for ever.
namespace vitrine::plan {

/// The addresses that others may have noted, sorted: the ids of responses that have a page or a tombstone (`custody-2024`), and
/// the places of recommendations on those pages (`custody-2024#recommendation-3a`).
[[nodiscard]] std::vector<std::string> permanent_addresses(const Plan& plan, const Site& site);

/// Reports each address that was `published` and leads nowhere any more: an id at which there is no page, no tombstone, no alias of
/// another response; a recommendation that its response no longer lists. `present` are the permanent addresses of the plan;
/// both are sorted. `record` is the file in which they were noted, as messages name it.
void check_permanence(const Plan& plan, const Site& site, const std::vector<std::string>& present, const std::vector<std::string>& published,
                      const std::string& record, Diagnostics& diagnostics);

}  // namespace vitrine::plan
