#pragma once

#include <string>

#include "import/recognise.h"

namespace vitrine::import {

/// Which keys are sure, which are to be confirmed and why, which are missing.
struct Summary {
    std::vector<std::string> sure;
    std::vector<std::string> to_confirm;
    std::vector<std::string> missing;
};

[[nodiscard]] Summary summary_of(const scaffold::Draft& draft);

/// What became of the words of a document that do not stand in the body, as lines of text: what was read into which key, and what
/// was left out and why.
[[nodiscard]] std::string report_of(const Recognised& recognised);

}  // namespace vitrine::import
