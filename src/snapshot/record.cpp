#include "snapshot/record.h"

#include "build/build.h"
#include "io/paths.h"
#include "snapshot/restore.h"

namespace vitrine::snapshot {
namespace {

constexpr std::string_view manifest_file = "manifest-sha256.txt";

SourceText tag(const Listing& listing, std::string_view path) {
    const auto found = listing.tags.find(std::string(path));
    return {std::string(path), found == listing.tags.end() ? "" : found->second};
}

std::map<std::string, std::string> source_files(const Listing& listing) {
    Diagnostics ignored;  // of a bag that was verified
    Manifest manifest{std::string(manifest_file), checksum::Algorithm::sha256, false, {}};
    parse_manifest(tag(listing, manifest_file), {}, manifest, ignored);
    std::map<std::string, std::string> files;
    for (const auto& [path, digits] : manifest.digests)
        if (path.starts_with(sources_folder)) files.emplace(path.substr(sources_folder.size()), digits);
    return files;
}

}  // namespace

Result<Record> load_record(const Store& store, const Listing& listing, std::size_t jobs) {
    Record record;
    record.files = source_files(listing);
    Diagnostics diagnostics;
    const Info info = parse_info(tag(listing, info_file), {}, diagnostics);
    const std::string* clock = find_field(info, clock_field);
    const auto now = clock == nullptr ? std::nullopt : parse_instant(*clock);
    if (!now || !record.files.contains("site.toml"))
        return Failure{store.name() + " holds no sources of a site: it is a bag, but no snapshot of vitrine"};

    std::string root = store.folder() ? io::join(*store.folder(), sources_folder.substr(0, sources_folder.size() - 1)) : "";
    if (root.empty()) {
        auto folder = io::TemporaryFolder::make();
        if (!folder) return folder.failure();
        record.folder.emplace(std::move(*folder));
        root = record.folder->path();
        if (const auto unpacked = unpack(store, listing, sources_folder, root); !unpacked) return unpacked.failure();
    }
    build::Options options;
    options.root = root;
    options.now = *now;
    options.jobs = jobs;
    auto site = build::read_site(options, diagnostics);
    if (!site) return site.failure();
    if (diagnostics.has_errors())
        return Failure{"the sources in " + store.name() +
                       " have errors for this version of vitrine; restore them and run `vitrine check`"};
    record.site = std::move(*site);
    return record;
}

}  // namespace vitrine::snapshot
