#pragma once

#include <string>

#include "base/diagnostic.h"

namespace vitrine {

/// "2 errors in 2 files", "1 error and 3 warnings in 2 files"; empty when there are none.
[[nodiscard]] std::string summary_of(const Diagnostics& diagnostics, bool warnings_are_errors);

}  // namespace vitrine
