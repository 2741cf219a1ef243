#include "content/layout.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace vitrine::content {
namespace {

constexpr std::string_view inspections = "inspections/";
constexpr std::string_view content_folder = "content/";

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view stem_of(std::string_view path) {
    std::string_view name = name_of(path);
    name.remove_suffix(3);  // .md
    return name;
}

/// Whether `name` is `stem` followed by something that is not part of a word: `custody-2024.pdf`, `custody-2024 letter.pdf`.
bool continues_stem(std::string_view name, std::string_view stem) {
    return name.starts_with(stem) && name.size() > stem.size() && (std::isalnum(static_cast<unsigned char>(name[stem.size()])) == 0);
}

const Owner* owner_among(const std::vector<const Owner*>& candidates, std::string_view name, bool same_folder) {
    if (candidates.size() == 1) return candidates.front();
    if (!same_folder) return nullptr;
    const Owner* best = nullptr;
    for (const Owner* candidate : candidates)
        if (continues_stem(name, stem_of(candidate->path)) && (best == nullptr || stem_of(candidate->path).size() > stem_of(best->path).size()))
            best = candidate;
    return best;
}

}  // namespace

FileKind kind_of_file(std::string_view path) {
    if (path.ends_with(".cy.md")) return FileKind::welsh;
    if (!path.ends_with(".md")) return FileKind::other;
    return path.starts_with(inspections) ? FileKind::response : FileKind::page;
}

std::string default_id(std::string_view path) {
    const std::string_view stem = stem_of(path);
    return std::string(stem == "index" ? name_of(folder_of(path)) : stem);
}

std::string page_path(std::string_view path) {
    const std::string_view folder = folder_of(path), stem = stem_of(path);
    if (stem == "index") return std::string(folder);
    return folder.empty() ? std::string(stem) : std::string(folder) + "/" + std::string(stem);
}

std::vector<Attachment> assign_files(const std::vector<Attachment>& files, const std::vector<Owner>& owners, Diagnostics& diagnostics) {
    std::map<std::string_view, std::vector<const Owner*>> by_folder;
    for (const Owner& owner : owners) by_folder[folder_of(owner.path)].push_back(&owner);

    std::vector<Attachment> unowned;
    for (const Attachment& file : files) {
        const std::string_view path = std::string_view(file.path).substr(content_folder.size());
        if (!path.starts_with(inspections)) {
            unowned.push_back({file.path, std::string(path), file.size});
            continue;
        }
        std::string_view folder = folder_of(path);
        while (!folder.empty() && !by_folder.contains(folder)) folder = folder_of(folder);
        const Owner* owner = folder.empty() ? nullptr : owner_among(by_folder[folder], name_of(path), folder == folder_of(path));
        if (owner == nullptr) {
            diagnostics.add({Code::attachment_unowned, whole_file(file.path), quoted(name_of(path)) + " belongs to no response and is not published",
                             "begin its name with that of the response’s file, or put both in a folder of their own", {}});
            continue;
        }
        if (owner->attachments == nullptr) continue;
        owner->attachments->push_back({file.path, std::string(path.substr(folder.size() + 1)), file.size});
    }
    for (const Owner& owner : owners)
        if (owner.attachments != nullptr)
            std::sort(owner.attachments->begin(), owner.attachments->end(), [](const Attachment& a, const Attachment& b) { return a.name < b.name; });
    return unowned;
}

}  // namespace vitrine::content
