#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

/// The disk. Paths are UTF-8 strings with forward slashes; failures say what was tried, on which path, and why it failed.
namespace vitrine::io {

/// A regular file found below a folder.
struct FoundFile {
    std::string path;  ///< relative to the folder
    std::uint64_t size = 0;
};

[[nodiscard]] bool exists(const std::string& path);
[[nodiscard]] bool is_folder(const std::string& path);
[[nodiscard]] bool is_file(const std::string& path);

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

/// All regular files below a folder, sorted by path in byte order. Names that begin with a dot and editors' backups (`x~`)
/// are passed over with all below them; links to files are followed, links to folders are not.
Result<std::vector<FoundFile>> walk(const std::string& folder);

/// Whether a folder has no entry at all; true when it does not exist.
Result<bool> is_empty_folder(const std::string& path);

/// All bytes of a file.
Result<std::string> read_file(const std::string& path);

/// Whether a file exists and holds exactly these bytes.
[[nodiscard]] bool holds(const std::string& path, std::string_view bytes);

/// Whether two files hold the same bytes.
[[nodiscard]] bool same_bytes(const std::string& a, const std::string& b);

/// Creates a folder and those above it.
Outcome make_folders(const std::string& path);

/// Writes a new file, or the whole of an existing one.
Outcome write_file(const std::string& path, std::string_view bytes);

/// Copies a file's bytes to a new file.
Outcome copy_file(const std::string& from, const std::string& to);

/// Puts a file in another's place in one step, so that readers see the old or the new one whole.
Outcome replace_file(const std::string& from, const std::string& to);

/// Removes a file; that it is not there is no failure.
Outcome remove_file(const std::string& path);

/// Removes a folder with everything below it; that it is not there is no failure.
Outcome remove_folder(const std::string& path);

/// Removes a folder if it is empty, else leaves it.
void remove_if_empty(const std::string& path);

/// The path of the running program.
[[nodiscard]] std::string program_path();

}  // namespace vitrine::io
