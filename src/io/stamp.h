#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "io/descriptor.h"

struct stat;

namespace vitrine::io {

/// What the file system says of a file without its bytes being read. A file that was written, replaced or renamed since
/// has another stamp, unless that happened within the grain of the file system's clock: see `is_settled`.
struct Stamp {
    std::uint64_t size = 0;      ///< bytes
    std::int64_t modified = 0;   ///< nanoseconds since 1970
    std::int64_t changed = 0;    ///< of the inode; no program can set it back
    std::uint64_t inode = 0;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

template <class Archive>
void fields(Archive& archive, Stamp& stamp) {
    archive(stamp.size, stamp.modified, stamp.changed, stamp.inode);
}

/// Whether every later change of the file gives it another stamp: the file's times lie further back than the grain of the
/// file system's clock. `now` is a moment before the stamp was taken, in nanoseconds since 1970.
[[nodiscard]] bool is_settled(const Stamp& stamp, std::int64_t now);

/// The stamp in what stat(2) answered.
[[nodiscard]] Stamp stamp_from(const struct stat& status);

/// The stamp of what stands at a path, links followed; nothing when nothing stands there.
[[nodiscard]] std::optional<Stamp> stamp_of(const std::string& path);

/// The stamp of an open file.
[[nodiscard]] std::optional<Stamp> stamp_of_open(const Descriptor& file);

/// The stamp of the regular file at a path; nothing when there is none, or a link.
[[nodiscard]] std::optional<Stamp> stamp_of_file(const std::string& path);

/// The stamp of the folder at a path; nothing when there is none, or a link. The times change with the entries.
Result<std::optional<Stamp>> stamp_of_folder(const std::string& path);

}  // namespace vitrine::io
