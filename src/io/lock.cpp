#include "io/lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "io/failure.h"

namespace vitrine::io {

Result<std::optional<Lock>> Lock::take(const std::string& path) {
    Descriptor file(path, O_RDWR | O_CREAT);
    if (!file.is_open()) return failure("write", path, errno);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) return std::optional<Lock>(Lock(std::move(file)));
    if (errno == EWOULDBLOCK) return std::optional<Lock>();
    return failure("lock", path, errno);
}

}  // namespace vitrine::io
