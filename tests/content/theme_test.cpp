#include "content/theme.h"

#include <catch2/catch.hpp>

#include "formats/hash.h"
#include "io/files.h"
#include "support/samples.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// A shipped default theme and a site, both in a folder of their own.
struct Themes {
    TemporaryFolder folder;
    Diagnostics diagnostics;

    Themes() {
        folder.write("shipped/default/templates/page.mustache", "shipped page");
        folder.write("shipped/default/templates/footer.mustache", "shipped footer");
        folder.write("shipped/default/templates/notes.txt", "not a template");
        folder.write("shipped/default/assets/style.css", "shipped style");
        folder.write("site/site.toml", "theme = \"northshire\"\n");
    }

    content::Theme load(const std::string& name) {
        const SourceText config("site.toml", "theme = \"northshire\"\n");
        auto theme = content::load_theme(folder.path("site"), folder.path("shipped"), name, locate(config, {8, 20}), diagnostics);
        REQUIRE(theme);
        return std::move(*theme);
    }
};

/// Each template as `name: its text (the path that messages name)`.
Lines templates(const content::Theme& theme) {
    Lines all;
    for (const auto& [name, source] : theme.templates)
        all.push_back(name + ": " + std::string(source->text()) + " (" + source->path() + ")");
    return all;
}

/// Each asset as `name: its text (the path that messages name)`.
Lines assets(const content::Theme& theme) {
    Lines all;
    for (const content::Asset& asset : theme.assets)
        all.push_back(asset.name + ": " + io::read_file(asset.file).value() + " (" + asset.shown + ")");
    return all;
}

}  // namespace

TEST_CASE("The default theme needs no folder in the site") {
    Themes themes;
    const content::Theme theme = themes.load("default");
    CHECK(templates(theme) == Lines{"footer: shipped footer (themes/default/templates/footer.mustache)",
                                    "page: shipped page (themes/default/templates/page.mustache)"});
    CHECK(assets(theme) == Lines{"style.css: shipped style (themes/default/assets/style.css)"});
    CHECK(themes.diagnostics.empty());
}

TEST_CASE("A site overrides one template of the default theme without copying the others") {
    Themes themes;
    themes.folder.write("site/themes/default/templates/footer.mustache", "own footer");
    CHECK(templates(themes.load("default")) == Lines{"footer: own footer (themes/default/templates/footer.mustache)",
                                                     "page: shipped page (themes/default/templates/page.mustache)"});
}

TEST_CASE("A theme of the site lies over the default one, template by template and file by file") {
    Themes themes;
    themes.folder.write("site/themes/northshire/templates/footer.mustache", "own footer");
    themes.folder.write("site/themes/northshire/templates/parts/crest.mustache", "own crest");
    themes.folder.write("site/themes/northshire/assets/custom.css", "own colours");
    const content::Theme theme = themes.load("northshire");
    CHECK(templates(theme) == Lines{"footer: own footer (themes/northshire/templates/footer.mustache)",
                                    "page: shipped page (themes/default/templates/page.mustache)",
                                    "parts/crest: own crest (themes/northshire/templates/parts/crest.mustache)"});
    CHECK(assets(theme) == Lines{"custom.css: own colours (themes/northshire/assets/custom.css)",
                                 "style.css: shipped style (themes/default/assets/style.css)"});
    CHECK(themes.diagnostics.empty());
}

TEST_CASE("A site's theme lies over a shipped one of the same name") {
    Themes themes;
    themes.folder.write("shipped/plain/templates/page.mustache", "plain page");
    themes.folder.write("shipped/plain/templates/footer.mustache", "plain footer");
    themes.folder.write("site/themes/plain/templates/footer.mustache", "own footer");
    CHECK(templates(themes.load("plain")) == Lines{"footer: own footer (themes/plain/templates/footer.mustache)",
                                                   "page: plain page (themes/plain/templates/page.mustache)"});
}

TEST_CASE("A theme that is nowhere is reported where site.toml names it") {
    Themes themes;
    const content::Theme theme = themes.load("northshire");
    CHECK(samples::faults(themes.diagnostics) == Lines{"1:9 \"northshire\" [theme/missing]"});
    CHECK(templates(theme).size() == 2);  // the default stands in, so that other faults are found too
}

TEST_CASE("A template that is no text is reported at its place, and the others are read") {
    Themes themes;
    themes.folder.write("site/themes/northshire/templates/footer.mustache", "own \xff footer");
    const content::Theme theme = themes.load("northshire");
    REQUIRE(themes.diagnostics.all().size() == 1);
    CHECK(themes.diagnostics.all()[0].location.path == "themes/northshire/templates/footer.mustache");
    CHECK(themes.diagnostics.all()[0].code == Code::file_not_utf8);
    CHECK(theme.templates.contains("page"));
}

TEST_CASE("What an editor leaves behind in a theme is no part of it") {
    Themes themes;
    themes.folder.write("site/themes/northshire/assets/style.css~", "old");
    themes.folder.write("site/themes/northshire/assets/.style.css.swp", "old");
    themes.folder.write("site/themes/northshire/templates/.page.mustache", "old");
    const content::Theme theme = themes.load("northshire");
    CHECK(theme.assets.size() == 1);
    CHECK(theme.templates.size() == 2);
}

TEST_CASE("What pages name is published under a name made of its bytes, and the rest under its own") {
    Themes themes;
    themes.folder.write("site/themes/northshire/assets/fonts/style.css", "of a typeface");
    themes.folder.write("site/themes/northshire/assets/icon.svg", "<svg/>");
    const content::Theme theme = themes.load("northshire");
    Lines paths;
    for (const content::Asset& asset : theme.assets) paths.push_back(asset.path());
    CHECK(paths == Lines{"assets/fonts/style.css", "assets/icon." + hash::fingerprint_of("<svg/>") + ".svg",
                         "assets/style." + hash::fingerprint_of("shipped style") + ".css"});
    CHECK(theme.path_of("icon.svg") == paths[1]);
    CHECK(theme.path_of("custom.css").empty());
}
