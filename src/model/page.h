#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/response.h"

namespace vitrine {

/// A page of the site that is not a response: about, accessibility, privacy.
struct Page {
    Source source;
    FileParts parts;
    std::string path;  ///< of its folder in the output: `about`, `about/people`; empty for the home page's introduction
    std::string title;
    std::string description;
    Menu menu = Menu::footer;
    std::int64_t order = 0;
    bool draft = false;
    std::optional<Date> review_by;  ///< when the office means to look at it again
    std::vector<Located<std::string>> aliases;
    std::vector<Acceptance> accepted;
    Prose body;
};

}  // namespace vitrine
