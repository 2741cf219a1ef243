#pragma once

#include <string>
#include <utility>

#include "base/result.h"

/// Folders of the disk. Failures say what was tried, on which path, and why it failed.
namespace vitrine::io {

/// The absolute form of a path, without `.`, `..` and trailing slash; links are followed as far as the path exists.
[[nodiscard]] std::string absolute(const std::string& path);

[[nodiscard]] bool is_folder(const std::string& path);

/// Whether there is a folder; a failure when that cannot be known.
Result<bool> has_folder(const std::string& path);

/// Whether two paths lie on one file system; false when one of them is not there.
[[nodiscard]] bool on_one_file_system(const std::string& a, const std::string& b);

/// Creates a folder and those above it.
Outcome make_folders(const std::string& path);

/// Lets two folders change places in one step. False when the file system or the system call does not offer it for these,
/// so that nothing was done.
Result<bool> exchange_folders(const std::string& a, const std::string& b);

/// Removes a folder with everything below it; that it is not there is no failure.
Outcome remove_folder(const std::string& path);

/// Removes the folders between `root` and a path below it that are empty. `path` is relative to `root`.
Outcome remove_empty_folders_above(const std::string& root, const std::string& path);

/// A folder that only this program uses, and that is gone with the object; in the folder that the system has for such things.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> make();

    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}

    std::string path_;
};

/// The path of the running program; empty when the system does not tell.
[[nodiscard]] std::string program_path();

}  // namespace vitrine::io
