#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "io/descriptor.h"

namespace vitrine::io {

/// What changed below watched folders.
struct Changes {
    std::vector<std::string> files;  ///< paths of files that came, went or were written, sorted, each once
    /// Anything may have changed: a folder came or went, or more happened than the system keeps count of.
    bool anything = false;

    [[nodiscard]] bool empty() const { return files.empty() && !anything; }
    void add(Changes other);
};

/// Tells of files that change below folders, also those that are there only later (inotify). Nothing is told of names that begin with a
/// dot, of editors' backups (`x~`), of what lies behind links to folders, and of a file that is still being written.
class Watch {
public:
    static Result<Watch> start();

    /// Watches the entries of a folder itself, and with `below` all folders in it. One that is not there is watched as soon as the folder
    /// above is watched and it appears. Watching a folder twice does no harm.
    Outcome add(const std::string& folder, bool below);

    /// What changed since the last call; never waits.
    Result<Changes> take();

    /// Readable when there is something to take.
    [[nodiscard]] int descriptor() const { return events_.get(); }

    /// How many folders are watched.
    [[nodiscard]] std::size_t size() const { return folders_.size(); }

private:
    struct Folder {
        std::string path;
        bool below = false;
    };

    explicit Watch(Descriptor events) : events_(std::move(events)) {}
    Outcome add_below(const std::string& folder);
    Outcome note(int watched, std::uint32_t what, const std::string& name, Changes& changes);
    Outcome look_again();

    Descriptor events_;
    std::map<int, Folder> folders_;  ///< by the system's number of each watch
    std::vector<Folder> wanted_;     ///< as asked for, whether they are there or not
};

}  // namespace vitrine::io
