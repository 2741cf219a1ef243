#include "io/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace vitrine::io {

namespace fs = boost::filesystem;

namespace {

Failure failure(std::string_view what, const std::string& path, const std::string& why) {
    return {"cannot " + std::string(what) + " " + path + ": " + why};
}

Failure failure(std::string_view what, const std::string& path, int error) { return failure(what, path, std::string(std::strerror(error))); }

/// A file descriptor that is closed in any case.
class Descriptor {
public:
    Descriptor(const std::string& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool is_open() const { return fd_ >= 0; }
    /// Closes now, so that a failure to write what was buffered is seen.
    [[nodiscard]] bool close() {
        const int fd = fd_;
        fd_ = -1;
        return ::close(fd) == 0;
    }

private:
    int fd_;
};

/// Reads up to `size` bytes; -1 with errno set on a failure, less than asked for only at the end of the file.
ssize_t read_fully(int fd, char* buffer, std::size_t size) {
    std::size_t got = 0;
    while (got < size) {
        const ssize_t n = ::read(fd, buffer + got, size - got);
        if (n == 0) break;
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        got += static_cast<std::size_t>(n);
    }
    return static_cast<ssize_t>(got);
}

bool write_fully(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

Stamp stamp_from(const struct stat& status) {
    const auto nanoseconds = [](const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; };
    return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim), status.st_ino};
}

/// Makes something at a path where nothing may stand: `attempt` is called again after what stood there was removed, or after
/// the folder above was created. Asking only when it failed saves two questions for each of many new files.
template <class Attempt>
bool make_anew(const std::string& path, Attempt attempt) {
    if (attempt()) return true;
    if (errno == EEXIST) return ::unlink(path.c_str()) == 0 && attempt();
    if (errno != ENOENT) return false;
    const std::string above = parent(path);
    if (::mkdir(above.c_str(), 0777) != 0 && errno != EEXIST) {
        if (errno != ENOENT || !make_folders(above)) return false;
    }
    return attempt() || (errno == EEXIST && ::unlink(path.c_str()) == 0 && attempt());
}

bool is_passed_over(const std::string& name) { return name.starts_with('.') || name.ends_with('~'); }

}  // namespace

bool exists(const std::string& path) {
    boost::system::error_code error;
    return fs::exists(path, error);
}

bool is_folder(const std::string& path) {
    boost::system::error_code error;
    return fs::is_directory(path, error);
}

Result<bool> has_folder(const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) == 0) return S_ISDIR(status.st_mode);
    if (errno == ENOENT || errno == ENOTDIR) return false;
    return failure("read the folder", path, errno);
}

Result<bool> has_file(const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) == 0) return S_ISREG(status.st_mode);
    if (errno == ENOENT || errno == ENOTDIR) return false;
    return failure("read", path, errno);
}

std::string absolute(const std::string& path) {
    boost::system::error_code error;
    fs::path whole = fs::weakly_canonical(fs::absolute(path), error);
    if (error) whole = fs::absolute(path).lexically_normal();
    std::string text = whole.generic_string();
    while (text.size() > 1 && text.ends_with('/')) text.pop_back();
    return text;
}

