#pragma once

#include <string>
#include <string_view>

namespace vitrine {

/// A slug for an address: lower-case ASCII letters, digits and single hyphens, letters with marks reduced to their base
/// ("Llŷn Peninsula" → `llyn-peninsula`); empty when the text has neither letters nor digits of the Latin script.
[[nodiscard]] std::string slugified(std::string_view utf8);

/// An id for a heading as GitHub makes it: lower case, punctuation dropped, spaces to hyphens; letters of every script stay.
[[nodiscard]] std::string heading_slug(std::string_view utf8);

/// A key under which names that some file system takes for the same are equal (case folding and NFC).
[[nodiscard]] std::string folded_path(std::string_view utf8);

/// A key for sorting names as readers expect: case and marks do not count.
[[nodiscard]] std::string collation_key(std::string_view utf8);

}  // namespace vitrine
