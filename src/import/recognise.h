#pragma once

#include <string>
#include <vector>

#include "import/block.h"
#include "model/config.h"
#include "scaffold/draft.h"

namespace vitrine::import {

/// A part of a document that became a value of the front matter.
struct ReadField {
    std::string key;   ///< of the front matter; empty for what only the form needed
    std::string text;  ///< the document's own words
};

/// A response as a document has it. Every word of the document is in the draft, in `read` or in `left_out`.
struct Recognised {
    scaffold::Draft draft;
    std::vector<ReadField> read;
    std::vector<LeftOut> left_out;
};

/// Finds the fields of the front matter and the sections of the form in a document: the response form in English or Welsh, a letter
/// to the Home Secretary, a statement under headings. What a document does not say is missing, never guessed; what follows from it
/// is to be confirmed.
[[nodiscard]] Recognised recognise(Document document, const SiteConfig& config);

}  // namespace vitrine::import
