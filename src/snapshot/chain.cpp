#include "snapshot/chain.h"

#include <algorithm>

#include "formats/archive.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::snapshot {
namespace {

/// Whether every tag file that the tag manifest lists has its checksum there.
bool tags_are_as_listed(const Listing& listing) {
    Diagnostics faults;
    Manifest manifest{std::string(digest_file), checksum::Algorithm::sha256, true, {}};
    parse_manifest(SourceText(manifest.file, listing.tags.at(manifest.file)), {}, manifest, faults);
    return faults.empty() && std::all_of(manifest.digests.begin(), manifest.digests.end(), [&](const auto& listed) {
               const auto tag = listing.tags.find(listed.first);
               return tag != listing.tags.end() && checksum::of(manifest.algorithm, tag->second) == listed.second;
           });
}

Info info_of(const Listing& listing) {
    Diagnostics ignored;  // of a file that was just found to be what the one after says
    const auto found = listing.tags.find(std::string(info_file));
    return found == listing.tags.end() ? Info{} : parse_info(SourceText(found->first, found->second), {}, ignored);
}

/// One that was given a name of its own since.
std::optional<std::string> find_by_digest(const std::string& digest, const std::vector<std::string>& given) {
    for (const std::string& path : given) {
        const auto store = Store::open(path);
        if (!store) continue;
        const auto listing = store->look();
        if (listing && listing->unsafe.empty() && digest_of(*listing) == digest) return path;
    }
    return std::nullopt;
}

void report(const std::string& name, std::string message, Diagnostics& diagnostics) {
    diagnostics.add({Code::bag_not_authentic,
                     whole_file(name),
                     std::move(message),
                     "one of both was replaced or changed; ask for the copy that an archive keeps",
                     {}});
}

}  // namespace

std::optional<Previous> previous_of(const Info& info) {
    const std::string* field = find_field(info, previous_field);
    if (field == nullptr) return std::nullopt;
    const std::size_t digest = field->rfind(std::string(" ") + std::string(digest_prefix));
    if (digest == std::string::npos) return Previous{*field, ""};
    return Previous{field->substr(0, digest), field->substr(digest + 1 + digest_prefix.size())};
}

std::optional<std::string> find_snapshot(const std::string& name, const std::vector<std::string>& given,
                                         const std::string& folder) {
    const auto stem = archive::without_ending(name);
    for (const std::string& path : given)
        if (archive::without_ending(io::file_name(io::absolute(path))) == stem) return path;
    // A name is a name, whatever a hostile bag says.
    if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos) return std::nullopt;
    for (const std::string& candidate :
         {name, std::string(stem), std::string(stem) + ".zip", std::string(stem) + ".tar.gz", std::string(stem) + ".tgz"})
        if (io::exists(io::join(folder, candidate))) return io::join(folder, candidate);
    return std::nullopt;
}

Result<Chain> follow_chain(const Info& info, const std::string& path, const std::vector<std::string>& given,
                           Diagnostics& diagnostics) {
    constexpr std::size_t longest = 10'000;
    const std::string folder = io::parent(io::absolute(path));
    Chain chain;
    auto previous = previous_of(info);
    while (previous && chain.followed.size() < longest) {
        auto found = find_snapshot(previous->name, given, folder);
        if (!found) found = find_by_digest(previous->digest, given);
        if (!found) {
            chain.missing = previous->name;
            break;
        }
        const auto store = Store::open(*found);
        if (!store) return store.failure();
        auto listing = store->look();
        if (!listing) return listing.failure();
        if (!listing->unsafe.empty() || digest_of(*listing) != previous->digest) {
            report(store->name(),
                   "this is not the snapshot that the next one names: that has the digest sha256:" + previous->digest, diagnostics);
            break;
        }
        if (!tags_are_as_listed(*listing)) {
            report(store->name(), "the files beside `data/` are not what its tag manifest says", diagnostics);
            break;
        }
        chain.followed.push_back(store->name());
        previous = previous_of(info_of(*listing));
    }
    return chain;
}

}  // namespace vitrine::snapshot
