#include "io/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace vitrine::io {

Result<std::optional<Lock>> Lock::take(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) return Failure{"cannot write " + path + ": " + std::strerror(errno)};
    Lock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return std::optional<Lock>(std::move(lock));
    if (errno == EWOULDBLOCK) return std::optional<Lock>();
    return Failure{"cannot lock " + path + ": " + std::strerror(errno)};
}

Lock::~Lock() {
    if (fd_ >= 0) ::close(fd_);
}

Lock::Lock(Lock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

}  // namespace vitrine::io
