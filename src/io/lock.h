#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace vitrine::io {

/// A lock that one process at a time can hold, and that the system gives back when the process ends, however it does.
class Lock {
public:
    /// Takes the lock that a file stands for, which is made if it is not there; nothing when another process holds it.
    static Result<std::optional<Lock>> take(const std::string& path);

    ~Lock();
    Lock(Lock&& other) noexcept;
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    Lock& operator=(Lock&&) = delete;

private:
    explicit Lock(int fd) : fd_(fd) {}

    int fd_;
};

}  // namespace vitrine::io
