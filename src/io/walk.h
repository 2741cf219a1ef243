#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "io/stamp.h"

/// What folders hold. Failures say what was tried, on which path, and why it failed.
namespace vitrine::io {

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

/// All regular files below a folder, sorted by path in byte order; none when there is no such folder. Names that begin
/// with a dot and editors' backups (`x~`) are passed over with all below them; links to files are followed, links to
/// folders are not.
Result<std::vector<FoundFile>> walk(const std::string& folder);

/// Something below a folder, of whatever kind.
struct TreeEntry {
    enum class Kind : std::uint8_t { file, folder, link, other };
    std::string path;  ///< relative to the folder
    Kind kind = Kind::file;
    std::uint64_t size = 0;  ///< of a file, in bytes
};

/// Everything below a folder, whatever the names, sorted by path in byte order. Links are named and not followed. Fails when there is
/// no such folder.
Result<std::vector<TreeEntry>> walk_everything(const std::string& folder);

/// Brings the result of a walk up to date where only those regular files (paths relative to the folder) may have come, gone or changed.
Outcome walk_again(const std::string& folder, const std::vector<std::string>& changed, std::vector<FoundFile>& found);

/// All entries of a folder, whatever their names, sorted by name; none when there is no such folder.
Result<std::vector<Entry>> list_folder(const std::string& path);

}  // namespace vitrine::io
