#include "output/survey.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using namespace vitrine::output;
using Paths = std::vector<std::string>;

namespace {

const std::string our_page = "<meta name=\"generator\" content=\"vitrine 0.1.0\">";

/// An output folder, and what is known of it.
struct Tree {
    TemporaryFolder folder;
    std::string output = folder.path("public");
    std::string state = folder.path("state");
    Manifest manifest;

    /// Writes vitrine's files.
    explicit Tree(const Paths& files) {
        for (const std::string& file : files) write(file, "ours");
        REQUIRE(io::make_folders(output));
        REQUIRE(io::make_folders(state));
        for (const std::string& file : files)
            manifest.files.push_back({file, {}, {}, {io::stamp_of_file(path(file)).value(), true}});
        for (const std::string& known : folders_of(manifest.files)) manifest.folders.push_back({known, stamp_of_folder(known)});
    }

    [[nodiscard]] std::string path(const std::string& below) const { return io::join(output, below); }
    void write(const std::string& file, const std::string& bytes = "somebody's") const { folder.write("public/" + file, bytes); }

    /// What a folder is known as, once its stamp has settled.
    [[nodiscard]] Known stamp_of_folder(const std::string& known) const {
        const auto stamp = io::stamp_of_folder(known.empty() ? output : path(known));
        REQUIRE(stamp);
        return {stamp->value(), true};
    }

    /// Forgets what is in the folders, but not which are vitrine's, so that each is looked into. In a test all happens
    /// within one tick of the file system's clock.
    void forget_folders() {
        for (KnownFolder& known : manifest.folders) known.known = {};
    }

    [[nodiscard]] Survey survey(const Paths& planned = {""}, std::size_t jobs = 2) const {
        auto survey = survey_output(output, manifest, planned, jobs);
        REQUIRE(survey);
        return std::move(*survey);
    }

    /// What is foreign; folders end in a slash.
    [[nodiscard]] Paths foreign(const Paths& planned = {""}, std::size_t jobs = 2) const {
        Paths paths;
        for (const Foreign& entry : survey(planned, jobs).foreign) paths.push_back(entry.path + (entry.is_folder ? "/" : ""));
        return paths;
    }

    [[nodiscard]] Paths recovered(const Paths& planned) const {
        Paths paths;
        for (const WrittenFile& file : recovered_manifest(state, output, planned).files) paths.push_back(file.path);
        return paths;
    }
};

}  // namespace

