#include "io/stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "io/failure.h"

namespace vitrine::io {

bool is_settled(const Stamp& stamp, std::int64_t now) {
    // Linux stamps files with the time of its last tick, up to 10 ms ago. File systems that keep whole seconds, or even
    // only every second one, are told by their times.
    constexpr std::int64_t millisecond = 1'000'000, second = 1'000 * millisecond;
    const std::int64_t latest = std::max(stamp.modified, stamp.changed);
    const bool coarse = stamp.modified % second == 0 && stamp.changed % second == 0;
    return latest + (coarse ? 3 * second : 30 * millisecond) < now;
}

Stamp stamp_from(const struct stat& status) {
    const auto nanoseconds = [](const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; };
    return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim), status.st_ino};
}

std::optional<Stamp> stamp_of(const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return stamp_from(status);
}

std::optional<Stamp> stamp_of_open(const Descriptor& file) {
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0) return std::nullopt;
    return stamp_from(status);
}

std::optional<Stamp> stamp_of_file(const std::string& path) {
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return stamp_from(status);
}

Result<std::optional<Stamp>> stamp_of_folder(const std::string& path) {
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0)
        return errno == ENOENT || errno == ENOTDIR ? Result(std::optional<Stamp>()) : failure("read the folder", path, errno);
    return S_ISDIR(status.st_mode) ? std::optional(stamp_from(status)) : std::nullopt;
}

}  // namespace vitrine::io
