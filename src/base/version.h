#pragma once

#include <string_view>

namespace vitrine {

/// The version of the program: `0.1.0`.
[[nodiscard]] std::string_view version();

}  // namespace vitrine
