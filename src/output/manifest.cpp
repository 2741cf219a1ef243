#include "output/manifest.h"

#include <algorithm>

#include "base/text.h"
#include "io/files.h"

namespace vitrine::output {
namespace {

constexpr std::string_view heading = "vitrine manifest 1";

std::string manifest_file(const std::string& state) { return io::join(state, "manifest"); }

}  // namespace

bool Manifest::contains(const std::string& path) const { return std::binary_search(paths.begin(), paths.end(), path); }

std::string state_folder(const std::string& output) { return io::join(io::join(io::parent(output), ".vitrine"), io::file_name(output)); }

Result<Manifest> load_manifest(const std::string& state) {
    Manifest manifest;
    if (!io::exists(manifest_file(state))) return manifest;
    const auto bytes = io::read_file(manifest_file(state));
    if (!bytes) return bytes.failure();
    std::vector<std::string_view> lines = split(*bytes, '\n');
    if (lines.front() != heading)
        return Failure{manifest_file(state) + " is not a manifest that this version of vitrine can read; remove it and build again"};
    for (const std::string_view line : lines)
        if (!line.empty() && line != heading) manifest.paths.emplace_back(line);
    std::sort(manifest.paths.begin(), manifest.paths.end());
    return manifest;
}

Outcome write_manifest(const std::string& state, const Manifest& manifest) {
    std::string bytes(heading);
    bytes += '\n';
    for (const std::string& path : manifest.paths) bytes += path + "\n";
    const std::string fresh = manifest_file(state) + ".new";
    if (Outcome written = io::write_file(fresh, bytes); !written) return written;
    return io::replace_file(fresh, manifest_file(state));
}

}  // namespace vitrine::output
