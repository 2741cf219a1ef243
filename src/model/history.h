#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "model/site.h"

/// What the record of a response says of its own days. Builds have no part in it.
namespace vitrine {

/// The day on which the office spoke: that of the response, or of the report where there was none to publish.
[[nodiscard]] Date published_on(const Response& response);

/// The same, where it is known to the day.
[[nodiscard]] std::optional<Date> publication_day(const Response& response);

/// The latest day on which the record of a response grew: report, response, its updates, and the status and updates of its
/// recommendations. Days after `today` do not count, nor does a report that is not known to the day; nothing when none is left.
[[nodiscard]] std::optional<Date> last_changed(const Response& response, Date today);

/// Those of some responses that are news: published by now and not withdrawn, the newest by `published_on` first, on one day
/// in the order of the site; at most `count`. `among` and the result are indices into `Site::responses`.
[[nodiscard]] std::vector<std::size_t> newest(const Site& site, std::span<const std::size_t> among, std::size_t count);

}  // namespace vitrine
