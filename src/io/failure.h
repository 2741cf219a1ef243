#pragma once

#include <cstring>
#include <string>
#include <string_view>

#include "base/result.h"

namespace vitrine::io {

/// Says what was tried on which path, and why the system refused. `error` is a value of errno.
[[nodiscard]] inline Failure failure(std::string_view what, std::string_view path, int error) {
    return {"cannot " + std::string(what) + " " + std::string(path) + ": " + std::strerror(error)};
}

}  // namespace vitrine::io
