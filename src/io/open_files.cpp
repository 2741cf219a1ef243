#include "io/open_files.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "io/failure.h"

namespace vitrine::io {
namespace {

/// For file systems without O_TMPFILE.
int open_and_unlink(const std::string& folder) {
    std::string name = folder + "/temporary.XXXXXX";
    const int fd = ::mkostemp(name.data(), O_CLOEXEC);
    if (fd >= 0) ::unlink(name.c_str());
    return fd;
}

}  // namespace

std::optional<MappedFile> MappedFile::open(const std::string& path) {
    const Descriptor file(path, O_RDONLY);
    struct stat status = {};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0 || status.st_size == 0) return std::nullopt;
    void* data = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (data == MAP_FAILED) return std::nullopt;
    return MappedFile(static_cast<const char*>(data), static_cast<std::size_t>(status.st_size));
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Result<ReadableFile> ReadableFile::open(const std::string& path) {
    Descriptor file(path, O_RDONLY);
    struct stat status = {};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0) return failure("read", path, errno);
    return ReadableFile(std::move(file), path, static_cast<std::uint64_t>(status.st_size));
}

Result<std::size_t> ReadableFile::read_at(std::uint64_t offset, char* buffer, std::size_t size) const {
    std::size_t got = 0;
    while (got < size) {
        const ssize_t n = ::pread(file_.get(), buffer + got, size - got, static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failure("read", path_, errno);
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    return got;
}

Result<NamelessFile> NamelessFile::in(const std::string& folder) {
    Descriptor file(folder, O_TMPFILE | O_RDWR);
    if (file.is_open()) return NamelessFile(std::move(file));
    Descriptor unlinked(open_and_unlink(folder));
    if (!unlinked.is_open()) return failure("create", "a temporary file", errno);
    return NamelessFile(std::move(unlinked));
}

Outcome NamelessFile::write_at(std::uint64_t offset, std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failure("write", "a temporary file", errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return done();
}

Result<std::string> NamelessFile::read_at(std::uint64_t offset, std::size_t size) const {
    std::string bytes(size, '\0');
    std::size_t got = 0;
    while (got < size) {
        const ssize_t n = ::pread(file_.get(), bytes.data() + got, size - got, static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return failure("read", "a temporary file", n < 0 ? errno : EIO);
        got += static_cast<std::size_t>(n);
    }
    return bytes;
}

std::optional<Descriptor> open_beneath(const std::string& folder, const std::string& path) {
    const Descriptor root(folder, O_PATH | O_DIRECTORY);
    if (!root.is_open()) return std::nullopt;
    struct open_how how = {};
    how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    how.resolve = RESOLVE_BENEATH;
    Descriptor file(static_cast<int>(::syscall(SYS_openat2, root.get(), path.c_str(), &how, sizeof how)));
    struct stat status = {};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return file;
}

Result<NewFile> NewFile::create(const std::string& path) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.is_open()) return failure("write", path, errno);
    return NewFile(std::move(file), path);
}

Outcome NewFile::append(std::string_view bytes) {
    constexpr std::size_t buffered = 256 * 1024;
    buffer_ += bytes;
    return buffer_.size() < buffered ? done() : flush();
}

Outcome NewFile::flush() {
    if (!write_fully(file_.get(), buffer_)) return failure("write", path_, errno);
    buffer_.clear();
    return done();
}

Outcome NewFile::close() {
    if (Outcome flushed = flush(); !flushed) return flushed;
    if (!file_.close()) return failure("write", path_, errno);
    return done();
}

}  // namespace vitrine::io
