#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "output/manifest.h"

/// What stands in an output folder, compared with what vitrine noted when it last wrote there.
namespace vitrine::output {

/// For each file of the manifest whether it is there and nobody changed it since, as its stamp says. Where the stamp
/// cannot say it, the file counts as changed.
[[nodiscard]] std::vector<bool> intact_files(const std::string& output, const Manifest& manifest, std::size_t jobs);

/// Something in an output folder that vitrine did not write.
struct Foreign {
    std::string path;  ///< in the output; what lies below a foreign folder is not listed
    bool is_folder = false;
};

/// Whether a path is one of these, or lies below one. They are sorted.
[[nodiscard]] bool is_within_one_of(const std::vector<std::string>& paths, std::string_view path);

/// What an output folder holds beside vitrine's files.
struct Survey {
    std::vector<Foreign> foreign;      ///< sorted by path, none within another
    std::vector<KnownFolder> folders;  ///< those that were looked into, as they were before that; sorted by path
};

/// Looks for what is foreign. `planned` are the folders that the site is going to have, sorted: such a folder is not foreign,
/// whoever made it, but what lies in it may be. Folders in which nothing happened since the manifest was written are not
/// read again.
Result<Survey> survey_output(const std::string& output, const Manifest& manifest, const std::vector<std::string>& planned, std::size_t jobs);

/// What vitrine must have written to a folder of which it knows nothing any more: its pages say so, and assets bear fingerprints. `planned`
/// are the paths of the site as it is now, sorted; where the home page is vitrine's, files there are too.
[[nodiscard]] Manifest recovered_manifest(const std::string& state, const std::string& output, const std::vector<std::string>& planned);

/// Whether the home page in a folder says that vitrine made it.
[[nodiscard]] bool bears_our_mark(const std::string& output);

}  // namespace vitrine::output
