#include "io/clock.h"

#include <clocale>
#include <cstdlib>
#include <ctime>

namespace vitrine::io {

using namespace std::chrono;

Instant now() { return floor<seconds>(system_clock::now()); }

std::int64_t now_in_nanoseconds() { return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count(); }

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

void use_universal_settings() {
    ::setenv("TZ", "UTC0", 1);
    ::tzset();
    std::setlocale(LC_CTYPE, "C.UTF-8");
}

double seconds_running() { return duration<double>(steady_clock::now().time_since_epoch()).count(); }

}  // namespace vitrine::io
