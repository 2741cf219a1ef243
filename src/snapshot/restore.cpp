#include "snapshot/restore.h"

#include <map>

#include "formats/unicode.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/open_files.h"
#include "io/paths.h"
#include "io/walk.h"

namespace vitrine::snapshot {
namespace {

Outcome check_empty(const std::string& folder) {
    if (io::exists(folder) && !io::is_folder(folder)) return Failure{"cannot restore into " + folder + ": it is a file"};
    const auto entries = io::list_folder(folder);
    if (!entries) return entries.failure();
    if (entries->empty()) return done();
    return Failure{"cannot restore into " + folder + ": the folder is not empty; name a new one"};
}

Outcome write(const std::string& path, const NextPart& next) {
    if (Outcome made = io::make_folders(io::parent(path)); !made) return made;
    auto file = io::NewFile::create(path);
    if (!file) return file.failure();
    for (;;) {
        const auto part = next();
        if (!part) return part.failure();
        if (part->empty()) return file->close();
        if (Outcome added = file->append(*part); !added) return added;
    }
}

/// Names as the manifest writes them, by their composed form: the library that reads archives gives that form to every name.
std::map<std::string, std::string> names_in_manifest(const Listing& listing) {
    std::map<std::string, std::string> names;
    const auto found = listing.tags.find("manifest-sha256.txt");
    if (found == listing.tags.end()) return names;
    Diagnostics ignored;  // of a bag that was verified
    Manifest manifest{found->first, checksum::Algorithm::sha256, false, {}};
    parse_manifest(SourceText(found->first, found->second), {}, manifest, ignored);
    for (const auto& [path, digits] : manifest.digests)
        if (const std::string form = composed(path); form != path) names.emplace(form, path);
    return names;
}

}  // namespace

Result<std::size_t> unpack(const Store& store, const Listing& listing, std::string_view below, const std::string& folder) {
    const std::map<std::string, std::string> names = names_in_manifest(listing);
    std::size_t files = 0;
    const Outcome read = store.each(listing, [&](const StoredFile& file, const NextPart& next) -> Outcome {
        if (!file.path.starts_with(below)) return done();
        ++files;
        const auto name = names.find(file.path);
        return write(io::join(folder, (name == names.end() ? file.path : name->second).substr(below.size())), next);
    });
    if (!read) return read.failure();
    return files;
}

Result<Restored> restore(const Store& store, const std::string& folder) {
    if (const Outcome empty = check_empty(folder); !empty) return empty.failure();
    Restored restored;
    auto verdict = verify(store);
    if (!verdict) return verdict.failure();
    restored.verdict = std::move(*verdict);
    if (restored.verdict.diagnostics.has_errors()) return restored;

    const std::string stage = io::join(io::parent(folder), "." + io::file_name(folder) + ".partial");
    if (const Outcome removed = io::remove_folder(stage); !removed) return removed.failure();
    if (const Outcome made = io::make_folders(stage); !made) return made.failure();
    const auto files = unpack(store, restored.verdict.listing, sources_folder, stage);
    const Outcome placed = !files ? Outcome(files.failure()) : *files == 0 ? done() : io::replace(stage, folder);
    if (!placed || *files == 0) static_cast<void>(io::remove_folder(stage).ok());
    if (!placed) return placed.failure();
    restored.files = *files;
    restored.done = *files > 0;
    return restored;
}

}  // namespace vitrine::snapshot
