#include "support/example.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "content/load.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::samples {

std::string repository() { return VITRINE_SOURCE_DIR; }

Site example_site(std::string_view now, std::size_t page_size, LinkStyle links) {
    Diagnostics diagnostics;
    auto config = content::load_config(repository(), diagnostics);
    content::Bodies bodies(repository(), repository());
    auto loaded = content::load_content(repository(), 2, {.bodies = &bodies, .progress = {}}, diagnostics);
    REQUIRE(config);
    REQUIRE(config->has_value());
    REQUIRE(loaded);
    (*config)->page_size = page_size;
    (*config)->links = links;
    Site site = assemble_site(std::move(**config), std::move(loaded->content), moment(now), diagnostics);
    INFO(shown(diagnostics));
    REQUIRE_FALSE(diagnostics.has_errors());
    return site;
}

content::Theme default_theme() {
    Diagnostics diagnostics;
    auto theme = content::load_theme(repository(), repository() + "/themes", "default", whole_file("site.toml"), diagnostics);
    REQUIRE(theme);
    INFO(shown(diagnostics));
    REQUIRE(diagnostics.empty());
    return std::move(*theme);
}

void place_shipped_themes() {
    const std::string place = io::join(io::parent(io::program_path()), "themes");
    std::error_code error;
    if (!io::is_folder(place)) std::filesystem::create_directory_symlink(repository() + "/themes", place, error);
    REQUIRE(content::shipped_themes_folder());
}

}  // namespace vitrine::samples
