#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

/// The disk. Paths are UTF-8 strings with forward slashes; failures say what was tried, on which path, and why it failed.
namespace vitrine::io {

/// What the file system says of a file without its bytes being read. A file that was written, replaced or renamed since
/// has another stamp, unless that happened within the grain of the file system's clock: see `is_settled`.
struct Stamp {
    std::uint64_t size = 0;      ///< bytes
    std::int64_t modified = 0;   ///< nanoseconds since 1970
    std::int64_t changed = 0;    ///< of the inode; no program can set it back
    std::uint64_t inode = 0;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

template <class Archive>
void fields(Archive& archive, Stamp& stamp) {
    archive(stamp.size, stamp.modified, stamp.changed, stamp.inode);
}

/// Whether every later change of the file gives it another stamp: the file's times lie further back than the grain of the
/// file system's clock. `now` is a moment before the stamp was taken, in nanoseconds since 1970.
[[nodiscard]] bool is_settled(const Stamp& stamp, std::int64_t now);

/// A regular file found below a folder.
struct FoundFile {
    std::string path;  ///< relative to the folder
    Stamp stamp;
};

/// What stands in a folder.
struct Entry {
    std::string name;
    bool is_folder = false;  ///< a link to a folder is none
};

[[nodiscard]] bool exists(const std::string& path);
[[nodiscard]] bool is_folder(const std::string& path);

/// Whether there is a folder; a failure when that cannot be known.
Result<bool> has_folder(const std::string& path);


/// Whether there is a regular file; a failure when that cannot be known.
Result<bool> has_file(const std::string& path);

/// The absolute form of a path, without `.`, `..` and trailing slash; links are followed as far as the path exists.
[[nodiscard]] std::string absolute(const std::string& path);

/// Whether `path` is `folder` or lies below it; both absolute.
[[nodiscard]] bool is_within(std::string_view path, std::string_view folder);

/// The folder that holds a path; `/` for the root.
[[nodiscard]] std::string parent(const std::string& path);

/// The last name of a path.
[[nodiscard]] std::string file_name(std::string_view path);

/// A path below a folder.
[[nodiscard]] std::string join(std::string_view folder, std::string_view path);

/// All regular files below a folder, sorted by path in byte order; none when there is no such folder. Names that begin with a dot and editors' backups (`x~`)
/// are passed over with all below them; links to files are followed, links to folders are not.
Result<std::vector<FoundFile>> walk(const std::string& folder);

/// All entries of a folder, whatever their names, sorted by name; none when there is no such folder.
Result<std::vector<Entry>> list_folder(const std::string& path);

/// Whether a folder has no entry at all; true when it does not exist.
Result<bool> is_empty_folder(const std::string& path);

/// The stamp of what stands at a path, links followed; nothing when nothing stands there.
[[nodiscard]] std::optional<Stamp> stamp_of(const std::string& path);

/// The stamp of the regular file at a path; nothing when there is none, or a link.
[[nodiscard]] std::optional<Stamp> stamp_of_file(const std::string& path);

/// The stamp of the folder at a path; nothing when there is none, or a link. The times change with the entries.
Result<std::optional<Stamp>> stamp_of_folder(const std::string& path);

/// Whether two paths lie on one file system; false when one of them is not there.
[[nodiscard]] bool on_one_file_system(const std::string& a, const std::string& b);

/// All bytes of a file.
Result<std::string> read_file(const std::string& path);

/// Calls `take` with the bytes of a file, part after part.
Outcome read_parts(const std::string& path, const std::function<void(std::string_view)>& take);

/// Whether a file exists and holds exactly these bytes.
[[nodiscard]] bool holds(const std::string& path, std::string_view bytes);

/// Whether two files hold the same bytes.
[[nodiscard]] bool same_bytes(const std::string& a, const std::string& b);

/// Creates a folder and those above it.
Outcome make_folders(const std::string& path);

/// Writes a new file, or the whole of an existing one.
Outcome write_file(const std::string& path, std::string_view bytes);

/// Writes a file that shares no bytes with what stood at the path before: other names of that stay as they are. Folders
/// that are missing are created.
Outcome write_new_file(const std::string& path, std::string_view bytes);

/// The same with the bytes of another file.
Outcome copy_to_new_file(const std::string& from, const std::string& to);

/// Gives a file, or a link as such, another name (a hard link) in place of what has that name. Folders that are missing
/// are created.
Outcome give_name(const std::string& file, const std::string& name);

/// Puts a file or a folder in another's place in one step, so that readers see the old or the new one whole. A folder can
/// only replace an empty one.
Outcome replace(const std::string& from, const std::string& to);

/// Lets two folders change places in one step. False when the file system or the system call does not offer it for these,
/// so that nothing was done.
Result<bool> exchange_folders(const std::string& a, const std::string& b);

/// Removes a file; that it is not there is no failure.
Outcome remove_file(const std::string& path);

/// Removes a folder with everything below it; that it is not there is no failure.
Outcome remove_folder(const std::string& path);

/// Removes a folder if it is empty, else leaves it.
void remove_if_empty(const std::string& path);

/// The path of the running program.
[[nodiscard]] std::string program_path();

}  // namespace vitrine::io
