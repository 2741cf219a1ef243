#include "io/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>

#include "io/descriptor.h"
#include "io/failure.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::io {
namespace {

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

}  // namespace

bool exists(const std::string& path) {
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0;
}

Result<bool> has_file(const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) == 0) return S_ISREG(status.st_mode);
    if (errno == ENOENT || errno == ENOTDIR) return false;
    return failure("read", path, errno);
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

Outcome write_in_one_step(const std::string& path, std::string_view bytes) {
    const std::string fresh = path + ".new";
    Outcome outcome = write_new_file(fresh, bytes);
    if (outcome) outcome = replace(fresh, path);
    if (!outcome) static_cast<void>(remove_file(fresh).ok());
    return outcome;
}

Outcome remove_file(const std::string& path) {
    if (::unlink(path.c_str()) == 0) return done();
    switch (errno) {
        case ENOENT:
        case ENOTDIR:  // what was a folder on the way to it is a file now
        case EISDIR: return done();
        default: return failure("remove", path, errno);
    }
}

}  // namespace vitrine::io
