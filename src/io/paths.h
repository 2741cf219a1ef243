#pragma once

#include <string>
#include <string_view>

/// Paths are UTF-8 strings with forward slashes. What is here looks at their text alone, and not at the disk.
namespace vitrine::io {

/// Whether `path` is `folder` or lies below it; both absolute.
[[nodiscard]] bool is_within(std::string_view path, std::string_view folder);

/// The folder that holds a path; `/` for the root.
[[nodiscard]] std::string parent(const std::string& path);

/// The last name of a path.
[[nodiscard]] std::string file_name(std::string_view path);

/// A path below a folder.
[[nodiscard]] std::string join(std::string_view folder, std::string_view path);

}  // namespace vitrine::io
