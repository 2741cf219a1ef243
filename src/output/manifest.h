#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "io/stamp.h"
#include "plan/keys.h"

namespace vitrine::output {

/// The stamp of what vitrine knew at one moment.
struct Known {
    io::Stamp stamp;
    bool settled = false;  ///< else a change may have left the stamp as it is, and only reading tells

    /// Whether it surely is as it was.
    [[nodiscard]] bool still(const std::optional<io::Stamp>& now) const { return settled && now && *now == stamp; }

    friend bool operator==(const Known&, const Known&) = default;
};

/// What a stamp says at that moment (nanoseconds since 1970), which was before it was taken.
[[nodiscard]] Known known_at(std::int64_t now, const std::optional<io::Stamp>& stamp);

/// A file that vitrine wrote.
struct WrittenFile {
    std::string path;
    plan::RowKey key;
    Digest bytes;
    Known known;

    friend bool operator==(const WrittenFile&, const WrittenFile&) = default;
};

/// A folder of the output, as it was when vitrine knew all that is in it.
struct KnownFolder {
    std::string path;  ///< empty for the output itself
    Known known;

    friend bool operator==(const KnownFolder&, const KnownFolder&) = default;
};

/// What vitrine knows of a tree of files that it wrote.
struct Manifest {
    plan::SharedKeys shared;
    std::vector<WrittenFile> files;     ///< sorted by path
    std::vector<KnownFolder> folders;   ///< of `files`, sorted by path
    std::vector<std::string> foreign;   ///< files and folders that it did not write; sorted, none within another

    [[nodiscard]] const WrittenFile* find(std::string_view path) const;
    [[nodiscard]] const KnownFolder* find_folder(std::string_view path) const;

    friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// The manifest of the tree in a folder, known by the folder itself and not by its path: nothing when there is none, or one
/// that is damaged. `state` is the folder in which manifests are kept.
Result<std::optional<Manifest>> load_manifest(const std::string& state, const std::string& tree);

/// Any manifest at all: of a tree that has since been moved or copied.
[[nodiscard]] std::optional<Manifest> load_any_manifest(const std::string& state);

/// Whether the tree in a folder has a manifest.
Result<bool> has_manifest(const std::string& state, const std::string& tree);

/// Notes what the tree in a folder holds, in one step.
Outcome save_manifest(const std::string& state, const std::string& tree, const Manifest& manifest);

/// Forgets what is known of the tree in a folder.
Outcome drop_manifest(const std::string& state, const std::string& tree);

/// Forgets what is known of trees other than these.
void drop_other_manifests(const std::string& state, const std::vector<std::string>& trees);

/// The folders that hold these files, each once, sorted: for `a/b/c` the folders ``, `a` and `a/b`.
[[nodiscard]] std::vector<std::string> folders_of(const std::vector<WrittenFile>& files);

}  // namespace vitrine::output
