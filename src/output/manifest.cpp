#include "output/manifest.h"

#include <algorithm>

#include "base/codec.h"
#include "formats/hash.h"
#include "io/files.h"
#include "io/paths.h"
#include "io/walk.h"

namespace vitrine::plan {

template <class Archive>
void fields(Archive& archive, RowKey& key) {
    archive(key.source, key.others);
}

template <class Archive>
void fields(Archive& archive, SharedKeys& shared) {
    archive(shared.program, shared.settings, shared.theme, shared.day);
}

}  // namespace vitrine::plan

namespace vitrine::output {

template <class Archive>
void fields(Archive& archive, Known& known) {
    archive(known.stamp, known.settled);
}

template <class Archive>
void fields(Archive& archive, WrittenFile& file) {
    archive(file.path, file.key, file.bytes, file.known);
}

template <class Archive>
void fields(Archive& archive, KnownFolder& folder) {
    archive(folder.path, folder.known);
}

template <class Archive>
void fields(Archive& archive, Manifest& manifest) {
    archive(manifest.shared, manifest.files, manifest.folders, manifest.foreign);
}

namespace {

constexpr std::string_view heading = "vitrine manifest 2\n";
constexpr std::string_view file_prefix = "manifest.";

/// Where the manifest of a tree is: it bears the inode of the tree's folder, so that it stays the tree's own when two trees
/// change places. Nothing when there is no such folder.
Result<std::optional<std::string>> file_of(const std::string& state, const std::string& tree) {
    const auto stamp = io::stamp_of_folder(tree);
    if (!stamp) return stamp.failure();
    if (!*stamp) return std::optional<std::string>();
    return std::optional(io::join(state, std::string(file_prefix) + std::to_string((*stamp)->inode)));
}

template <class T>
const T* find_in(const std::vector<T>& sorted, std::string_view path) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), path, [](const T& element, std::string_view wanted) { return element.path < wanted; });
    return found != sorted.end() && found->path == path ? &*found : nullptr;
}

/// Heading, digest of the rest, the rest; nothing when it is anything else.
std::optional<Manifest> parse(std::string_view bytes) {
    if (!bytes.starts_with(heading)) return std::nullopt;
    std::string_view rest = bytes.substr(heading.size());
    Digest digest;
    Decoder{rest}(digest);
    rest.remove_prefix(std::min(rest.size(), sizeof digest));
    if (hash::digest_of(rest) != digest) return std::nullopt;
    Manifest manifest;
    Decoder decoder(rest);
    decoder(manifest);
    return decoder.good() ? std::optional(std::move(manifest)) : std::nullopt;
}

}  // namespace

Known known_at(std::int64_t now, const std::optional<io::Stamp>& stamp) { return stamp ? Known{*stamp, io::is_settled(*stamp, now)} : Known{}; }

const WrittenFile* Manifest::find(std::string_view path) const { return find_in(files, path); }

const KnownFolder* Manifest::find_folder(std::string_view path) const { return find_in(folders, path); }

Result<std::optional<Manifest>> load_manifest(const std::string& state, const std::string& tree) {
    const auto file = file_of(state, tree);
    if (!file) return file.failure();
    if (!*file) return std::optional<Manifest>();
    const auto present = io::has_file(**file);
    if (!present) return present.failure();
    if (!*present) return std::optional<Manifest>();
    const auto bytes = io::read_file(**file);
    if (!bytes) return bytes.failure();
    return parse(*bytes);
}

std::optional<Manifest> load_any_manifest(const std::string& state) {
    const auto entries = io::list_folder(state);
    if (!entries) return std::nullopt;
    for (const io::Entry& entry : *entries) {
        if (!entry.name.starts_with(file_prefix)) continue;
        const auto bytes = io::read_file(io::join(state, entry.name));
        if (auto manifest = bytes ? parse(*bytes) : std::nullopt) return manifest;
    }
    return std::nullopt;
}

Result<bool> has_manifest(const std::string& state, const std::string& tree) {
    const auto file = file_of(state, tree);
    if (!file) return file.failure();
    return *file ? io::has_file(**file) : Result(false);
}

Outcome save_manifest(const std::string& state, const std::string& tree, const Manifest& manifest) {
    const auto file = file_of(state, tree);
    if (!file) return file.failure();
    if (!*file) return Failure{"cannot note what " + tree + " holds: the folder is gone"};
    Encoder content;
    content(manifest);
    Encoder head;
    head(hash::digest_of(content.bytes()));
    return io::write_in_one_step(**file, std::string(heading) + head.bytes() + content.bytes());
}

Outcome drop_manifest(const std::string& state, const std::string& tree) {
    const auto file = file_of(state, tree);
    if (!file) return file.failure();
    return *file ? io::remove_file(**file) : done();
}

void drop_other_manifests(const std::string& state, const std::vector<std::string>& trees) {
    std::vector<std::string> kept;
    for (const std::string& tree : trees) {
        const auto file = file_of(state, tree);
        if (!file) return;
        if (*file) kept.push_back(**file);
    }
    const auto entries = io::list_folder(state);
    if (!entries) return;
    for (const io::Entry& entry : *entries) {
        const std::string file = io::join(state, entry.name);
        if (!entry.name.starts_with(file_prefix) || std::find(kept.begin(), kept.end(), file) != kept.end()) continue;
        // One that stays costs a little space, no more.
        static_cast<void>(io::remove_file(file).ok());
    }
}

std::vector<std::string> folders_of(const std::vector<WrittenFile>& files) {
    std::vector<std::string> folders = {""};
    for (const WrittenFile& file : files)
        for (std::size_t slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1))
            // Files of one folder follow each other, but for those of the folders between.
            if (const std::string_view folder = std::string_view(file.path).substr(0, slash); folders.back() != folder) folders.emplace_back(folder);
    std::sort(folders.begin(), folders.end());
    folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
    return folders;
}

}  // namespace vitrine::output
