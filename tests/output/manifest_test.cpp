#include "output/manifest.h"

#include <catch2/catch.hpp>

#include "io/files.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using namespace vitrine::output;

TEST_CASE("A manifest is read as it was written") {
    TemporaryFolder folder;
    const Manifest written = {{"404.html", "about/index.html", "inspections/a/letter (final).pdf", "llŷn.pdf"}};
    REQUIRE(write_manifest(folder.path(), written));
    const auto read = load_manifest(folder.path());
    REQUIRE(read);
    CHECK(read->paths == written.paths);
    CHECK(paths_below(folder.path()) == std::vector<std::string>{"manifest"});  // nothing half-written stays behind
}

TEST_CASE("An empty manifest is a manifest") {
    TemporaryFolder folder;
    REQUIRE(write_manifest(folder.path(), {}));
    const auto read = load_manifest(folder.path());
    REQUIRE(read);
    CHECK(read->paths.empty());
}

TEST_CASE("A folder without a manifest has written nothing yet") {
    TemporaryFolder folder;
    const auto read = load_manifest(folder.path("absent"));
    REQUIRE(read);
    CHECK(read->paths.empty());
}

TEST_CASE("A manifest of another version is refused, with what to do") {
    for (const char* bytes : {"", "\n", "vitrine manifest 2\nindex.html\n", "index.html\n"}) {
        TemporaryFolder folder;
        folder.write("manifest", bytes);
        const auto read = load_manifest(folder.path());
        REQUIRE_FALSE(read);
        CHECK(read.failure().message.starts_with(folder.path("manifest") + " is not a manifest"));
    }
}

TEST_CASE("A manifest knows what is in it") {
    const Manifest manifest = {{"404.html", "about/index.html"}};
    CHECK(manifest.contains("404.html"));
    CHECK(manifest.contains("about/index.html"));
    CHECK_FALSE(manifest.contains("about"));
    CHECK_FALSE(manifest.contains(""));
}

TEST_CASE("The state of an output is kept beside it, never in it") {
    CHECK(state_folder("/site/public") == "/site/.vitrine/public");
    CHECK(state_folder("/public") == "/.vitrine/public");
}