TEST_CASE("A file is as it was written when its stamp says so, and when its stamp can say so") {
    Tree tree({"edited", "hidden by a folder", "kept", "linked", "removed", "replaced", "touched", "unsettled"});
    tree.manifest.files.back().known.settled = false;
    tree.write("edited", "longer than before");
    REQUIRE(io::remove_file(tree.path("hidden by a folder")));
    tree.write("hidden by a folder/text");
    REQUIRE(io::replace(tree.path("linked"), tree.folder.path("elsewhere")));
    REQUIRE(::symlink(tree.folder.path("elsewhere").c_str(), tree.path("linked").c_str()) == 0);
    REQUIRE(io::remove_file(tree.path("removed")));
    tree.folder.write("other", "ours");
    REQUIRE(io::replace(tree.folder.path("other"), tree.path("replaced")));
    const timespec old_time[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
    REQUIRE(::utimensat(AT_FDCWD, tree.path("touched").c_str(), old_time, 0) == 0);
    for (const std::size_t jobs : {1, 4}) {
        Paths intact;
        const std::vector<bool> is_intact = intact_files(tree.output, tree.manifest, jobs);
        for (std::size_t i = 0; i < is_intact.size(); ++i)
            if (is_intact[i]) intact.push_back(tree.manifest.files[i].path);
        CHECK(intact == Paths{"kept"});
    }
}

TEST_CASE("What vitrine did not write is found in every folder that it knows, hidden or not") {
    Tree tree({"a/b/index.html", "index.html"});
    for (const char* file : {".htaccess", "CNAME", "a/b/notes", "a/notes~", "own/deep/text", "a/own/text"}) tree.write(file);
    REQUIRE(io::make_folders(tree.path("empty")));
    tree.forget_folders();
    CHECK(tree.foreign() == Paths{".htaccess", "CNAME", "a/b/notes", "a/notes~", "a/own/", "empty/", "own/"});
}

TEST_CASE("A link is somebody's own, also where it leads to a folder or into the output") {
    Tree tree({"a/index.html"});
    REQUIRE(::symlink("a", tree.path("folder").c_str()) == 0);
    REQUIRE(::symlink("a/index.html", tree.path("file").c_str()) == 0);
    REQUIRE(::symlink("absent", tree.path("nowhere").c_str()) == 0);
    tree.forget_folders();
    CHECK(tree.foreign() == Paths{"file", "folder", "nowhere"});
}

TEST_CASE("A folder that the site is going to have is not foreign, but what lies in it may be") {
    Tree tree({"index.html"});
    tree.write("news/2026/notes");
    tree.forget_folders();
    CHECK(tree.foreign({"", "news"}) == Paths{"news/2026/"});
    CHECK(tree.foreign({"", "news", "news/2026"}) == Paths{"news/2026/notes"});
    CHECK(tree.foreign({"", "absent", "news", "news/2026"}) == Paths{"news/2026/notes"});
}

TEST_CASE("A file where the site needs a folder is foreign, and so is a folder where vitrine's file was") {
    Tree tree({"about", "index.html"});
    tree.write("news");
    REQUIRE(io::remove_file(tree.path("about")));
    tree.write("about/text");
    tree.forget_folders();
    CHECK(tree.foreign({"", "news"}) == Paths{"about/", "news"});
}

TEST_CASE("A folder in which nothing happened is not read again: what was noted of it holds") {
    Tree tree({"a/index.html", "index.html"});
    tree.write("a/unnoticed");
    tree.write("own/text");
    tree.write("CNAME");
    tree.manifest.foreign = {"CNAME", "own"};
    for (KnownFolder& known : tree.manifest.folders) known.known = tree.stamp_of_folder(known.path);
    CHECK(tree.foreign() == Paths{"CNAME", "own/"});
    CHECK(tree.survey().folders == tree.manifest.folders);
}

TEST_CASE("A folder is read again when its stamp moved, and when its stamp had not settled") {
    Tree tree({"a/index.html", "b/index.html", "index.html"});
    tree.write("a/notes");
    tree.write("b/notes");
    for (KnownFolder& known : tree.manifest.folders) known.known = tree.stamp_of_folder(known.path);
    REQUIRE(tree.foreign().empty());
    tree.manifest.folders[1].known.settled = false;
    CHECK(tree.foreign() == Paths{"a/notes"});
    ++tree.manifest.folders[2].known.stamp.modified;
    CHECK(tree.foreign() == Paths{"a/notes", "b/notes"});
    ++tree.manifest.folders[2].known.stamp.inode;
    CHECK(tree.foreign() == Paths{"a/notes", "b/notes"});
}

TEST_CASE("A folder that somebody removed, or put a link or a file in the place of, is known to be gone") {
    Tree tree({"a/index.html", "b/c/index.html", "d/index.html", "index.html"});
    for (const char* folder : {"a", "b", "d"}) REQUIRE(io::remove_folder(tree.path(folder)));
    tree.folder.write("elsewhere/c/notes", "x");
    REQUIRE(::symlink(tree.folder.path("elsewhere").c_str(), tree.path("b").c_str()) == 0);
    tree.write("d");
    tree.manifest.folders[0].known = {};
    const Survey survey = tree.survey();
    CHECK(tree.foreign() == Paths{"b", "d"});
    for (const KnownFolder& folder : survey.folders) {
        CAPTURE(folder.path);
        if (folder.path == "a" || folder.path == "b" || folder.path == "d") CHECK(folder.known == Known{});
    }
}

TEST_CASE("A survey names every folder that it looked into, with the stamp that it had before") {
    Tree tree({"a/index.html", "index.html"});
    tree.forget_folders();
    const Survey survey = tree.survey({"", "b"});
    REQUIRE(survey.folders.size() == 3);
    CHECK(survey.folders[0].path.empty());
    CHECK(survey.folders[0].known.stamp == tree.stamp_of_folder("").stamp);
    CHECK(survey.folders[1].path == "a");
    CHECK(survey.folders[1].known.stamp == tree.stamp_of_folder("a").stamp);
    CHECK(survey.folders[2] == KnownFolder{"b", {}});
}

TEST_CASE("A survey finds the same with any number of threads", "[threads]") {
    Paths files, expected;
    for (int i = 100; i < 140; ++i) {
        files.push_back(std::to_string(i) + "/index.html");
        expected.push_back(std::to_string(i) + "/notes");
    }
    Tree tree(files);
    for (const std::string& path : expected) tree.write(path);
    tree.forget_folders();
    for (const std::size_t jobs : {1, 2, 8}) CHECK(tree.foreign({""}, jobs) == expected);
}

TEST_CASE("A page of vitrine's is known by its mark") {
    Tree tree({});
    CHECK_FALSE(bears_our_mark(tree.output));
    tree.write("index.html", "<title>made by hand</title>");
    CHECK_FALSE(bears_our_mark(tree.output));
    tree.write("index.html", "<!DOCTYPE html>" + our_page);
    CHECK(bears_our_mark(tree.output));
}

TEST_CASE("Of an output without a state, pages with the mark are vitrine's, and files that the site has") {
    Tree tree({});
    const Paths planned = {"absent.html", "assets/style.css", "index.html"};
    tree.write("assets/style.css", "body {}");
    tree.write("assets/own.css", "body {}");
    tree.write("old/index.html", our_page);
    tree.write("own/index.html", "made by hand");
    tree.write("notes.txt", our_page);
    CHECK(tree.recovered(planned).empty());  // nothing, while the home page is not vitrine's
    tree.write("index.html", our_page);
    CHECK(tree.recovered(planned) == Paths{"assets/style.css", "index.html", "old/index.html"});
    const Manifest manifest = recovered_manifest(tree.state, tree.output, planned);
    CHECK(manifest.folders == std::vector<KnownFolder>{{"", {}}, {"assets", {}}, {"old", {}}});
    CHECK(intact_files(tree.output, manifest, 1) == std::vector<bool>(3, false));
}

TEST_CASE("Of an output without a state, assets with a fingerprint and the compressed copies of pages are vitrine's too") {
    Tree tree({});
    tree.write("index.html", our_page);
    tree.write("assets/custom.00112233aabbccdd.css");
    tree.write("assets/custom.00112233aabbccdd.css.br");
    tree.write("assets/custom.00112233AABBCCDD.css");
    tree.write("assets/00112233aabbccdd.css");
    tree.write("assets/plain.css.gz");
    tree.write("files/custom.00112233aabbccdd.css");
    tree.write("old/index.html", our_page);
    tree.write("old/index.html.gz");
    tree.write("own/index.html", "made by hand");
    tree.write("own/index.html.gz");
    CHECK(tree.recovered({}) == Paths{"assets/custom.00112233aabbccdd.css", "assets/custom.00112233aabbccdd.css.br", "index.html", "old/index.html", "old/index.html.gz"});
}

TEST_CASE("Of a copied output the files are known that the manifest of any tree names") {
    Tree tree({});
    tree.write("about.html", "no mark");
    tree.write("CNAME");
    Manifest other;
    other.files = {{"about.html", {{1, 2}, {}}, {3, 4}, {{1, 2, 3, 4}, true}}, {"gone.html", {}, {}, {}}};
    REQUIRE(io::make_folders(tree.folder.path("other")));
    REQUIRE(save_manifest(tree.state, tree.folder.path("other"), other));
    const Manifest manifest = recovered_manifest(tree.state, tree.output, {"CNAME"});
    // The stamps and keys are those of the other tree, and say nothing of this one.
    CHECK(manifest.files == std::vector<WrittenFile>{{"about.html", {}, {}, {}}});
}