bool is_within(std::string_view path, std::string_view folder) {
    if (folder == "/") return true;
    return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

std::string parent(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string file_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::string join(std::string_view folder, std::string_view path) {
    if (folder.empty()) return std::string(path);
    std::string whole(folder);
    if (!whole.ends_with('/')) whole += '/';
    return whole += path;
}

namespace {

/// An open folder and the names in it. Boost's iterators ask the file system twice for each entry, and by its whole path;
/// on 10,000 files that is a third of the time of a build that has nothing to do.
class Folder {
public:
    explicit Folder(const std::string& path) : folder_(::opendir(path.c_str())) {}
    ~Folder() {
        if (folder_ != nullptr) ::closedir(folder_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] bool is_open() const { return folder_ != nullptr; }

    /// The next name that is neither `.` nor `..`; null at the end, and with errno set on a failure.
    [[nodiscard]] const dirent* next() const {
        for (;;) {
            errno = 0;
            const dirent* entry = ::readdir(folder_);
            if (entry == nullptr) return nullptr;
            const std::string_view name = entry->d_name;
            if (name != "." && name != "..") return entry;
        }
    }

    /// What stands under a name; links are followed. False with errno set on a failure.
    [[nodiscard]] bool status(const char* name, struct stat& status, int flags) const { return ::fstatat(::dirfd(folder_), name, &status, flags) == 0; }

private:
    DIR* folder_;
};

/// Whether an entry is a folder and not a link to one.
bool is_folder_itself(const Folder& folder, const dirent& entry) {
    if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
    struct stat status = {};
    return folder.status(entry.d_name, status, AT_SYMLINK_NOFOLLOW) && S_ISDIR(status.st_mode);
}

/// `below` is the way from the first folder to this one, with a slash at its end.
Outcome walk_into(const std::string& path, const std::string& below, std::vector<FoundFile>& found) {
    const Folder folder(path);
    if (!folder.is_open()) return errno == ENOENT ? done() : Outcome(failure("read the folder", path, errno));
    std::vector<std::string> folders;
    while (const dirent* entry = folder.next()) {
        const std::string name = entry->d_name;
        if (is_passed_over(name)) continue;
        if (is_folder_itself(folder, *entry)) {
            folders.push_back(name);
            continue;
        }
        struct stat status = {};
        if (folder.status(entry->d_name, status, 0)) {
            if (S_ISREG(status.st_mode)) found.push_back({below + name, stamp_from(status)});
        } else if (errno != ENOENT && errno != ELOOP) {
            // A link that leads nowhere, or a file that was removed meanwhile, is none. Of anything else it is unknown what is there.
            return failure("read", join(path, name), errno);
        }
    }
    if (errno != 0) return failure("read the folder", path, errno);
    for (const std::string& name : folders)
        if (Outcome walked = walk_into(join(path, name), below + name + "/", found); !walked) return walked;
    return done();
}

}  // namespace

Result<std::vector<FoundFile>> walk(const std::string& folder) {
    std::vector<FoundFile> found;
    if (const Outcome walked = walk_into(folder, "", found); !walked) return walked.failure();
    std::sort(found.begin(), found.end(), [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    return found;
}

Result<std::vector<Entry>> list_folder(const std::string& path) {
    std::vector<Entry> entries;
    const Folder folder(path);
    if (!folder.is_open()) return errno == ENOENT ? Result(entries) : failure("read the folder", path, errno);
    while (const dirent* entry = folder.next()) entries.push_back({entry->d_name, is_folder_itself(folder, *entry)});
    if (errno != 0) return failure("read the folder", path, errno);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
}

Result<bool> is_empty_folder(const std::string& path) {
    boost::system::error_code error;
    if (!fs::exists(path, error)) return true;
    const bool empty = fs::is_empty(path, error);
    if (error) return failure("read the folder", path, error.message());
    return empty;
}

bool is_settled(const Stamp& stamp, std::int64_t now) {
    // Linux stamps files with the time of its last tick, up to 10 ms ago. File systems that keep whole seconds, or even
    // only every second one, are told by their times.
    constexpr std::int64_t millisecond = 1'000'000, second = 1'000 * millisecond;
    const std::int64_t latest = std::max(stamp.modified, stamp.changed);
    const bool coarse = stamp.modified % second == 0 && stamp.changed % second == 0;
    return latest + (coarse ? 3 * second : 30 * millisecond) < now;
}

std::optional<Stamp> stamp_of(const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
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

bool on_one_file_system(const std::string& a, const std::string& b) {
    struct stat status_a = {}, status_b = {};
    return ::stat(a.c_str(), &status_a) == 0 && ::stat(b.c_str(), &status_b) == 0 && status_a.st_dev == status_b.st_dev;
}

Outcome read_parts(const std::string& path, const std::function<void(std::string_view)>& take) {
    const Descriptor file(path, O_RDONLY);
    if (!file.is_open()) return failure("read", path, errno);
    std::array<char, 65536> part;
    for (;;) {
        const ssize_t got = read_fully(file.get(), part.data(), part.size());
        if (got < 0) return failure("read", path, errno);
        if (got == 0) return done();
        take({part.data(), static_cast<std::size_t>(got)});
    }
}

Result<std::string> read_file(const std::string& path) {
    const Descriptor file(path, O_RDONLY);
    struct stat status = {};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0) return failure("read", path, errno);
    if (S_ISDIR(status.st_mode)) return failure("read", path, EISDIR);
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    const ssize_t got = read_fully(file.get(), bytes.data(), bytes.size());
    if (got < 0) return failure("read", path, errno);
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

bool holds(const std::string& path, std::string_view bytes) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
    if (static_cast<std::size_t>(status.st_size) != bytes.size()) return false;
    const auto present = read_file(path);
    return present.ok() && *present == bytes;
}

bool same_bytes(const std::string& a, const std::string& b) {
    struct stat status_a = {}, status_b = {};
    if (::stat(a.c_str(), &status_a) != 0 || ::stat(b.c_str(), &status_b) != 0 || status_a.st_size != status_b.st_size) return false;
    const Descriptor file_a(a, O_RDONLY), file_b(b, O_RDONLY);
    if (!file_a.is_open() || !file_b.is_open()) return false;
    std::array<char, 65536> part_a, part_b;
    for (;;) {
        const ssize_t got_a = read_fully(file_a.get(), part_a.data(), part_a.size());
        const ssize_t got_b = read_fully(file_b.get(), part_b.data(), part_b.size());
        if (got_a != got_b || got_a < 0) return false;
        if (got_a == 0) return true;
        if (std::memcmp(part_a.data(), part_b.data(), static_cast<std::size_t>(got_a)) != 0) return false;
    }
}

Outcome make_folders(const std::string& path) {
    boost::system::error_code error;
    fs::create_directories(path, error);
    if (error) return failure("create the folder", path, error.message());
    return done();
}

Outcome write_file(const std::string& path, std::string_view bytes) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.is_open() || !write_fully(file.get(), bytes) || !file.close()) return failure("write", path, errno);
    return done();
}

Outcome write_new_file(const std::string& path, std::string_view bytes) {
    std::optional<Descriptor> file;
    const auto create = [&] { return file.emplace(path, O_WRONLY | O_CREAT | O_EXCL).is_open(); };
    if (!make_anew(path, create) || !write_fully(file->get(), bytes) || !file->close()) return failure("write", path, errno);
    return done();
}

Outcome copy_to_new_file(const std::string& from, const std::string& to) {
    std::optional<Descriptor> file;
    const auto create = [&] { return file.emplace(to, O_WRONLY | O_CREAT | O_EXCL).is_open(); };
    if (!make_anew(to, create)) return failure("write", to, errno);
    int error = 0;
    const Outcome read = read_parts(from, [&](std::string_view part) {
        if (error == 0 && !write_fully(file->get(), part)) error = errno;
    });
    if (!read) return read;
    if (error != 0) return failure("write", to, error);
    if (!file->close()) return failure("write", to, errno);
    return done();
}

Outcome give_name(const std::string& file, const std::string& name) {
    const auto link = [&] { return ::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(), 0) == 0; };
    if (!make_anew(name, link)) return failure("write", name, errno);
    return done();
}

Outcome replace(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return failure("write", to, errno);
    return done();
}

Result<bool> exchange_folders(const std::string& a, const std::string& b) {
    if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return true;
    switch (errno) {
        case EINVAL:      // the file system
        case ENOSYS:      // the kernel
        case EOPNOTSUPP:
        case EXDEV:       // overlays
        case EBUSY:       // something is mounted there
        case EPERM:
        case EACCES: return false;  // the folder above may not be written to
        default: return failure("write", b, errno);
    }
}

Outcome remove_file(const std::string& path) {
    // ENOTDIR: what was a folder on the way to it is a file now.
    if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) return failure("remove", path, errno);
    return done();
}

Outcome remove_folder(const std::string& path) {
    boost::system::error_code error;
    fs::remove_all(path, error);
    if (error) return failure("remove the folder", path, error.message());
    return done();
}

void remove_if_empty(const std::string& path) { ::rmdir(path.c_str()); }

std::string program_path() {
    boost::system::error_code error;
    const fs::path path = fs::read_symlink("/proc/self/exe", error);
    return error ? "" : path.generic_string();
}

}  // namespace vitrine::io
