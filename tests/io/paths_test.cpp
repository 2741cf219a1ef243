#include "io/paths.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "io/folders.h"
#include "support/temporary_folder.h"

using namespace vitrine;

TEST_CASE("A path names a file in a folder, and both can be had from it") {
    CHECK(io::parent("/srv/site/public") == "/srv/site");
    CHECK(io::file_name("/srv/site/public") == "public");
    CHECK(io::parent("/srv") == "/");
    CHECK(io::file_name("/srv") == "srv");
    CHECK(io::parent("public") == ".");
    CHECK(io::file_name("public") == "public");
}

TEST_CASE("A path below a folder has one slash between them") {
    CHECK(io::join("/srv/site", "public") == "/srv/site/public");
    CHECK(io::join("/srv/site/", "public") == "/srv/site/public");
    CHECK(io::join("/", "srv") == "/srv");
    CHECK(io::join("", "public") == "public");
}

TEST_CASE("A folder with a longer name of the same beginning lies elsewhere") {
    CHECK(io::is_within("/srv/site", "/srv/site"));
    CHECK(io::is_within("/srv/site/content/a.md", "/srv/site"));
    CHECK_FALSE(io::is_within("/srv/site-old", "/srv/site"));
    CHECK_FALSE(io::is_within("/srv", "/srv/site"));
    CHECK(io::is_within("/srv", "/"));
    CHECK(io::is_within("/", "/"));
}

TEST_CASE("An absolute path has no dots and no slash at its end, also where nothing stands yet") {
    const TemporaryFolder folder;
    folder.write("site/site.toml", "");
    CHECK(io::absolute(folder.path("site/")) == folder.path("site"));
    CHECK(io::absolute(folder.path("./site/../site/./site.toml")) == folder.path("site/site.toml"));
    CHECK(io::absolute(folder.path("site/new/../public/")) == folder.path("site/public"));
    CHECK(io::absolute("/") == "/");
}

TEST_CASE("A relative path counts from the current folder") {
    CHECK(io::absolute("vitrine-absent") == std::filesystem::current_path().string() + "/vitrine-absent");
}

TEST_CASE("An absolute path leads past links, so that two names of a folder are one") {
    const TemporaryFolder folder;
    folder.write("site/site.toml", "");
    REQUIRE(::symlink(folder.path("site").c_str(), folder.path("link").c_str()) == 0);
    CHECK(io::absolute(folder.path("link/site.toml")) == folder.path("site/site.toml"));
    CHECK(io::absolute(folder.path("link/public/new")) == folder.path("site/public/new"));
}

TEST_CASE("The running program is found") {
    CHECK(io::file_name(io::program_path()) == "vitrine_unit_tests");
    CHECK(std::filesystem::exists(io::program_path()));
}
