// The way of outputs that cannot be exchanged as a whole.

#include "output/in_place.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "formats/hash.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "output/commit.h"
#include "output/survey.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using namespace vitrine::output;
using Files = std::map<std::string, std::string>;
using Paths = std::vector<std::string>;

namespace {

Manifest manifest_of(const Files& files) {
    Manifest manifest;
    for (const auto& [file, bytes] : files) manifest.files.push_back({file, {}, hash::digest_of(bytes), {}});
    for (const std::string& folder : folders_of(manifest.files)) manifest.folders.push_back({folder, {}});
    return manifest;
}

Paths paths_of(const Manifest& manifest) {
    Paths paths;
    for (const WrittenFile& file : manifest.files) paths.push_back(file.path);
    return paths;
}

/// An output whose files are replaced one by one.
struct Place {
    TemporaryFolder folder;
    std::string output = folder.path("public");
    std::string source = folder.path("source");  ///< of the files that changed
    Paths foreign = {};                          ///< what somebody else put into the output

    explicit Place(const Files& files = {}) {
        REQUIRE(io::make_folders(output));
        for (const auto& [file, bytes] : files) folder.write("public/" + file, bytes);
    }

    [[nodiscard]] Claim claim() const {
        auto claim = Claim::on(output);
        REQUIRE(claim);
        return std::move(*claim);
    }

    /// Brings the output from one state to the next; `lost` of the new files cannot be had.
    [[nodiscard]] Outcome replace(const Manifest& earlier, const Files& site, const std::string& lost = "") const {
        Manifest next = manifest_of(site);
        next.foreign = foreign;
        REQUIRE(io::remove_folder(source));
        std::vector<bool> changed;
        for (const auto& [file, bytes] : site) {
            const auto present = io::read_file(io::join(output, file));
            changed.push_back(!present || *present != bytes);
            if (changed.back() && file != lost) REQUIRE(io::write_new_file(io::join(source, file), bytes));
        }
        return replace_in_place(claim(), source, earlier, next, changed);
    }
    /// The same where nothing may fail.
    void update(const Manifest& earlier, const Files& site) const {
        const Outcome replaced = replace(earlier, site);
        INFO((replaced ? "" : replaced.failure().message));
        REQUIRE(replaced);
    }

    [[nodiscard]] Files files() const { return files_below(output); }
    [[nodiscard]] Manifest noted() const {
        const auto manifest = load_manifest(state_folder(output), output);
        REQUIRE(manifest);
        REQUIRE(*manifest);
        return **manifest;
    }

    /// What the next build does, which may exchange folders again.
    void commit(const Files& site) const {
        plan::Plan plan;
        plan::Keys keys;
        for (const auto& [file, bytes] : site) {
            plan.rows.push_back({file, plan::NotFoundPage{}, "content/" + file});
            keys.rows.push_back({hash::digest_of(bytes), {}});
        }
        const auto page = [&](std::size_t row) { return Result<std::string>(site.at(plan.rows[row].path)); };
        const auto committed = commit_output(claim(), plan, keys, page, {}, 2);
        INFO((committed ? "" : committed.failure().message));
        REQUIRE(committed);
    }
};

std::uint64_t inode(const std::string& path) {
    const auto stamp = io::stamp_of_file(path);
    REQUIRE(stamp);
    return stamp->inode;
}

/// A folder in memory, and so on another file system than a temporary folder on a disk.
class FolderInMemory {
public:
    FolderInMemory() {
        std::string name = "/dev/shm/vitrine-test-XXXXXX";
        if (::mkdtemp(name.data()) != nullptr) path_ = name;
    }
    ~FolderInMemory() {
        std::error_code error;
        if (!path_.empty()) std::filesystem::remove_all(path_, error);
    }
    FolderInMemory(const FolderInMemory&) = delete;
    FolderInMemory& operator=(const FolderInMemory&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }  ///< empty when there can be none

private:
    std::string path_;
};

const Files old_site = {{"about/index.html", "about"}, {"gone/deep/index.html", "gone"}, {"index.html", "home"}};
const Files new_site = {{"about/index.html", "about"}, {"index.html", "new home"}, {"news/2026/index.html", "news"}};

}  // namespace

TEST_CASE("File by file the output becomes what it should be, and what did not change is not touched") {
    const Place place(old_site);
    const std::uint64_t about = inode(place.output + "/about/index.html"), folder = inode(place.output + "/index.html");
    place.update(manifest_of(old_site), new_site);
    CHECK(place.files() == new_site);  // no empty folder either
    CHECK(inode(place.output + "/about/index.html") == about);
    CHECK(inode(place.output + "/index.html") != folder);  // replaced in one step, never written to
}

TEST_CASE("File by file nothing is touched that vitrine did not write") {
    const Place place(old_site);
    for (const char* file : {"CNAME", "gone/notes", "news/notes"}) place.folder.write("public/" + std::string(file), "own");
    place.update(manifest_of(old_site), new_site);
    Files expected = new_site;
    for (const char* file : {"CNAME", "gone/notes", "news/notes"}) expected[file] = "own";
    CHECK(place.files() == expected);
}

