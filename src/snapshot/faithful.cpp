#include "snapshot/faithful.h"

#include <algorithm>
#include <cstdint>

#include "base/parallel.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/open_files.h"
#include "io/paths.h"
#include "io/walk.h"
#include "output/claim.h"
#include "output/manifest.h"
#include "output/survey.h"

namespace vitrine::snapshot {
namespace {

using io::TreeEntry;

/// Whether two files hold the same bytes.
bool are_equal(const std::string& one, const std::string& other) {
    const auto a = io::ReadableFile::open(one), b = io::ReadableFile::open(other);
    if (!a || !b || a->size() != b->size()) return false;
    std::vector<char> left(64 * 1024), right(64 * 1024);
    for (std::uint64_t at = 0; at < a->size();) {
        const auto got = a->read_at(at, left.data(), left.size()), same = b->read_at(at, right.data(), right.size());
        if (!got || !same || *got == 0 || *got != *same ||
            !std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(*got), right.begin()))
            return false;
        at += *got;
    }
    return true;
}

std::vector<std::string> files_among(const std::vector<TreeEntry>& entries) {
    std::vector<std::string> paths;
    for (const TreeEntry& entry : entries)
        if (entry.kind != TreeEntry::Kind::folder) paths.push_back(entry.path);
    return paths;
}

}  // namespace

Result<Unfaithful> compare_output(const std::string& output, const std::string& fresh, std::size_t jobs) {
    const auto built = io::walk_everything(fresh);
    if (!built) return built.failure();
    const std::vector<std::string> wanted = files_among(*built);
    Unfaithful unfaithful;
    if (!io::is_folder(output)) {
        unfaithful.files = wanted;
        return unfaithful;
    }
    std::vector<char> differs(wanted.size());
    parallel_for(wanted.size(), jobs,
                 [&](std::size_t i) { differs[i] = are_equal(io::join(fresh, wanted[i]), io::join(output, wanted[i])) ? 0 : 1; });
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (differs[i] != 0) unfaithful.files.push_back(wanted[i]);

    const auto present = io::walk_everything(output);
    if (!present) return present.failure();
    const std::string state = output::state_folder(output);
    const auto known = output::load_manifest(state, output);
    if (!known) return known.failure();
    const output::Manifest manifest = *known ? **known : output::recovered_manifest(state, output, wanted);
    for (const std::string& path : files_among(*present)) {
        if (std::binary_search(wanted.begin(), wanted.end(), path)) continue;
        (manifest.find(path) != nullptr ? unfaithful.files : unfaithful.foreign).push_back(path);
    }
    std::sort(unfaithful.files.begin(), unfaithful.files.end());
    return unfaithful;
}

}  // namespace vitrine::snapshot
