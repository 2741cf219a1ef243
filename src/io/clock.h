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

/// Sets the process to universal time and to UTF-8, whatever the machine is set to: for libraries that write times of the clock on
/// the wall, or names in the letters of the place. Called before threads begin.
void use_universal_settings();

/// A clock that only goes forward, for measuring: seconds since some moment.
[[nodiscard]] double seconds_running();

}  // namespace vitrine::io
