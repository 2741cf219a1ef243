// Which folders may become an output.

#include <catch2/catch.hpp>

#include "io/folders.h"
#include "output/commit.h"
#include "support/temporary_folder.h"

using namespace vitrine;

namespace {

/// A site in a folder of its own.
struct Place {
    TemporaryFolder folder;

    Place() {
        folder.write("site/site.toml", "");
        folder.write("site/content/about.md", "");
        folder.write("site/themes/own/assets/style.css", "");
    }

    /// Why a folder, given from that folder, cannot be the output; empty when it can.
    [[nodiscard]] std::string refusal(const std::string& output) const {
        const Outcome outcome = output::check_output_folder(folder.path(output), folder.path("site"));
        return outcome ? "" : outcome.failure().message.substr(("cannot build into " + folder.path(output) + ": ").size());
    }
};

const std::string holds_sources = "the folder holds the site’s sources; choose another with --output";

}  // namespace

TEST_CASE("A folder that is new or empty can be the output") {
    const Place place;
    CHECK(place.refusal("site/public").empty());
    CHECK(place.refusal("elsewhere/deep/public").empty());
    REQUIRE(io::make_folders(place.folder.path("empty")));
    CHECK(place.refusal("empty").empty());
}

TEST_CASE("A folder that somebody else filled is refused") {
    const Place place;
    place.folder.write("documents/thesis.txt", "years of work");
    CHECK(place.refusal("documents") ==
          "the folder is not empty and vitrine did not write it; empty it, or choose another with --output");
    place.folder.write("hidden/.git/config", "");
    CHECK_FALSE(place.refusal("hidden").empty());
    place.folder.write("other/index.html", "<title>made by hand</title>");
    CHECK_FALSE(place.refusal("other").empty());
}

TEST_CASE("A folder that vitrine wrote can be the output again, even when its state was lost") {
    const Place place;
    place.folder.write("site/public/index.html", "<title>home</title>");
    const std::string output = place.folder.path("site/public"), state = output::state_folder(output);
    REQUIRE(io::make_folders(state));
    REQUIRE(output::save_manifest(state, output, {}));
    CHECK(place.refusal("site/public").empty());
    place.folder.write("lost/index.html", "<meta name=\"generator\" content=\"vitrine 0.1.0\">");
    CHECK(place.refusal("lost").empty());
}

TEST_CASE("The site's own folder, and those above it, are refused") {
    const Place place;
    CHECK(place.refusal("site") == holds_sources);
    const Outcome above = output::check_output_folder(place.folder.path(), place.folder.path("site"));
    REQUIRE_FALSE(above);
    CHECK(above.failure().message.ends_with(holds_sources));
    CHECK_FALSE(output::check_output_folder("/", place.folder.path("site")));
}

TEST_CASE("The site's content and themes are refused, and what lies in them") {
    const Place place;
    for (const char* output : {"site/content", "site/content/public", "site/themes", "site/themes/own/assets"}) {
        CAPTURE(output);
        CHECK(place.refusal(output).starts_with("the folder lies in the site’s `"));
    }
    CHECK(place.refusal("site/contents").empty());
}

TEST_CASE("A file cannot be the output") {
    const Place place;
    place.folder.write("public", "a file");
    CHECK(place.refusal("public") == "it is a file");
}
