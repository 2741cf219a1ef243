#include "output/spare.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/parallel.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using namespace vitrine::output;
using Files = std::map<std::string, std::string>;
using Paths = std::vector<std::string>;

namespace {

std::uint64_t inode(const std::string& path) {
    struct stat status = {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_ino;
}

/// An output with its state, beside which the next state of the site is put together.
struct Place {
    TemporaryFolder folder;
    std::string output = folder.path("public");
    std::string state = folder.path("state");
    std::string copy = folder.path("state/spare");

    /// An output with these files, all of them vitrine's.
    explicit Place(const Files& files = {}) {
        REQUIRE(io::make_folders(output));
        REQUIRE(io::make_folders(state));
        for (const auto& [file, bytes] : files) write(file, bytes);
    }

    void write(const std::string& file, const std::string& bytes) const { folder.write("public/" + file, bytes); }
    [[nodiscard]] Files in_copy() const { return files_below(copy); }

    /// Puts a site of these files together. What has the same bytes in the output is taken over from there, and what is
    /// foreign there stays.
    [[nodiscard]] Result<Manifest> make(const Files& site, const std::vector<Foreign>& foreign = {}) const {
        Paths planned;
        Manifest next;
        std::vector<bool> changed;
        for (const auto& [file, bytes] : site) planned.push_back(file);
        Spare spare(state, output, planned);
        for (const auto& [file, bytes] : site) {
            const auto present = io::read_file(io::join(output, file));
            changed.push_back(!present || *present != bytes);
            next.files.push_back({file, {}, {}, known_at(0, io::stamp_of_file(io::join(output, file)))});
            if (!changed.back()) continue;
            if (Outcome written = spare.write(file, bytes); !written) return written.failure();
        }
        for (const Foreign& entry : foreign) next.foreign.push_back(entry.path);
        if (Outcome complete = spare.complete(next, changed, foreign, 2); !complete) {
            spare.abandon();
            return complete.failure();
        }
        return next;
    }

    /// The same where nothing may fail; the two copies change places at the end, as a commit lets them.
    Manifest publish(const Files& site, const std::vector<Foreign>& foreign = {}) const {
        auto next = make(site, foreign);
        INFO((next ? "" : next.failure().message));
        REQUIRE(next);
        REQUIRE(io::replace(output, folder.path("before")));
        REQUIRE(io::replace(copy, output));
        REQUIRE(io::replace(folder.path("before"), copy));
        return std::move(*next);
    }
};

}  // namespace

TEST_CASE("The other copy of a site is whole: what changed is written, the rest is one file with two names") {
    const Place place({{"a/index.html", "a"}, {"index.html", "home"}, {"old/index.html", "old"}});
    const auto next = place.make({{"a/index.html", "a"}, {"index.html", "new home"}, {"news/index.html", "news"}});
    REQUIRE(next);
    CHECK(place.in_copy() == Files{{"a/index.html", "a"}, {"index.html", "new home"}, {"news/index.html", "news"}});
    CHECK(inode(place.copy + "/a/index.html") == inode(place.output + "/a/index.html"));
    CHECK(files_below(place.output) == Files{{"a/index.html", "a"}, {"index.html", "home"}, {"old/index.html", "old"}});
}

TEST_CASE("What the other copy holds is noted, each file and folder with its stamp") {
    const Place place({{"a/index.html", "a"}, {"index.html", "home"}});
    const auto next = place.make({{"a/index.html", "a"}, {"index.html", "new home"}});
    REQUIRE(next);
    for (const WrittenFile& file : next->files) CHECK(file.known.stamp == io::stamp_of_file(place.copy + "/" + file.path));
    REQUIRE(next->folders.size() == 2);
    CHECK(next->folders[1].path == "a");
    CHECK(next->folders[1].known.stamp == **io::stamp_of_folder(place.copy + "/a"));
    CHECK(*load_manifest(place.state, place.copy) == *next);
}

TEST_CASE("What is foreign is taken over as it is: hidden files, links as links, folders with all below them") {
    const Place place(Files{{"index.html", "home"}});
    for (const char* file : {"own/.hidden", "own/deep/text", ".htaccess"}) place.write(file, "own");
    REQUIRE(io::make_folders(place.output + "/own/empty"));
    REQUIRE(::symlink("absent", (place.output + "/nowhere").c_str()) == 0);
    REQUIRE(::symlink("own", (place.output + "/own/link").c_str()) == 0);
    REQUIRE(place.make({{"index.html", "home"}}, {{".htaccess", false}, {"nowhere", false}, {"own", true}}));
    for (const char* file : {".htaccess", "nowhere", "own/.hidden", "own/deep/text", "own/link"}) {
        CAPTURE(file);
        CHECK(inode(place.copy + "/" + file) == inode(place.output + "/" + file));
    }
    CHECK(io::is_folder(place.copy + "/own/empty"));
}

TEST_CASE("A copy that took part before catches up: what the site no longer has goes, with empty folders") {
    const Place place;
    place.publish({{"a/b/c/index.html", "c"}, {"a/index.html", "a"}, {"index.html", "one"}});
    place.publish({{"a/b/c/index.html", "c"}, {"a/index.html", "a"}, {"index.html", "two"}});
    const std::uint64_t before = inode(place.copy), shared = inode(place.copy + "/a/index.html");
    REQUIRE(place.make({{"a/index.html", "a"}, {"index.html", "three"}}));
    CHECK(place.in_copy() == Files{{"a/index.html", "a"}, {"index.html", "three"}});
    CHECK(inode(place.copy) == before);
    CHECK(inode(place.copy + "/a/index.html") == shared);
}

TEST_CASE("A file that both copies share is never written to: readers of the site keep the old one") {
    const Place place;
    place.publish({{"about/index.html", "about"}, {"index.html", "one"}});
    place.publish({{"about/index.html", "about"}, {"index.html", "two"}});
    REQUIRE(inode(place.copy + "/about/index.html") == inode(place.output + "/about/index.html"));
    REQUIRE(place.make({{"about/index.html", "new about"}, {"index.html", "two"}}));
    CHECK(files_below(place.output) == Files{{"about/index.html", "about"}, {"index.html", "two"}});
    CHECK(place.in_copy() == Files{{"about/index.html", "new about"}, {"index.html", "two"}});
}

TEST_CASE("A page of the other copy may become a folder, and a folder a page") {
    const Place place;
    const Files pages = {{"about", "file"}, {"help/people/index.html", "people"}};
    place.publish(pages);
    place.publish(pages);
    REQUIRE(place.make({{"about/index.html", "folder"}, {"help", "file"}}));
    CHECK(place.in_copy() == Files{{"about/index.html", "folder"}, {"help", "file"}});
}

TEST_CASE("What was foreign and is gone from the output does not come back from the other copy") {
    const Place place;
    place.publish({{"index.html", "one"}});
    place.write("CNAME", "example.org");
    place.write("own/text", "own");
    REQUIRE(::symlink(place.folder.path("kept").c_str(), (place.output + "/link").c_str()) == 0);
    place.folder.write("kept/text", "somebody's");
    const std::vector<Foreign> foreign = {{"CNAME", false}, {"link", false}, {"own", true}};
    place.publish({{"index.html", "two"}}, foreign);
    place.publish({{"index.html", "three"}}, foreign);
    REQUIRE(place.make({{"index.html", "four"}}));
    CHECK(place.in_copy() == Files{{"index.html", "four"}});
    CHECK(files_below(place.folder.path("kept")) == Files{{"text", "somebody's"}});  // a link is removed as such
}

TEST_CASE("A copy of which nothing is known is made anew") {
    const Place place(Files{{"index.html", "home"}});
    place.folder.write("state/spare/index.html", "half a pa");
    place.folder.write("state/spare/left/over.html", "x");
    REQUIRE(place.make({{"index.html", "home"}}));
    CHECK(place.in_copy() == Files{{"index.html", "home"}});
}

TEST_CASE("Nothing happens to the other copy before the first file is written") {
    const Place place(Files{{"index.html", "home"}});
    place.folder.write("state/spare/index.html", "earlier");
    REQUIRE(save_manifest(place.state, place.copy, {}));
    const Paths planned = {"index.html"};
    Spare(place.state, place.output, planned).abandon();
    CHECK(place.in_copy() == Files{{"index.html", "earlier"}});
    CHECK(*has_manifest(place.state, place.copy));
}

TEST_CASE("A copy that was begun is unknown until it is complete, and is removed when it is given up") {
    const Place place(Files{{"index.html", "home"}});
    place.publish({{"index.html", "one"}});
    place.publish({{"index.html", "two"}});
    const Paths planned = {"index.html"};
    Spare spare(place.state, place.output, planned);
    REQUIRE(spare.write("index.html", "three"));
    CHECK_FALSE(*has_manifest(place.state, place.copy));
    spare.abandon();
    CHECK_FALSE(io::exists(place.copy));
    CHECK(files_below(place.output) == Files{{"index.html", "two"}});
}

TEST_CASE("A file that vanishes from the output meanwhile is a failure that names it") {
    const Place place(Files{{"index.html", "home"}});
    const auto made = place.make({{"index.html", "home"}}, {{"CNAME", false}});
    REQUIRE_FALSE(made);
    CHECK(made.failure().message == "cannot write " + place.copy + "/CNAME: No such file or directory");
    CHECK_FALSE(io::exists(place.copy));
}

TEST_CASE("A copied file has the bytes of its source") {
    const Place place;
    place.folder.write("letter.pdf", "%PDF");
    const Paths planned = {"a/letter.pdf"};
    Spare spare(place.state, place.output, planned);
    REQUIRE(spare.copy("a/letter.pdf", place.folder.path("letter.pdf")));
    CHECK(place.in_copy() == Files{{"a/letter.pdf", "%PDF"}});
    CHECK_FALSE(spare.copy("a/letter.pdf", place.folder.path("absent.pdf")));
}

TEST_CASE("Many threads may begin a copy at once, and each writes its files", "[threads]") {
    const Place place;
    place.folder.write("state/spare/left/over.html", "x");
    Files site;
    Paths planned;
    for (int i = 100; i < 200; ++i) planned.push_back("p" + std::to_string(i % 7) + "/" + std::to_string(i) + "/index.html");
    for (const std::string& path : planned) site[path] = "page " + path;
    std::sort(planned.begin(), planned.end());
    Spare spare(place.state, place.output, planned);
    std::vector<char> written(planned.size());
    parallel_for(planned.size(), 8, [&](std::size_t i) { written[i] = spare.write(planned[i], site.at(planned[i])).ok(); });
    CHECK(std::count(written.begin(), written.end(), 1) == 100);
    CHECK(place.in_copy() == site);
}
