#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "io/descriptor.h"

namespace vitrine::io {

/// A lock that one process at a time can hold, and that the system gives back when the process ends, however it does.
class Lock {
public:
    /// Takes the lock that a file stands for, which is made if it is not there; nothing when another process holds it.
    static Result<std::optional<Lock>> take(const std::string& path);

private:
    explicit Lock(Descriptor file) : file_(std::move(file)) {}

    Descriptor file_;
};

}  // namespace vitrine::io
