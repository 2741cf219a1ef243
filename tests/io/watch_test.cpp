#include "io/watch.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>

#include "io/folders.h"
#include "support/temporary_folder.h"

using namespace vitrine;

namespace {

using Files = std::vector<std::string>;

/// A folder `content` with a file in a folder below it, which is watched.
struct Watched {
    TemporaryFolder folder;
    io::Watch watch;

    Watched() : watch(started()) {
        folder.write("content/a/one.md", "1");
        REQUIRE(watch.add(folder.path(), false));
        REQUIRE(watch.add(folder.path("content"), true));
        REQUIRE(watch.take());
    }

    static io::Watch started() {
        auto watch = io::Watch::start();
        REQUIRE(watch);
        return std::move(*watch);
    }

    /// What there is to be told of, as soon as there is something.
    io::Changes changes() {
        pollfd wait = {watch.descriptor(), POLLIN, 0};
        ::poll(&wait, 1, 2000);
        auto taken = watch.take();
        REQUIRE(taken);
        for (std::string& file : taken->files) file.erase(0, folder.path().size() + 1);
        return std::move(*taken);
    }
    void move(const std::string& from, const std::string& to) const {
        REQUIRE(std::rename(folder.path(from).c_str(), folder.path(to).c_str()) == 0);
    }
};

}  // namespace

TEST_CASE("A file that is written is told once it is closed") {
    Watched site;
    site.folder.write("content/a/one.md", "2");
    site.folder.write("content/two.md", "new");
    const io::Changes changes = site.changes();
    CHECK(changes.files == Files{"content/a/one.md", "content/two.md"});
    CHECK_FALSE(changes.anything);
    CHECK(site.watch.take()->empty());
}

TEST_CASE("An editor that saves by a rename is seen, its backups are not") {
    Watched site;
    site.folder.write("content/a/.one.md.swp", "x");
    site.folder.write("content/a/one.md~", "x");
    site.folder.write("content/a/one.md.new", "2");
    (void)site.changes();
    site.move("content/a/one.md.new", "content/a/one.md");
    CHECK(site.changes().files == Files{"content/a/one.md", "content/a/one.md.new"});
}

TEST_CASE("A file that goes, or appears by a link, is told") {
    Watched site;
    REQUIRE(::unlink(site.folder.path("content/a/one.md").c_str()) == 0);
    CHECK(site.changes().files == Files{"content/a/one.md"});
    site.folder.write("site.toml", "x");
    (void)site.changes();
    REQUIRE(::symlink("../site.toml", site.folder.path("content/soft.md").c_str()) == 0);
    CHECK(site.changes().files == Files{"content/soft.md"});
    REQUIRE(::link(site.folder.path("site.toml").c_str(), site.folder.path("content/hard.md").c_str()) == 0);
    CHECK(site.changes().files == Files{"content/hard.md"});
}

TEST_CASE("Folders that come are watched with all in them, those that go are forgotten") {
    Watched site;
    const std::size_t before = site.watch.size();
    site.folder.write("elsewhere/b/c/three.md", "3");
    CHECK_FALSE(site.changes().anything);
    site.move("elsewhere/b", "content/b");
    CHECK(site.changes().anything);
    CHECK(site.watch.size() == before + 2);
    site.folder.write("content/b/c/three.md", "4");
    CHECK(site.changes().files == Files{"content/b/c/three.md"});
    site.move("content/b", "content/d");
    CHECK(site.changes().anything);
    site.folder.write("content/d/c/three.md", "5");
    CHECK(site.changes().files == Files{"content/d/c/three.md"});
    REQUIRE(io::remove_folder(site.folder.path("content/d")));
    CHECK(site.changes().anything);
    (void)site.watch.take();
    CHECK(site.watch.size() == before);
}

TEST_CASE("A watched folder that is replaced is watched again") {
    Watched site;
    site.move("content", "old");
    CHECK(site.changes().anything);
    site.folder.write("content/a/new.md", "1");
    CHECK(site.changes().anything);
    site.folder.write("content/a/new.md", "2");
    CHECK(site.changes().files == Files{"content/a/new.md"});
}

TEST_CASE("What happens in folders beside the watched ones is of no concern") {
    Watched site;
    site.folder.write("public/index.html", "x");
    site.move("public", "public.old");
    REQUIRE(io::remove_folder(site.folder.path("public.old")));
    CHECK(site.watch.take()->empty());
}

TEST_CASE("More changes than the system keeps count of mean that anything may have changed") {
    Watched site;
    // The queue holds 16,384 events unless the machine says otherwise; each of these makes three.
    for (int i = 0; i < 12'000; ++i) site.folder.write("content/a/" + std::to_string(i % 7) + ".md", "x");
    const io::Changes changes = site.changes();
    CHECK((changes.anything || changes.files.size() == 7));
}
