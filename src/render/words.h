#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "formats/mustache.h"
#include "model/site.h"

/// The words that pages say about values of the model.
namespace vitrine::render {

/// A date with its two forms, as `{{date.text}}` and `{{date.iso}}`; as exact as it is known.
[[nodiscard]] mustache::Value date_value(Date date, Precision precision = Precision::day);

/// "19 July 2024", "July 2024" or "2024": as much of a date as is known.
[[nodiscard]] std::string words_as_known(Date date, Precision precision);

/// `2024-07-19`, `2024-07` or `2024`: as much of a date as is known (ISO 8601).
[[nodiscard]] std::string iso_as_known(Date date, Precision precision);

/// A date, or nothing.
[[nodiscard]] mustache::Value date_value(const std::optional<Date>& date);

/// What a clock says: its verdict, the sentence that explains it, and flags for its look. A page outlives the day it was made:
/// what may be otherwise on another day is said as at `today`.
[[nodiscard]] mustache::Value clock_value(const Clock& clock, const Response& response, Date today);

/// Why a response was late, or why none is required, with what stands before it; nothing where there is nothing to explain.
[[nodiscard]] mustache::Value reason_value(const Clock& clock, const Response& response);

/// "HMICFRS with CQC and HMI Prisons".
[[nodiscard]] std::string inspectorate_of(const Response& response);

/// "National, thematic"; empty while the type is not decided.
[[nodiscard]] std::string types_of(const Response& response);

/// "PEEL 2023-25"; empty when neither is given.
[[nodiscard]] std::string programme_of(const Response& response);

/// "Chief Constable and Police and Crime Commissioner"; empty when nobody is named.
[[nodiscard]] std::string addressees_of(const Recommendation& recommendation);

/// "Area for improvement 3".
[[nodiscard]] std::string name_of(const Recommendation& recommendation);

/// "3 recommendations and 1 area for improvement", each kind that occurs, in the order of their enumeration; "no
/// recommendations" for none.
[[nodiscard]] std::string counted_by_kind(const KindCounts& kinds);
[[nodiscard]] std::string counted_by_kind(std::span<const Recommendation> recommendations);

/// What the office has to know of something that the public does not see yet: "Draft, not public", "Embargoed until 1 December 2026 at
/// 00:01". Empty for what is public.
[[nodiscard]] std::string words_of_hidden(const Site& site, const Response& response);
[[nodiscard]] std::string words_of_hidden(const Page& page);

/// The same as templates see it; nothing for what is public.
[[nodiscard]] mustache::Value hidden_value(std::string words);

/// "1 December 2026 at 00:01", or with other words between the day and the time.
[[nodiscard]] std::string words_of_moment(const LocalDateTime& moment, std::string_view between = " at ");

/// The key of a recommendation's status for style sheets: as written, or `not-recorded`.
[[nodiscard]] std::string_view status_key(RecommendationStatus status);

/// The first words of a text, cut at a word's end with an ellipsis when longer than `longest` code points.
[[nodiscard]] std::string beginning_of(std::string_view text, std::size_t longest);

/// The words under a response's first heading, as an excerpt for lists.
[[nodiscard]] std::string excerpt_of(const Prose& body, std::size_t longest);

/// "24 KB", "1.3 MB": powers of 1,000, as file lists show them.
[[nodiscard]] std::string size_of_file(std::uint64_t bytes);

/// "PDF", "CSV": the kind of a file from its name; its extension in capitals when it is not a common one.
[[nodiscard]] std::string type_of_file(std::string_view name);

/// A file's name as a title: without its extension, hyphens and underscores as spaces.
[[nodiscard]] std::string title_of_file(std::string_view name);

}  // namespace vitrine::render
