#include "io/memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace vitrine::io {
namespace {

Failure failure(const char* what, int error) { return {std::string("cannot ") + what + " a temporary file: " + std::strerror(error)}; }

/// For file systems without O_TMPFILE.
int open_and_unlink(const std::string& folder) {
    std::string name = folder + "/temporary.XXXXXX";
    const int fd = ::mkostemp(name.data(), O_CLOEXEC);
    if (fd >= 0) ::unlink(name.c_str());
    return fd;
}

}  // namespace

std::optional<MappedFile> MappedFile::open(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return std::nullopt;
    struct stat status = {};
    void* data = MAP_FAILED;
    if (::fstat(fd, &status) == 0 && status.st_size > 0)
        data = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, fd, 0);
    ::close(fd);
    if (data == MAP_FAILED) return std::nullopt;
    return MappedFile(static_cast<const char*>(data), static_cast<std::size_t>(status.st_size));
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Result<NamelessFile> NamelessFile::in(const std::string& folder) {
    int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) fd = open_and_unlink(folder);
    if (fd < 0) return failure("create", errno);
    return NamelessFile(fd);
}

NamelessFile::~NamelessFile() {
    if (fd_ >= 0) ::close(fd_);
}

NamelessFile::NamelessFile(NamelessFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Outcome NamelessFile::write_at(std::uint64_t offset, std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failure("write", errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return done();
}

Result<std::string> NamelessFile::read_at(std::uint64_t offset, std::size_t size) const {
    std::string bytes(size, '\0');
    std::size_t got = 0;
    while (got < size) {
        const ssize_t n = ::pread(fd_, bytes.data() + got, size - got, static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return failure("read", n < 0 ? errno : EIO);
        got += static_cast<std::size_t>(n);
    }
    return bytes;
}

Result<NewFile> NewFile::create(const std::string& path) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) return Failure{"cannot write " + path + ": " + std::strerror(errno)};
    return NewFile(fd, path);
}

NewFile::~NewFile() {
    if (fd_ >= 0) ::close(fd_);
}

NewFile::NewFile(NewFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)), buffer_(std::move(other.buffer_)) {}

Outcome NewFile::append(std::string_view bytes) {
    constexpr std::size_t buffered = 256 * 1024;
    buffer_ += bytes;
    return buffer_.size() < buffered ? done() : flush();
}

Outcome NewFile::flush() {
    for (std::string_view rest = buffer_; !rest.empty();) {
        const ssize_t n = ::write(fd_, rest.data(), rest.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return Failure{"cannot write " + path_ + ": " + std::strerror(errno)};
        rest.remove_prefix(static_cast<std::size_t>(n));
    }
    buffer_.clear();
    return done();
}

Outcome NewFile::close() {
    if (Outcome flushed = flush(); !flushed) return flushed;
    if (::close(std::exchange(fd_, -1)) != 0) return Failure{"cannot write " + path_ + ": " + std::strerror(errno)};
    return done();
}

}  // namespace vitrine::io
