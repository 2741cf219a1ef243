#include "io/folders.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "io/files.h"
#include "io/walk.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using Paths = std::vector<std::string>;

namespace {

Paths walked(const std::string& folder) {
    const auto found = io::walk(folder);
    REQUIRE(found);
    Paths paths;
    for (const io::FoundFile& file : *found) paths.push_back(file.path);
    return paths;
}

/// The names in a folder; those of folders end in a slash.
Paths listed(const std::string& folder) {
    const auto entries = io::list_folder(folder);
    REQUIRE(entries);
    Paths names;
    for (const io::Entry& entry : *entries) names.push_back(entry.name + (entry.is_folder ? "/" : ""));
    return names;
}

void link(const TemporaryFolder& folder, const std::string& target, const std::string& name) {
    REQUIRE(::symlink(target.c_str(), folder.path(name).c_str()) == 0);
}

}  // namespace

TEST_CASE("All files below a folder are found, in the byte order of their paths") {
    const TemporaryFolder folder;
    for (const char* file : {"b", "a/b", "a-b/c", "a/c/d", "a.md", "B", "é", "a/é"}) folder.write(file, "x");
    CHECK(walked(folder.path()) == Paths{"B", "a-b/c", "a.md", "a/b", "a/c/d", "a/é", "b", "é"});
}

TEST_CASE("A file that is found comes with its stamp") {
    const TemporaryFolder folder;
    folder.write("a/b", "four");
    const auto found = io::walk(folder.path());
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().stamp == io::stamp_of_file(folder.path("a/b")));
}

TEST_CASE("Hidden files and editors' backups are passed over, with all that lies in such folders") {
    const TemporaryFolder folder;
    for (const char* file : {".hidden", ".git/config", "a/.a.swp", "a/text~", "old~/text", "a/te~xt", "a/tex.t"})
        folder.write(file, "x");
    CHECK(walked(folder.path()) == Paths{"a/tex.t", "a/te~xt"});
}

TEST_CASE("Links to files are followed; links to folders, in circles or to nowhere are passed over") {
    const TemporaryFolder folder, elsewhere;
    elsewhere.write("letter.pdf", "%PDF");
    elsewhere.write("more/text", "x");
    folder.write("text", "x");
    link(folder, elsewhere.path("letter.pdf"), "letter.pdf");
    link(folder, elsewhere.path("more"), "more");
    link(folder, folder.path(), "round");
    link(folder, "circle", "circle");
    link(folder, elsewhere.path("absent"), "absent");
    CHECK(walked(folder.path()) == Paths{"letter.pdf", "text"});
    CHECK(io::walk(folder.path())->front().stamp.size == 4);
}

TEST_CASE("A folder that is itself a link is walked") {
    const TemporaryFolder folder;
    folder.write("content/text", "x");
    link(folder, "content", "link");
    CHECK(walked(folder.path("link")) == Paths{"text"});
}

TEST_CASE("What is neither a file nor a folder is passed over without waiting for it") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
    CHECK(walked(folder.path()).empty());
    CHECK(listed(folder.path()) == Paths{"pipe"});
}

TEST_CASE("A folder that is not there holds no files, and a file in its place is a failure") {
    const TemporaryFolder folder;
    CHECK(walked(folder.path("absent")).empty());
    CHECK(listed(folder.path("absent")).empty());
    folder.write("content", "a file");
    const std::string sentence = "cannot read the folder " + folder.path("content") + ": Not a directory";
    REQUIRE_FALSE(io::walk(folder.path("content")));
    CHECK(io::walk(folder.path("content")).failure().message == sentence);
    REQUIRE_FALSE(io::list_folder(folder.path("content")));
    CHECK(io::list_folder(folder.path("content")).failure().message == sentence);
}

TEST_CASE("All that stands in a folder is listed, hidden or not, and a link to a folder is no folder") {
    const TemporaryFolder folder;
    for (const char* file : {".hidden", ".git/config", "b/c", "a~", "B"}) folder.write(file, "x");
    link(folder, "b", "link");
    link(folder, "absent", "dangling");
    CHECK(listed(folder.path()) == Paths{".git/", ".hidden", "B", "a~", "b/", "dangling", "link"});
}

