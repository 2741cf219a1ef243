#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "formats/mustache.h"

namespace vitrine::content {

/// The assets that pages name.
inline constexpr std::string_view stylesheet_name = "style.css";
inline constexpr std::string_view custom_stylesheet_name = "custom.css";
inline constexpr std::string_view icon_name = "icon.svg";
inline constexpr std::array assets_in_pages = {stylesheet_name, custom_stylesheet_name, icon_name};

/// A file of a theme's `assets/`.
struct Asset {
    std::string name;         ///< below `assets/`
    std::string file;         ///< on the disk
    std::string shown;        ///< the path that messages name
    std::uint64_t size = 0;   ///< in bytes
    std::string fingerprint;  ///< of the bytes, for an asset that pages name; empty for any other

    /// Its path in the output. What pages name bears the fingerprint (`assets/style.5f0c….css`): other bytes are another file, so
    /// that a browser may keep it for ever and a page never meets the style sheet of another build. The others keep their
    /// names, by which style sheets refer to them.
    [[nodiscard]] std::string path() const;
};

/// Templates and assets of a theme, laid over those of the default theme.
struct Theme {
    mustache::Sources templates;  ///< by file name without `.mustache`
    std::vector<Asset> assets;    ///< sorted by name

    /// The path in the output of the asset of that name; empty when there is none.
    [[nodiscard]] std::string path_of(std::string_view name) const;
};

/// Where themes that ship with vitrine are: beside the program, or under `share/` of where it is installed.
Result<std::string> shipped_themes_folder();

/// Loads the theme `name` of the site (`themes/<name>/` in its root) over the default theme: a file that both have is the
/// site's, so a site overrides one template without copying the others. `default` needs no folder in the site. A theme
/// that exists nowhere is reported at `name_place` of site.toml.
Result<Theme> load_theme(const std::string& root, const std::string& shipped, const std::string& name, const Location& name_place,
                         Diagnostics& diagnostics);

}  // namespace vitrine::content
