#include "io/open_files.h"

#include <atomic>
#include <catch2/catch.hpp>

#include "base/parallel.h"
#include "io/files.h"
#include "support/temporary_folder.h"

using namespace vitrine;

TEST_CASE("The bytes of a file can be looked at without reading them all") {
    const TemporaryFolder folder;
    const std::string bytes(100000, 'x');
    folder.write("file", bytes);
    auto file = io::MappedFile::open(folder.path("file"));
    REQUIRE(file);
    CHECK(file->bytes() == bytes);
    const io::MappedFile moved = std::move(*file);
    CHECK(moved.bytes() == bytes);
}

TEST_CASE("Bytes that are looked at stay when the file is replaced") {
    const TemporaryFolder folder;
    folder.write("file", "old");
    folder.write("fresh", "new");
    const auto file = io::MappedFile::open(folder.path("file"));
    REQUIRE(file);
    REQUIRE(io::replace(folder.path("fresh"), folder.path("file")));
    CHECK(file->bytes() == "old");
}

TEST_CASE("There is nothing to look at in a file that is absent or empty, nor in a folder") {
    const TemporaryFolder folder;
    folder.write("empty", "");
    CHECK_FALSE(io::MappedFile::open(folder.path("absent")));
    CHECK_FALSE(io::MappedFile::open(folder.path("empty")));
    CHECK_FALSE(io::MappedFile::open(folder.path()));
}

TEST_CASE("A file without a name is read as it was written and leaves nothing in its folder") {
    const TemporaryFolder folder;
    const auto file = io::NamelessFile::in(folder.path());
    REQUIRE(file);
    REQUIRE(file->write_at(3, "three"));
    REQUIRE(file->write_at(0, "one"));
    CHECK(*file->read_at(0, 8) == "onethree");
    CHECK(*file->read_at(2, 3) == "eth");
    CHECK(file->read_at(8, 0)->empty());
    CHECK(paths_below(folder.path()).empty());
}

TEST_CASE("What was never written to a file without a name cannot be read from it") {
    const TemporaryFolder folder;
    const auto file = io::NamelessFile::in(folder.path());
    REQUIRE(file);
    REQUIRE(file->write_at(0, "one"));
    const auto read = file->read_at(1, 3);
    REQUIRE_FALSE(read);
    CHECK(read.failure().message == "cannot read a temporary file: Input/output error");
}

TEST_CASE("Where no folder is, no file without a name can be made") {
    const TemporaryFolder folder;
    const auto file = io::NamelessFile::in(folder.path("absent"));
    REQUIRE_FALSE(file);
    CHECK(file.failure().message == "cannot create a temporary file: No such file or directory");
}

TEST_CASE("Threads that write to a file without a name at different places do not disturb each other", "[threads]") {
    const TemporaryFolder folder;
    const auto file = io::NamelessFile::in(folder.path());
    REQUIRE(file);
    constexpr std::size_t size = 10000;
    const auto bytes = [](std::size_t i) { return std::string(size, static_cast<char>('a' + i % 26)); };
    std::atomic<int> wrong = 0;
    parallel_for(64, 4, [&](std::size_t i) {
        if (!file->write_at(i * size, bytes(i))) ++wrong;
        const auto read = file->read_at(i * size, size);
        if (!read || *read != bytes(i)) ++wrong;
    });
    CHECK(wrong == 0);
    for (std::size_t i = 0; i < 64; ++i)
        if (*file->read_at(i * size, size) != bytes(i)) ++wrong;
    CHECK(wrong == 0);
}

TEST_CASE("A file that is written bit by bit is whole once it is closed, and nothing of an older one is left") {
    const TemporaryFolder folder;
    folder.write("file", std::string(3'000'000, 'o'));
    auto file = io::NewFile::create(folder.path("file"));
    REQUIRE(file);
    std::string expected;
    // More than once what the buffer holds, and in the end a part of it.
    for (int i = 0; i < 1000; ++i) {
        const std::string part(static_cast<std::size_t>(i), static_cast<char>('a' + i % 26));
        expected += part;
        if (!file->append(part)) FAIL("append");
    }
    REQUIRE(file->append(""));
    REQUIRE(file->close());
    CHECK(*io::read_file(folder.path("file")) == expected);
}

TEST_CASE("A file that cannot be created, or not be written to, says why") {
    const TemporaryFolder folder;
    const auto absent = io::NewFile::create(folder.path("absent/file"));
    REQUIRE_FALSE(absent);
    CHECK(absent.failure().message == "cannot write " + folder.path("absent/file") + ": No such file or directory");
    if (!io::exists("/dev/full")) {
        WARN("skipped: there is no full device");
        return;
    }
    auto full = io::NewFile::create("/dev/full");
    REQUIRE(full);
    REQUIRE(full->append("x"));
    const Outcome closed = full->close();
    REQUIRE_FALSE(closed);
    CHECK(closed.failure().message == "cannot write /dev/full: No space left on device");
}
