// Somebody's own files where the site is to have its own.

#include <unistd.h>

#include <catch2/catch.hpp>

#include "formats/hash.h"
#include "io/files.h"
#include "io/folders.h"
#include "output/commit.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using Files = std::map<std::string, std::string>;

namespace {

/// An output that holds these pages.
struct Output {
    TemporaryFolder folder;
    std::string path = folder.path("public");

    explicit Output(const Files& pages) { REQUIRE(failure(pages).empty()); }

    /// Commits pages and says why that failed; empty when it did not.
    [[nodiscard]] std::string failure(const Files& pages) const {
        plan::Plan plan;
        plan::Keys keys;
        for (const auto& [file, bytes] : pages) {
            plan.rows.push_back({file, plan::NotFoundPage{}, "content/" + file});
            keys.rows.push_back({hash::digest_of(bytes), {}});
        }
        const auto claim = output::Claim::on(path);
        REQUIRE(claim);
        const auto page = [&](std::size_t row) { return Result<std::string>(pages.at(plan.rows[row].path)); };
        const auto committed = output::commit_output(*claim, plan, keys, page, {}, 2);
        return committed ? "" : committed.failure().message;
    }
};

}  // namespace

TEST_CASE("A foreign file in a folder of the site's stops the commit when a page is to take the folder's place") {
    const Files before = {{"help/people/index.html", "people"}, {"index.html", "home"}};
    const char* foreign = GENERATE("help/notes.txt", "help/people/notes.txt", "help/people/own/notes.txt");
    const Output output(before);
    output.folder.write("public/" + std::string(foreign), "own");
    const std::string shown = std::string(foreign) == "help/people/own/notes.txt" ? "help/people/own" : foreign;
    const std::string what = shown == foreign ? "file" : "folder";
    CHECK(output.failure({{"help", "a page"}, {"index.html", "new home"}}) ==
          "cannot write " + output.path + "/help: a " + what + " that vitrine did not write stands at " + output.path + "/" +
              shown + "; move it away, or rename content/help");
    Files expected = before;
    expected[foreign] = "own";
    CHECK(files_below(output.path) == expected);
}

TEST_CASE("What stands behind a link that somebody put in the place of a folder is left alone") {
    const Output output({{"a-b/index.html", "b"}, {"a/c/index.html", "c"}, {"index.html", "home"}});
    REQUIRE(io::remove_folder(output.path + "/a"));
    output.folder.write("elsewhere/c/notes.txt", "notes");
    output.folder.write("elsewhere/c/index.html", "somebody's");
    REQUIRE(::symlink(output.folder.path("elsewhere").c_str(), (output.path + "/a").c_str()) == 0);
    // Both copies of the site take part.
    for (const char* home : {"one", "two", "three"}) CHECK(output.failure({{"a-b/index.html", "b"}, {"index.html", home}}).empty());
    CHECK(files_below(output.folder.path("elsewhere")) == Files{{"c/index.html", "somebody's"}, {"c/notes.txt", "notes"}});
    CHECK(io::exists(output.path + "/a/c/notes.txt"));
}
