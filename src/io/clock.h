#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"

namespace vitrine::io {

/// The moment now, to the second.
[[nodiscard]] Instant now();

/// The moment now in nanoseconds since 1970, as file systems count.
[[nodiscard]] std::int64_t now_in_nanoseconds();

/// The value of an environment variable; empty when it is not set.
[[nodiscard]] std::string environment(const char* name);

/// A clock that only goes forward, for measuring: seconds since some moment.
[[nodiscard]] double seconds_running();

}  // namespace vitrine::io
