#include "io/folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "io/failure.h"
#include "io/paths.h"

namespace vitrine::io {

namespace fs = boost::filesystem;

std::string absolute(const std::string& path) {
    boost::system::error_code error;
    fs::path whole = fs::weakly_canonical(fs::absolute(path), error);
    if (error) whole = fs::absolute(path).lexically_normal();
    std::string text = whole.generic_string();
    // Where nothing stands yet, Boost makes `public/.` of `public/`.
    while (text.size() > 1 && (text.ends_with('/') || text.ends_with("/."))) text.pop_back();
    return text;
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

bool on_one_file_system(const std::string& a, const std::string& b) {
    struct stat status_a = {}, status_b = {};
    return ::stat(a.c_str(), &status_a) == 0 && ::stat(b.c_str(), &status_b) == 0 && status_a.st_dev == status_b.st_dev;
}

Outcome make_folders(const std::string& path) {
    boost::system::error_code error;
    fs::create_directories(path, error);
    if (error) return failure("create the folder", path, error.value());
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

Outcome remove_folder(const std::string& path) {
    boost::system::error_code error;
    fs::remove_all(path, error);
    if (error) return failure("remove the folder", path, error.value());
    return done();
}

Result<TemporaryFolder> TemporaryFolder::make() {
    boost::system::error_code error;
    const fs::path parent = fs::temp_directory_path(error);
    std::string name = (error ? fs::path("/tmp") : parent).generic_string() + "/vitrine-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) return failure("create the folder", name, errno);
    return TemporaryFolder(std::move(name));
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, std::string())) {}

TemporaryFolder::~TemporaryFolder() {
    if (!path_.empty()) static_cast<void>(remove_folder(path_).ok());
}

Outcome remove_empty_folders_above(const std::string& root, const std::string& path) {
    for (std::string folder = parent(path); folder != "." && folder != "/"; folder = parent(folder)) {
        const std::string whole = join(root, folder);
        if (::rmdir(whole.c_str()) == 0 || errno == ENOENT || errno == ENOTDIR) continue;
        if (errno == ENOTEMPTY || errno == EEXIST) break;
        return failure("remove the folder", whole, errno);
    }
    return done();
}

std::string program_path() {
    boost::system::error_code error;
    const fs::path path = fs::read_symlink("/proc/self/exe", error);
    return error ? "" : path.generic_string();
}

}  // namespace vitrine::io