TEST_CASE("Once all is in place, what the output holds is noted with the stamps of the new files") {
    const Place place(old_site);
    place.update(manifest_of(old_site), new_site);
    const Manifest noted = place.noted();
    CHECK(paths_of(noted) == Paths{"about/index.html", "index.html", "news/2026/index.html"});
    CHECK(noted.find("index.html")->known.stamp == io::stamp_of_file(place.output + "/index.html"));
    CHECK(noted.find("index.html")->bytes == hash::digest_of("new home"));
    CHECK(noted.find("about/index.html")->known == Known{});  // as it was given
    CHECK(noted.folders == std::vector<KnownFolder>{{"", {}}, {"about", {}}, {"news", {}}, {"news/2026", {}}});
}

TEST_CASE("File by file, too, a page may become a folder, and a folder a page") {
    const Files before = {{"about", "file"}, {"help/people/index.html", "people"}, {"index.html", "home"}};
    const Files after = {{"about/a/index.html", "folder"}, {"help", "file"}, {"index.html", "home"}};
    const Place place(before);
    place.update(manifest_of(before), after);
    CHECK(place.files() == after);
    place.update(place.noted(), before);
    CHECK(place.files() == before);
}

TEST_CASE("A file that is on its way from another file system never stands in the output half written") {
    const FolderInMemory memory;
    Place place(old_site);
    if (memory.path().empty() || io::on_one_file_system(memory.path(), place.output)) {
        WARN("skipped: there is no second file system");
        return;
    }
    place.source = memory.path();
    const std::uint64_t home = inode(place.output + "/index.html");
    place.update(manifest_of(old_site), new_site);
    CHECK(place.files() == new_site);
    CHECK(inode(place.output + "/index.html") != home);
}

TEST_CASE("While files are replaced, all that may be vitrine's is noted: the old, the new and what is half written") {
    const Place place(old_site);
    const Outcome replaced = place.replace(manifest_of(old_site), new_site, "news/2026/index.html");
    REQUIRE_FALSE(replaced);
    CHECK(replaced.failure().message == "cannot read " + place.source + "/news/2026/index.html: No such file or directory");
    const Manifest noted = place.noted();
    CHECK(paths_of(noted) == Paths{"about/index.html", "gone/deep/index.html", "index.html", "index.html.unfinished",
                                   "news/2026/index.html", "news/2026/index.html.unfinished"});
    CHECK(noted.find_folder("gone/deep") != nullptr);
    CHECK(noted.find_folder("news/2026") != nullptr);
    // Which of them are there, and whole, nobody knows.
    CHECK(intact_files(place.output, noted, 1) == std::vector<bool>(6, false));
}

TEST_CASE("What an interruption left is cleared up by the next build, also when it is another site by then") {
    const Files next = GENERATE(as<Files>{}, new_site, old_site, Files{{"index.html", "third home"}});
    const Place place(old_site);
    REQUIRE_FALSE(place.replace(manifest_of(old_site), new_site, "news/2026/index.html"));
    place.folder.write("public/index.html.unfinished", "half a pa");
    place.folder.write("public/news/2026/index.html.unfinished", "half a pa");
    SECTION("in one step") { place.commit(next); }
    SECTION("file by file") { place.update(place.noted(), next); }
    CHECK(place.files() == next);
}

TEST_CASE("An interruption after a page became a folder, or a folder a page, is cleared up by the next build") {
    const Files before = {{"about", "file"}, {"help/people/index.html", "people"}, {"z", "old"}};
    const Files after = {{"about/index.html", "folder"}, {"help", "file"}, {"z", "new"}};
    const Files next = GENERATE_COPY(as<Files>{}, after, before);
    const Place place(before);
    REQUIRE_FALSE(place.replace(manifest_of(before), after, "z"));
    REQUIRE(place.files() == Files{{"about/index.html", "folder"}, {"help", "file"}, {"z", "old"}, {"z.unfinished", ""}});
    SECTION("in one step") { place.commit(next); }
    SECTION("file by file") { place.update(place.noted(), next); }
    CHECK(place.files() == next);
}

TEST_CASE("A folder that somebody made where vitrine's file was stays, and does not stop the build") {
    Place place(old_site);
    REQUIRE(io::remove_file(place.output + "/gone/deep/index.html"));
    place.folder.write("public/gone/deep/index.html/notes", "own");
    place.foreign = {"gone/deep/index.html"};
    place.update(manifest_of(old_site), new_site);
    Files expected = new_site;
    expected["gone/deep/index.html/notes"] = "own";
    CHECK(place.files() == expected);
}

TEST_CASE("What stands behind a link that somebody put in the place of a folder is not removed") {
    Place place(old_site);
    REQUIRE(io::remove_folder(place.output + "/gone"));
    place.folder.write("elsewhere/deep/index.html", "somebody's");
    REQUIRE(::symlink(place.folder.path("elsewhere").c_str(), (place.output + "/gone").c_str()) == 0);
    place.foreign = {"gone"};
    place.update(manifest_of(old_site), new_site);
    CHECK(files_below(place.folder.path("elsewhere")) == Files{{"deep/index.html", "somebody's"}});
}