TEST_CASE("Whether there is a folder is told apart from not knowing it") {
    const TemporaryFolder folder;
    folder.write("a/b", "x");
    CHECK(*io::has_folder(folder.path("a")));
    CHECK_FALSE(*io::has_folder(folder.path("a/b")));
    CHECK_FALSE(*io::has_folder(folder.path("a/b/c")));
    CHECK_FALSE(*io::has_folder(folder.path("absent")));
    CHECK_FALSE(io::has_folder(folder.path(std::string(300, 'x'))));
    CHECK(io::is_folder(folder.path("a")));
    CHECK_FALSE(io::is_folder(folder.path("a/b")));
}

TEST_CASE("Folders are made with those above them, and a file in the way is a failure") {
    const TemporaryFolder folder;
    REQUIRE(io::make_folders(folder.path("a/b/c")));
    REQUIRE(io::make_folders(folder.path("a/b/c")));
    CHECK(io::is_folder(folder.path("a/b/c")));
    folder.write("file", "x");
    const Outcome made = io::make_folders(folder.path("file/below"));
    REQUIRE_FALSE(made);
    CHECK(made.failure().message == "cannot create the folder " + folder.path("file/below") + ": Not a directory");
}

TEST_CASE("Two folders change places whole, with their inodes") {
    const TemporaryFolder folder;
    folder.write("a/one", "1");
    folder.write("b/two/deep", "2");
    const auto a = io::stamp_of(folder.path("a"));
    const auto exchanged = io::exchange_folders(folder.path("a"), folder.path("b"));
    REQUIRE(exchanged);
    if (!*exchanged) {
        WARN("skipped: folders cannot be exchanged on this file system");
        return;
    }
    CHECK(paths_below(folder.path("a")) == Paths{"two/deep"});
    CHECK(paths_below(folder.path("b")) == Paths{"one"});
    CHECK(io::stamp_of(folder.path("b"))->inode == a->inode);
}

TEST_CASE("A folder cannot change places with one that is not there, and stays where it is") {
    const TemporaryFolder folder;
    folder.write("a/one", "1");
    const auto exchanged = io::exchange_folders(folder.path("a"), folder.path("absent"));
    REQUIRE_FALSE(exchanged);
    CHECK(exchanged.failure().message == "cannot write " + folder.path("absent") + ": No such file or directory");
    CHECK(paths_below(folder.path()) == Paths{"a/one"});
}

TEST_CASE("Folders on two file systems are known to be that, and do not change places") {
    const TemporaryFolder folder;
    REQUIRE(io::make_folders(folder.path("a")));
    CHECK(io::on_one_file_system(folder.path("a"), folder.path()));
    CHECK_FALSE(io::on_one_file_system(folder.path("a"), folder.path("absent")));
    if (!io::is_folder("/proc/self") || io::on_one_file_system(folder.path(), "/proc/self")) {
        WARN("skipped: there is no second file system");
        return;
    }
    CHECK_FALSE(io::on_one_file_system(folder.path("a"), "/proc/self/task"));
    const auto exchanged = io::exchange_folders(folder.path("a"), "/proc/self/task");
    REQUIRE(exchanged);
    CHECK_FALSE(*exchanged);
    CHECK(io::is_folder(folder.path("a")));
}

TEST_CASE("Removing a folder removes all below it, and of a link only the link") {
    const TemporaryFolder folder;
    folder.write("a/b/c", "x");
    folder.write("kept/text", "x");
    link(folder, folder.path("kept"), "a/link");
    link(folder, folder.path("kept"), "link");
    REQUIRE(io::remove_folder(folder.path("a")));
    REQUIRE(io::remove_folder(folder.path("link")));
    REQUIRE(io::remove_folder(folder.path("absent")));
    CHECK(paths_below(folder.path()) == Paths{"kept/text"});
}

TEST_CASE("Of the folders above a path those that are empty are removed, and the root never") {
    const TemporaryFolder folder;
    folder.write("a/.hidden", "x");
    folder.write("file", "x");
    REQUIRE(io::make_folders(folder.path("a/b/c")));
    REQUIRE(io::make_folders(folder.path("d/e")));
    for (const char* path : {"a/b/c/gone", "d/e/gone/long ago", "file/below", "gone"}) {
        CAPTURE(path);
        CHECK(io::remove_empty_folders_above(folder.path(), path));
    }
    CHECK(paths_below(folder.path()) == Paths{"a/.hidden", "file"});
    REQUIRE(io::remove_empty_folders_above(folder.path("a"), "b"));
    CHECK(paths_below(folder.path()) == Paths{"a/.hidden", "file"});
}
