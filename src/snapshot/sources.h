#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/site.h"

namespace vitrine::snapshot {

/// A file of the site that goes into a snapshot.
struct SourceFile {
    std::string file;                ///< on the disk
    std::string path;                ///< from the site's root
    bool front_matter_only = false;  ///< the text below it is not public
};

/// How much was not public and therefore stays behind.
struct LeftOut {
    std::size_t drafts = 0;     ///< responses and pages
    std::size_t embargoed = 0;  ///< responses
    std::size_t files =
        0;  ///< other files of `content/`: attachments of those and of withdrawn responses, and what belongs to nobody

    [[nodiscard]] bool nothing() const { return drafts + embargoed + files == 0; }
};

struct Sources {
    std::vector<SourceFile> files;  ///< sorted by path
    LeftOut left_out;
};

/// What has to be kept so that the public site can be built again, and no more: named from the site itself and not from the disk,
/// so that what is not public cannot get in by lying there. Of a withdrawn response it is the front matter, from which its
/// tombstone is made.
Result<Sources> public_sources(const Site& site, const std::string& root, const std::string& output);

/// The front matter of a content file with both its `+++` lines; the whole text when it has none.
[[nodiscard]] std::string_view front_matter_of(std::string_view text);

/// "2 drafts, 1 response under embargo and 3 other files"; "nothing" when nothing was.
[[nodiscard]] std::string in_words(const LeftOut& left_out);

}  // namespace vitrine::snapshot
