#include "io/stamp.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "io/files.h"
#include "io/folders.h"
#include "support/temporary_folder.h"

using namespace vitrine;

namespace {

constexpr std::int64_t millisecond = 1'000'000, second = 1'000 * millisecond;

/// A moment that is no whole second, as most file systems keep it.
constexpr std::int64_t moment = 1'780'000'000 * second + 123'456'789;

constexpr std::int64_t whole_second = 1'780'000'000 * second;

io::Stamp stamp(std::int64_t modified, std::int64_t changed) { return {5, modified, changed, 7}; }

}  // namespace

TEST_CASE("A stamp stands for the bytes once it is older than the grain of the clock") {
    CHECK_FALSE(io::is_settled(stamp(moment, moment), moment));
    CHECK_FALSE(io::is_settled(stamp(moment, moment), moment + 10 * millisecond));
    CHECK(io::is_settled(stamp(moment, moment), moment + 100 * millisecond));
}

TEST_CASE("The later of a stamp's two times decides, for a program may set the other back") {
    CHECK_FALSE(io::is_settled(stamp(moment - 3600 * second, moment), moment + millisecond));
    CHECK_FALSE(io::is_settled(stamp(moment, moment - 3600 * second), moment + millisecond));
}

TEST_CASE("A stamp from the future never stands for the bytes") {
    CHECK_FALSE(io::is_settled(stamp(moment + second, moment - second), moment));
    CHECK_FALSE(io::is_settled(stamp(moment + 3600 * second, moment + 3600 * second), moment));
}

TEST_CASE("Where a file system keeps whole seconds, or only every second one, a stamp needs longer") {
    CHECK_FALSE(io::is_settled(stamp(whole_second, whole_second), whole_second + 100 * millisecond));
    CHECK_FALSE(io::is_settled(stamp(whole_second, whole_second), whole_second + 2 * second));
    CHECK(io::is_settled(stamp(whole_second, whole_second), whole_second + 4 * second));
    // A time that a program set to the second says nothing of the file system.
    CHECK(io::is_settled(stamp(whole_second - second, whole_second + 1), whole_second + 100 * millisecond));
}

TEST_CASE("A file that was replaced, lengthened or given another time has another stamp") {
    const TemporaryFolder folder;
    folder.write("a", "one");
    folder.write("b", "two");
    const auto before = io::stamp_of_file(folder.path("a"));
    REQUIRE(before);
    CHECK(before->size == 3);
    CHECK(io::stamp_of_file(folder.path("a")) == before);
    const timespec old_time[2] = {{1'000'000'000, 5}, {1'000'000'000, 5}};
    REQUIRE(::utimensat(AT_FDCWD, folder.path("a").c_str(), old_time, 0) == 0);
    CHECK(io::stamp_of_file(folder.path("a"))->modified == 1'000'000'000 * second + 5);
    CHECK(io::stamp_of_file(folder.path("a"))->changed >= before->changed);
    REQUIRE(io::replace(folder.path("b"), folder.path("a")));
    CHECK(io::stamp_of_file(folder.path("a"))->inode != before->inode);
    folder.write("a", "longer");
    CHECK(io::stamp_of_file(folder.path("a"))->size == 6);
}

TEST_CASE("A link has the stamp of what it leads to only where links are followed") {
    const TemporaryFolder folder;
    folder.write("a", "one");
    REQUIRE(::symlink(folder.path("a").c_str(), folder.path("link").c_str()) == 0);
    REQUIRE(::symlink(folder.path("absent").c_str(), folder.path("dangling").c_str()) == 0);
    CHECK(io::stamp_of(folder.path("link")) == io::stamp_of_file(folder.path("a")));
    CHECK_FALSE(io::stamp_of_file(folder.path("link")));
    CHECK_FALSE(io::stamp_of(folder.path("dangling")));
}

TEST_CASE("A folder has no stamp as a file, and a file none as a folder") {
    const TemporaryFolder folder;
    folder.write("a/b", "one");
    CHECK_FALSE(io::stamp_of_file(folder.path("a")));
    const auto as_folder = [&](const char* path) {
        const auto stamp = io::stamp_of_folder(folder.path(path));
        REQUIRE(stamp);
        return stamp->has_value();
    };
    CHECK(as_folder("a"));
    CHECK_FALSE(as_folder("a/b"));
    CHECK_FALSE(as_folder("absent"));
    CHECK_FALSE(as_folder("a/b/c"));
    REQUIRE(::symlink(folder.path("a").c_str(), folder.path("link").c_str()) == 0);
    CHECK_FALSE(as_folder("link"));
}

TEST_CASE("That the stamp of a folder cannot be known is not taken for its absence") {
    const TemporaryFolder folder;
    const std::string path = folder.path(std::string(300, 'x'));
    const auto stamp = io::stamp_of_folder(path);
    REQUIRE_FALSE(stamp);
    CHECK(stamp.failure().message == "cannot read the folder " + path + ": File name too long");
}
