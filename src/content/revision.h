#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/load.h"

namespace vitrine::content {

/// A response of which nothing but the words changed: no fact, no heading, nothing that a list counts or sorts by.
struct Revision {
    Shelf::Shared before;
    Shelf::Shared after;
};

/// Reads files of a shelf again, which then holds them as they are. Nothing, and the shelf as it was, when one of them is no longer
/// or was not a response, or when more than its words changed: then the whole folder has to be looked at. `changed` are relative to
/// `content/`.
[[nodiscard]] std::optional<std::vector<Revision>> revise(const std::string& root, const std::vector<std::string>& changed,
                                                          Shelf& shelf, Bodies& bodies);

/// Whether two readings of a response differ in words alone. Where its source has them may differ too.
[[nodiscard]] bool differ_in_words_alone(const Response& a, const Response& b);

}  // namespace vitrine::content
