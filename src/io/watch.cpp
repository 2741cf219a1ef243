#include "io/watch.h"

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <string_view>
#include <utility>

#include "io/failure.h"
#include "io/paths.h"
#include "io/walk.h"

namespace vitrine::io {
namespace {

// A file counts as changed when its writer closes it, so that no half of it is read.
constexpr std::uint32_t interesting = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
                                      IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

bool is_passed_over(std::string_view name) { return name.starts_with('.') || name.ends_with('~'); }

/// Whether a name that appeared is that of a file which somebody has open to write it, and not another name for something.
bool will_be_closed(const std::string& path) {
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1;
}

Failure too_many(const std::string& folder) {
    return {"cannot watch the folder " + folder +
            ": this account watches as many folders as the system allows; raise fs.inotify.max_user_watches, or stop another "
            "program that watches"};
}

}  // namespace

void Changes::add(Changes other) {
    anything = anything || other.anything;
    files.insert(files.end(), std::make_move_iterator(other.files.begin()), std::make_move_iterator(other.files.end()));
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
}

Result<Watch> Watch::start() {
    Descriptor events(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!events.is_open() && errno == EMFILE)
        return Failure{
            "cannot watch for changes: as many programs of this account do as the system allows; raise "
            "fs.inotify.max_user_instances, or stop one of them"};
    if (!events.is_open()) return failure("watch", "for changes", errno);
    return Watch(std::move(events));
}

Outcome Watch::add(const std::string& folder, bool below) {
    const auto known =
        std::find_if(wanted_.begin(), wanted_.end(), [&](const Folder& one) { return one.path == folder && one.below == below; });
    if (known == wanted_.end()) wanted_.push_back({folder, below});
    const int watched = ::inotify_add_watch(events_.get(), folder.c_str(), interesting);
    if (watched < 0 && errno == ENOSPC) return too_many(folder);
    if (watched < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)) return done();
    if (watched < 0) return failure("watch the folder", folder, errno);
    Folder& one = folders_[watched];
    one.path = folder;
    one.below = one.below || below;
    return below ? add_below(folder) : done();
}

Outcome Watch::add_below(const std::string& folder) {
    const auto entries = list_folder(folder);
    if (!entries) return done();  // it is gone again, or whoever reads it will say why it cannot be read
    for (const Entry& entry : *entries) {
        if (!entry.is_folder || is_passed_over(entry.name)) continue;
        const std::string path = join(folder, entry.name);
        const int watched = ::inotify_add_watch(events_.get(), path.c_str(), interesting);
        if (watched < 0 && errno == ENOSPC) return too_many(path);
        if (watched < 0) continue;
        folders_[watched] = {path, true};
        if (Outcome added = add_below(path); !added) return added;
    }
    return done();
}

/// Watches what appeared. What is watched already keeps its number; a folder that was moved gets its new path.
Outcome Watch::look_again() {
    const std::vector<Folder> wanted = wanted_;
    for (const Folder& folder : wanted)
        if (Outcome added = add(folder.path, folder.below); !added) return added;
    return done();
}

Outcome Watch::note(int watched, std::uint32_t what, const std::string& name, Changes& changes) {
    if ((what & IN_Q_OVERFLOW) != 0) {
        changes.anything = true;
        return done();
    }
    const auto folder = folders_.find(watched);
    if (folder == folders_.end()) return done();
    if ((what & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0) {
        changes.anything = true;
        if ((what & IN_MOVE_SELF) != 0) ::inotify_rm_watch(events_.get(), watched);
        if ((what & (IN_IGNORED | IN_MOVE_SELF)) != 0) folders_.erase(folder);
        return done();
    }
    if (name.empty() || is_passed_over(name)) return done();
    std::string path = join(folder->second.path, name);
    if ((what & IN_ISDIR) != 0) {
        // Beside what is watched, other folders come and go.
        const auto is_it = [&](const Folder& wanted) { return wanted.path == path; };
        changes.anything = changes.anything || folder->second.below || std::any_of(wanted_.begin(), wanted_.end(), is_it);
    } else if ((what & IN_CREATE) == 0 || !will_be_closed(path)) {
        changes.files.push_back(std::move(path));
    }
    return done();
}

Result<Changes> Watch::take() {
    Changes changes;
    alignas(inotify_event) std::array<char, 64 * 1024> buffer;
    for (;;) {
        const ssize_t got = ::read(events_.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno != EAGAIN) return failure("watch", "for changes", errno);
        if (got <= 0) break;
        for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
            inotify_event event = {};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const std::string name = event.len > 0 ? std::string(buffer.data() + at + sizeof event) : std::string();
            if (Outcome noted = note(event.wd, event.mask, name, changes); !noted) return noted.failure();
            at += sizeof event + event.len;
        }
    }
    if (changes.anything)
        if (Outcome looked = look_again(); !looked) return looked.failure();
    changes.add({});
    return changes;
}

}  // namespace vitrine::io
