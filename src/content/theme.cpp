#include "content/theme.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "content/source.h"
#include "formats/hash.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/walk.h"

#ifndef VITRINE_DATADIR
#define VITRINE_DATADIR "share"
#endif

namespace vitrine::content {
namespace {

constexpr std::string_view template_suffix = ".mustache";

/// A folder on the disk and what messages call it.
struct Layer {
    std::string folder;
    std::string shown;
};

Outcome add_templates(const Layer& layer, mustache::Sources& templates, Diagnostics& diagnostics) {
    const std::string folder = io::join(layer.folder, "templates");
    const auto found = io::walk(folder);
    if (!found) return found.failure();
    for (const io::FoundFile& file : *found) {
        if (!file.path.ends_with(template_suffix)) continue;
        const auto source = load_source(io::join(folder, file.path), layer.shown + "/templates/" + file.path, diagnostics);
        if (!source) return source.failure();
        if (*source) templates[file.path.substr(0, file.path.size() - template_suffix.size())] = **source;
    }
    return done();
}

Outcome add_assets(const Layer& layer, std::map<std::string, Asset>& assets) {
    const std::string folder = io::join(layer.folder, "assets");
    const auto found = io::walk(folder);
    if (!found) return found.failure();
    for (const io::FoundFile& file : *found)
        assets[file.path] = {file.path, io::join(folder, file.path), layer.shown + "/assets/" + file.path, file.stamp.size, {}};
    return done();
}

Outcome take_fingerprint(Asset& asset) {
    const auto bytes = io::read_file(asset.file);
    if (!bytes) return bytes.failure();
    asset.fingerprint = hash::fingerprint_of(*bytes);
    return done();
}

}  // namespace

std::string Asset::path() const {
    if (fingerprint.empty()) return "assets/" + name;
    const std::size_t dot = name.rfind('.');
    return "assets/" + name.substr(0, dot) + "." + fingerprint + name.substr(dot);
}

std::string Theme::path_of(std::string_view name) const {
    const auto found = std::find_if(assets.begin(), assets.end(), [&](const Asset& asset) { return asset.name == name; });
    return found == assets.end() ? "" : found->path();
}

Result<std::string> shipped_themes_folder() {
    const std::string program = io::parent(io::program_path());
    for (const std::string& folder : {io::join(program, "themes"), io::join(io::parent(program), VITRINE_DATADIR "/vitrine/themes")})
        if (io::is_folder(io::join(folder, "default"))) return folder;
    return Failure{"cannot find the default theme that ships with vitrine: there is neither `themes` beside the program in " + program +
                   " nor `" VITRINE_DATADIR "/vitrine/themes` above it; install vitrine again"};
}

Result<Theme> load_theme(const std::string& root, const std::string& shipped, const std::string& name, const Location& name_place,
                         Diagnostics& diagnostics) {
    std::vector<Layer> layers = {{io::join(shipped, "default"), "themes/default"}};
    const std::string other = io::join(shipped, name), own = io::join(root, "themes/" + name);
    const auto ships = io::has_folder(other), is_own = io::has_folder(own);
    if (!ships) return ships.failure();
    if (!is_own) return is_own.failure();
    if (*ships && name != "default") layers.push_back({other, "themes/" + name});
    if (*is_own && io::absolute(own) != io::absolute(layers.back().folder)) layers.push_back({own, "themes/" + name});
    if (layers.size() == 1 && name != "default")
        diagnostics.add({Code::theme_missing, name_place, "there is no theme " + quoted(name),
                         "make the folder " + quoted("themes/" + name) + ", or leave the key out", {}});

    Theme theme;
    std::map<std::string, Asset> assets;
    for (const Layer& layer : layers) {
        if (const Outcome outcome = add_templates(layer, theme.templates, diagnostics); !outcome) return outcome.failure();
        if (const Outcome outcome = add_assets(layer, assets); !outcome) return outcome.failure();
    }
    for (const std::string_view named : assets_in_pages) {
        const auto found = assets.find(std::string(named));
        if (found == assets.end()) continue;
        if (const Outcome taken = take_fingerprint(found->second); !taken) return taken.failure();
    }
    for (auto& [path, asset] : assets) theme.assets.push_back(std::move(asset));
    return theme;
}

}  // namespace vitrine::content
