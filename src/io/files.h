#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

/// Whole files of the disk. Failures say what was tried, on which path, and why it failed.
namespace vitrine::io {

/// Whether anything stands at a path, links followed.
[[nodiscard]] bool exists(const std::string& path);

/// Whether there is a regular file; a failure when that cannot be known.
Result<bool> has_file(const std::string& path);

/// All bytes of a file.
Result<std::string> read_file(const std::string& path);

/// Calls `take` with the bytes of a file, part after part.
Outcome read_parts(const std::string& path, const std::function<void(std::string_view)>& take);

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

/// Writes a file in one step: readers see the old one or the new one whole, and a failure leaves the old one and nothing beside
/// it. Not for several writers of one path at once.
Outcome write_in_one_step(const std::string& path, std::string_view bytes);

/// Removes a file; that no file is there is no failure.
Outcome remove_file(const std::string& path);

}  // namespace vitrine::io
