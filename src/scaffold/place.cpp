#include "scaffold/place.h"

#include "content/layout.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/walk.h"

namespace vitrine::scaffold {

std::string file_for(const std::string& id) { return "content/inspections/" + id + ".md"; }

Result<std::optional<std::string>> find_response(const std::string& root, const std::string& id) {
    const std::string folder = io::join(root, "content");
    const auto present = io::has_folder(folder);
    if (!present) return present.failure();
    if (!*present) return std::optional<std::string>{};
    const auto found = io::walk(folder);
    if (!found) return found.failure();
    for (const io::FoundFile& file : *found)
        if (content::kind_of_file(file.path) == content::FileKind::response && content::default_id(file.path) == id)
            return std::optional("content/" + file.path);
    return std::optional<std::string>{};
}

}  // namespace vitrine::scaffold
