#include "io/clock.h"

#include <cstdlib>

namespace vitrine::io {

using namespace std::chrono;

Instant now() { return floor<seconds>(system_clock::now()); }

std::int64_t now_in_nanoseconds() { return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count(); }

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

double seconds_running() { return duration<double>(steady_clock::now().time_since_epoch()).count(); }

}  // namespace vitrine::io
