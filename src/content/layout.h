#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/response.h"

/// What the place of a file in `content/` means.
namespace vitrine::content {

enum class FileKind { response, page, welsh, other };

/// What a file is, from its path relative to `content/`.
[[nodiscard]] FileKind kind_of_file(std::string_view path);

/// The id of a response whose front matter gives none: the file's name, or its folder's for `index.md`.
[[nodiscard]] std::string default_id(std::string_view path);

/// The folder of a page in the output: `about` for `about.md` and `about/index.md`; empty for `index.md`.
[[nodiscard]] std::string page_path(std::string_view path);

/// A response and the place of its file, relative to `content/`.
struct Owner {
    std::string path;
    std::vector<Attachment>* attachments;  ///< of the response; null when its file could not be read: they are nobody else's
};

/// Gives each file to the response it lies beside, and returns the ones that belong to none because they lie outside
/// `inspections/`. A folder with one response belongs to it, with the folders below that hold no response; where several
/// share a folder, a file belongs to the one whose file name its own begins with. A file below `inspections/` that
/// belongs to none is reported and not published.
[[nodiscard]] std::vector<Attachment> assign_files(const std::vector<Attachment>& files, const std::vector<Owner>& owners,
                                                   Diagnostics& diagnostics);

}  // namespace vitrine::content
