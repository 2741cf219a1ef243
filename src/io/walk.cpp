#include "io/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "io/failure.h"
#include "io/paths.h"

namespace vitrine::io {
namespace {

bool is_passed_over(const std::string& name) { return name.starts_with('.') || name.ends_with('~'); }

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

Outcome walk_everything_in(const std::string& path, const std::string& below, std::vector<TreeEntry>& found) {
    const Folder folder(path);
    if (!folder.is_open()) return failure("read the folder", path, errno);
    std::vector<std::string> folders;
    while (const dirent* entry = folder.next()) {
        const std::string name = entry->d_name;
        struct stat status = {};
        if (!folder.status(entry->d_name, status, AT_SYMLINK_NOFOLLOW)) return failure("read", join(path, name), errno);
        TreeEntry item = {below + name, TreeEntry::Kind::other, 0};
        if (S_ISREG(status.st_mode)) item = {below + name, TreeEntry::Kind::file, static_cast<std::uint64_t>(status.st_size)};
        if (S_ISLNK(status.st_mode)) item.kind = TreeEntry::Kind::link;
        if (S_ISDIR(status.st_mode)) {
            item.kind = TreeEntry::Kind::folder;
            folders.push_back(name);
        }
        found.push_back(std::move(item));
    }
    if (errno != 0) return failure("read the folder", path, errno);
    for (const std::string& name : folders)
        if (Outcome walked = walk_everything_in(join(path, name), below + name + "/", found); !walked) return walked;
    return done();
}

}  // namespace

Result<std::vector<TreeEntry>> walk_everything(const std::string& folder) {
    std::vector<TreeEntry> found;
    if (const Outcome walked = walk_everything_in(folder, "", found); !walked) return walked.failure();
    std::sort(found.begin(), found.end(), [](const TreeEntry& a, const TreeEntry& b) { return a.path < b.path; });
    return found;
}

Result<std::vector<FoundFile>> walk(const std::string& folder) {
    std::vector<FoundFile> found;
    if (const Outcome walked = walk_into(folder, "", found); !walked) return walked.failure();
    std::sort(found.begin(), found.end(), [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    return found;
}

Outcome walk_again(const std::string& folder, const std::vector<std::string>& changed, std::vector<FoundFile>& found) {
    for (const std::string& path : changed) {
        if (is_passed_over(path.substr(path.rfind('/') + 1))) continue;
        struct stat status = {};
        const bool is_there = ::stat(join(folder, path).c_str(), &status) == 0;
        if (!is_there && errno != ENOENT && errno != ENOTDIR && errno != ELOOP) return failure("read", join(folder, path), errno);
        const auto place = std::lower_bound(found.begin(), found.end(), path, [](const FoundFile& file, const std::string& wanted) { return file.path < wanted; });
        const bool was_there = place != found.end() && place->path == path;
        if (is_there && S_ISREG(status.st_mode)) {
            if (was_there)
                place->stamp = stamp_from(status);
            else
                found.insert(place, {path, stamp_from(status)});
        } else if (was_there) {
            found.erase(place);
        }
    }
    return done();
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

}  // namespace vitrine::io
