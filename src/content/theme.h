#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "formats/mustache.h"

namespace vitrine::content {

/// A file of a theme's `assets/`.
struct Asset {
    std::string name;  ///< below `assets/`
    std::string file;  ///< on the disk
    std::string shown; ///< the path that messages name
};

/// Templates and assets of a theme, laid over those of the default theme.
struct Theme {
    mustache::Sources templates;  ///< by file name without `.mustache`
    std::vector<Asset> assets;    ///< sorted by name
};

/// Where themes that ship with vitrine are: beside the program, or under `share/` of where it is installed.
Result<std::string> shipped_themes_folder();

/// Loads the theme `name` of the site (`themes/<name>/` in its root) over the default theme: a file that both have is the
/// site's, so a site overrides one template without copying the others. `default` needs no folder in the site. A theme
/// that exists nowhere is reported at `name_place` of site.toml.
Result<Theme> load_theme(const std::string& root, const std::string& shipped, const std::string& name, const Location& name_place,
                         Diagnostics& diagnostics);

}  // namespace vitrine::content
