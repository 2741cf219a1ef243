#include "io/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "io/folders.h"
#include "io/stamp.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using Files = std::map<std::string, std::string>;

namespace {

std::uint64_t inode(const std::string& path) {
    struct stat status = {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_ino;
}

bool is_link(const std::string& path) {
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

/// Why something failed; empty when it did not.
std::string failure_of(const Outcome& outcome) { return outcome ? "" : outcome.failure().message; }

/// Ways to make a file at a path that holds `fresh`, as the file `from` of the folder does.
using Maker = Outcome (*)(const TemporaryFolder& folder, const std::string& path);
Outcome by_writing(const TemporaryFolder&, const std::string& path) { return io::write_new_file(path, "fresh"); }
Outcome by_copying(const TemporaryFolder& folder, const std::string& path) {
    return io::copy_to_new_file(folder.path("from"), path);
}
Outcome by_naming(const TemporaryFolder& folder, const std::string& path) { return io::give_name(folder.path("from"), path); }

}  // namespace

TEST_CASE("A file is read whole, and in parts with the same bytes") {
    const TemporaryFolder folder;
    for (const std::size_t size : {0, 1, 65535, 65536, 65537, 200000}) {
        std::string bytes(size, 'x');
        if (size > 1) bytes[size / 2] = '\0';
        folder.write("file", bytes);
        CHECK(*io::read_file(folder.path("file")) == bytes);
        std::string joined;
        REQUIRE(io::read_parts(folder.path("file"), [&](std::string_view part) { joined += part; }));
        CHECK(joined == bytes);
    }
}

TEST_CASE("What cannot be read says why") {
    const TemporaryFolder folder;
    const auto why = [](const std::string& path) {
        const auto whole = io::read_file(path);
        const Outcome parts = io::read_parts(path, [](std::string_view) {});
        REQUIRE_FALSE(whole);
        CHECK(failure_of(parts) == whole.failure().message);
        return whole.failure().message;
    };
    CHECK(why(folder.path("absent")) == "cannot read " + folder.path("absent") + ": No such file or directory");
    CHECK(why(folder.path()) == "cannot read " + folder.path() + ": Is a directory");
}

TEST_CASE("Whether there is a file is told apart from not knowing it") {
    const TemporaryFolder folder;
    folder.write("a/b", "x");
    REQUIRE(::symlink("absent", folder.path("dangling").c_str()) == 0);
    CHECK(*io::has_file(folder.path("a/b")));
    for (const char* path : {"a", "absent", "a/b/c", "dangling"}) CHECK_FALSE(*io::has_file(folder.path(path)));
    CHECK_FALSE(io::has_file(folder.path(std::string(300, 'x'))));
    CHECK(io::exists(folder.path("a")));
    CHECK(io::exists(folder.path("a/b")));
    CHECK_FALSE(io::exists(folder.path("dangling")));
}

TEST_CASE("A new file leaves the other names of the one that it replaces as they are") {
    const Maker make = GENERATE(&by_writing, &by_copying, &by_naming);
    const TemporaryFolder folder;
    folder.write("from", "fresh");
    folder.write("old", "old");
    REQUIRE(::link(folder.path("old").c_str(), folder.path("file").c_str()) == 0);
    REQUIRE(make(folder, folder.path("file")));
    CHECK(files_below(folder.path()) == Files{{"file", "fresh"}, {"from", "fresh"}, {"old", "old"}});
}

TEST_CASE("A new file takes the place of a link, and what that leads to stays") {
    const Maker make = GENERATE(&by_writing, &by_copying, &by_naming);
    const TemporaryFolder folder;
    folder.write("from", "fresh");
    folder.write("target", "old");
    REQUIRE(::symlink(folder.path("target").c_str(), folder.path("file").c_str()) == 0);
    REQUIRE(make(folder, folder.path("file")));
    CHECK_FALSE(is_link(folder.path("file")));
    CHECK(files_below(folder.path()) == Files{{"file", "fresh"}, {"from", "fresh"}, {"target", "old"}});
}

TEST_CASE("A new file gets the folders above it, however many are missing") {
    const Maker make = GENERATE(&by_writing, &by_copying, &by_naming);
    const TemporaryFolder folder;
    folder.write("from", "fresh");
    for (const char* path : {"a/file", "a/b/c/d/file", "a/b/file"}) REQUIRE(make(folder, folder.path(path)));
    CHECK(files_below(folder.path()) ==
          Files{{"a/b/c/d/file", "fresh"}, {"a/b/file", "fresh"}, {"a/file", "fresh"}, {"from", "fresh"}});
}

TEST_CASE("A folder in the place of a new file, or a file in that of a folder, is a failure and stays") {
    const Maker make = GENERATE(&by_writing, &by_copying, &by_naming);
    const TemporaryFolder folder;
    folder.write("from", "fresh");
    folder.write("folder/text", "x");
    CHECK(failure_of(make(folder, folder.path("folder"))) == "cannot write " + folder.path("folder") + ": Is a directory");
    CHECK(failure_of(make(folder, folder.path("from/below"))) == "cannot write " + folder.path("from/below") + ": Not a directory");
    CHECK(files_below(folder.path()) == Files{{"folder/text", "x"}, {"from", "fresh"}});
}

TEST_CASE("A copy shares nothing with the file it was made from, whatever its size") {
    const TemporaryFolder folder;
    const std::string bytes(150000, 'x');
    folder.write("from", bytes);
    REQUIRE(io::copy_to_new_file(folder.path("from"), folder.path("to")));
    CHECK(inode(folder.path("to")) != inode(folder.path("from")));
    CHECK(*io::read_file(folder.path("to")) == bytes);
}

TEST_CASE("A copy of what is not there names the file that is missing") {
    const TemporaryFolder folder;
    CHECK(failure_of(io::copy_to_new_file(folder.path("absent"), folder.path("to"))) ==
          "cannot read " + folder.path("absent") + ": No such file or directory");
}

TEST_CASE("Another name is the same file, and that of a link the same link") {
    const TemporaryFolder folder;
    folder.write("file", "x");
    REQUIRE(::symlink("absent", folder.path("link").c_str()) == 0);
    REQUIRE(io::give_name(folder.path("file"), folder.path("name")));
    REQUIRE(io::give_name(folder.path("link"), folder.path("name of link")));
    CHECK(inode(folder.path("name")) == inode(folder.path("file")));
    CHECK(inode(folder.path("name of link")) == inode(folder.path("link")));
    CHECK(is_link(folder.path("name of link")));
}

TEST_CASE("A file takes another's place in one step, and a folder that of an empty one") {
    const TemporaryFolder folder;
    folder.write("a", "new");
    folder.write("b", "old");
    REQUIRE(io::replace(folder.path("a"), folder.path("b")));
    CHECK(files_below(folder.path()) == Files{{"b", "new"}});
    folder.write("full/text", "x");
    REQUIRE(io::make_folders(folder.path("empty")));
    REQUIRE(io::replace(folder.path("full"), folder.path("empty")));
    CHECK(files_below(folder.path()) == Files{{"b", "new"}, {"empty/text", "x"}});
    folder.write("other/text", "y");
    CHECK(failure_of(io::replace(folder.path("other"), folder.path("empty"))) ==
          "cannot write " + folder.path("empty") + ": Directory not empty");
}

TEST_CASE("Removing a file removes a link as such, and what is not there needs no removing") {
    const TemporaryFolder folder;
    folder.write("file", "x");
    folder.write("target", "x");
    REQUIRE(::symlink("target", folder.path("link").c_str()) == 0);
    folder.write("folder/text", "x");
    for (const char* path : {"file", "link", "absent", "absent/below", "target/below", "folder"}) {
        CAPTURE(path);
        CHECK(io::remove_file(folder.path(path)));
    }
    CHECK(files_below(folder.path()) == Files{{"folder/text", "x"}, {"target", "x"}});
}
