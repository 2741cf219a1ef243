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

/// The text with letters and their marks composed to single characters (Unicode normalisation form C).
[[nodiscard]] std::string composed(std::string_view utf8);

/// A key for sorting names as readers expect: case and marks do not count.
[[nodiscard]] std::string collation_key(std::string_view utf8);

/// Text that older programs wrote, as UTF-8: UTF-8 itself, UTF-16 with a byte order mark, else Windows-1252, of which every text is
/// one. Without a byte order mark; line breaks are LF.
[[nodiscard]] std::string decoded_text(std::string_view bytes);

}  // namespace vitrine
