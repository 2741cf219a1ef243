#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace vitrine::snapshot {

/// A file in a bag.
struct StoredFile {
    std::string path;  ///< in the bag; safe to join to a folder
    std::uint64_t size = 0;
};

/// What a first look at a bag found.
struct Listing {
    std::vector<StoredFile> files;            ///< sorted by path, each once
    std::map<std::string, std::string> tags;  ///< the bytes of those outside `data/`, by path
    Diagnostics unsafe;                       ///< what must not be unpacked, each by its name; damage too
};

/// The next part of a file's bytes, empty at its end. It holds until the next call.
using NextPart = std::function<Result<std::string_view>()>;

/// A bag in a folder or in an archive, which may be hostile.
///
/// Nothing in it is followed or written anywhere. Links, devices and paths that lead out are refused; in an archive also two
/// entries with one path, paths that some file system takes for the same, and what unpacks to far more than it is. Memory is
/// bounded by the number of files and the size of the tag files, both of which are limited.
class Store {
public:
    /// Fails when there is nothing at the path that could be read.
    static Result<Store> open(const std::string& path);

    ~Store();
    Store(Store&&) noexcept;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    Store& operator=(Store&&) = delete;

    /// The last name of its path.
    [[nodiscard]] const std::string& name() const;

    /// The path of a bag in a folder; nothing for an archive.
    [[nodiscard]] std::optional<std::string> folder() const;

    /// Looks at everything once. Problems of the bag are in the listing; a failure is one of the machine.
    Result<Listing> look() const;

    /// Calls `visit` for each file of a listing that has nothing unsafe in it, in whatever order they lie, from one thread after
    /// the other. A failure is one of the machine, of `visit`, or damage that came up meanwhile.
    Outcome each(const Listing& listing, const std::function<Outcome(const StoredFile&, const NextPart&)>& visit) const;

private:
    struct State;
    explicit Store(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace vitrine::snapshot
