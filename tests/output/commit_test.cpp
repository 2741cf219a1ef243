#include "output/commit.h"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <mutex>
#include <thread>

#include "formats/compression.h"
#include "formats/hash.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/lock.h"
#include "support/temporary_folder.h"

using namespace vitrine;

namespace {

using Files = std::map<std::string, std::string>;

/// Whether a commit left nothing beside its output but what it keeps: the lock, what it knows of both copies of the site,
/// and the other copy of the site.
bool is_at_rest(const std::vector<std::string>& state) {
    return std::all_of(state.begin(), state.end(), [](const std::string& path) {
        return path == "lock" || path.starts_with("spare/") || (path.starts_with("manifest.") && !path.ends_with(".new"));
    });
}

/// An output folder, into which plans of pages are committed.
struct Output {
    TemporaryFolder folder;
    std::string path = folder.path("public");

    /// Commits pages with these bytes, and files that are copied from elsewhere.
    [[nodiscard]] Result<output::Committed> try_commit(const Files& pages, const Files& copies = {}, std::size_t jobs = 2) const {
        plan::Plan plan;
        for (const auto& [file, bytes] : pages) plan.rows.push_back({file, plan::NotFoundPage{}, "content/" + file});
        for (const auto& [file, from] : copies) plan.rows.push_back({file, plan::CopiedFile{from}, "content/" + file});
        std::sort(plan.rows.begin(), plan.rows.end(), [](const plan::Row& a, const plan::Row& b) { return a.path < b.path; });
        const auto claim = output::Claim::on(path);
        if (!claim) return claim.failure();
        const auto page = [&](std::size_t row) { return Result<std::string>(pages.at(plan.rows[row].path)); };
        return output::commit_output(*claim, plan, keys_of(plan, pages), page, {}, jobs);
    }

    /// A page is made from its bytes, a copy from those of its source.
    static plan::Keys keys_of(const plan::Plan& plan, const Files& pages) {
        plan::Keys keys;
        for (const plan::Row& row : plan.rows) {
            const auto* copied = std::get_if<plan::CopiedFile>(&row.subject);
            const auto copy = copied == nullptr ? Result<std::string>("") : io::read_file(copied->file);
            keys.rows.push_back({hash::digest_of(copied == nullptr ? pages.at(row.path) : copy ? *copy : "absent"), {}});
        }
        return keys;
    }

    /// The same where nothing may fail: `written/unchanged/removed`.
    std::string commit(const Files& pages, const Files& copies = {}) const {
        const auto committed = try_commit(pages, copies);
        INFO((committed ? "" : committed.failure().message));
        REQUIRE(committed);
        CHECK(is_at_rest(state()));
        const output::Counts& counts = committed->counts;
        return std::to_string(counts.written) + "/" + std::to_string(counts.unchanged) + "/" + std::to_string(counts.removed);
    }

    /// Why a commit fails; whatever it is, nothing of the output may have changed.
    [[nodiscard]] std::string failure(const Files& pages, const Files& copies = {}) const {
        const Files before = files_below(path);
        const auto committed = try_commit(pages, copies);
        REQUIRE_FALSE(committed);
        CHECK(files_below(path) == before);
        CHECK(is_at_rest(state()));
        return committed.failure().message;
    }

    [[nodiscard]] Files files() const { return files_below(path); }
    /// What is kept beside the output.
    [[nodiscard]] std::vector<std::string> state() const { return paths_below(folder.path(".vitrine/public")); }
};

/// A page, and with it what is made of its bytes.
struct Compressed {
    TemporaryFolder folder;
    std::string path = folder.path("public");
    int made = 0;  ///< how often the page was asked for

    /// Commits the page `a.txt` with its compressed forms: `written/unchanged/removed`. Its key is its bytes, or given.
    std::string commit(const std::string& bytes, const std::string& key = "", const std::vector<Compression>& how = {Compression::gzip, Compression::brotli}) {
        plan::Plan plan;
        plan.rows.push_back({"a.txt", plan::NotFoundPage{}, "content/a.txt"});
        for (const Compression one : how) plan.rows.push_back({"a.txt" + std::string(plan::compressed_suffix(one)), plan::CompressedFile{"a.txt", one}, "content/a.txt"});
        std::sort(plan.rows.begin(), plan.rows.end(), [](const plan::Row& a, const plan::Row& b) { return a.path < b.path; });
        plan::Keys keys;
        keys.rows.resize(plan.rows.size());
        keys.rows[0].source = hash::digest_of(key.empty() ? bytes : key);
        const auto claim = output::Claim::on(path);
        REQUIRE(claim);
        std::mutex mutex;
        const auto page = [&](std::size_t row) {
            const std::scoped_lock lock(mutex);
            ++made;
            CHECK(plan.rows[row].path == "a.txt");
            return Result<std::string>(bytes);
        };
        const auto committed = output::commit_output(*claim, plan, keys, page, {}, 2);
        REQUIRE(committed);
        changes = committed->changes;
        const output::Counts& counts = committed->counts;
        return std::to_string(counts.written) + "/" + std::to_string(counts.unchanged) + "/" + std::to_string(counts.removed);
    }

    [[nodiscard]] Files files() const { return files_below(path); }
    static Files expected(const std::string& bytes) {
        return {{"a.txt", bytes}, {"a.txt.gz", compression::gzip(bytes)}, {"a.txt.br", compression::brotli(bytes)}};
    }

    std::vector<output::Change> changes;
};

/// What changes when a file is written anew: its inode, its time, its bytes.
std::string identity(const std::string& file) {
    struct stat status = {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return std::to_string(status.st_ino) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
           std::to_string(status.st_mtim.tv_nsec);
}

/// Lets the file system's clock tick, so that times in the past can be trusted.
void wait_until_times_settle() { std::this_thread::sleep_for(std::chrono::milliseconds(60)); }

}  // namespace

TEST_CASE("The output holds exactly what the plan declares") {
    const Output output;
    output.folder.write("letter.pdf", "%PDF");
    CHECK(output.commit({{"index.html", "home"}, {"about/index.html", "about"}},
                        {{"a/letter.pdf", output.folder.path("letter.pdf")}}) == "3/0/0");
    CHECK(output.files() == Files{{"index.html", "home"}, {"about/index.html", "about"}, {"a/letter.pdf", "%PDF"}});
}

TEST_CASE("Files that are as they should be are not touched: they keep their inode and time") {
    const Output output;
    output.folder.write("letter.pdf", "%PDF");
    const Files copies = {{"letter.pdf", output.folder.path("letter.pdf")}};
    output.commit({{"index.html", "home"}, {"about/index.html", "about"}}, copies);
    const std::string home = identity(output.path + "/index.html"), about = identity(output.path + "/about/index.html"),
                      letter = identity(output.path + "/letter.pdf");
    CHECK(output.commit({{"index.html", "home"}, {"about/index.html", "about"}}, copies) == "0/3/0");
    CHECK(output.commit({{"index.html", "new home"}, {"about/index.html", "about"}}, copies) == "1/2/0");
    CHECK(identity(output.path + "/about/index.html") == about);
    CHECK(identity(output.path + "/letter.pdf") == letter);
    CHECK(identity(output.path + "/index.html") != home);
    CHECK(output.files().at("index.html") == "new home");
}

TEST_CASE("A copied file follows its source, also when only its bytes and not its size change") {
    const Output output;
    output.folder.write("letter.pdf", "one");
    const Files copies = {{"letter.pdf", output.folder.path("letter.pdf")}};
    output.commit({}, copies);
    output.folder.write("letter.pdf", "two");
    CHECK(output.commit({}, copies) == "1/0/0");
    CHECK(output.files().at("letter.pdf") == "two");
}

TEST_CASE("Who reads a page while it is replaced sees the old one whole") {
    const Output output;
    output.commit({{"index.html", std::string(100000, 'a')}});
    std::ifstream reader(output.path + "/index.html", std::ios::binary);
    std::string seen(10, '\0');
    reader.read(seen.data(), 10);
    output.commit({{"index.html", "b"}});
    seen += std::string(std::istreambuf_iterator<char>(reader), {});
    CHECK(seen == std::string(100000, 'a'));
}

TEST_CASE("What is no longer declared is removed, with the folders that become empty") {
    const Output output;
    output.commit({{"index.html", "home"}, {"a/b/c/index.html", "c"}, {"a/index.html", "a"}, {"d/index.html", "d"}});
    CHECK(output.commit({{"index.html", "home"}, {"a/index.html", "a"}}) == "0/2/2");
    CHECK(output.files() == Files{{"index.html", "home"}, {"a/index.html", "a"}});  // no empty folder either
}

TEST_CASE("What vitrine did not write is never touched") {
    const Output output;
    output.commit({{"index.html", "home"}, {"a/index.html", "a"}});
    output.folder.write("public/.well-known/token", "token");
    output.folder.write("public/a/notes.txt", "notes");
    output.folder.write("public/CNAME", "example.org");
    CHECK(output.commit({{"index.html", "home"}}) == "0/1/1");
    CHECK(output.files() ==
          Files{{"index.html", "home"}, {".well-known/token", "token"}, {"a/notes.txt", "notes"}, {"CNAME", "example.org"}});
}

TEST_CASE("A file that somebody edited or removed in the output is put right") {
    const Output output;
    const Files pages = {{"index.html", "home"}, {"a/index.html", "a"}};
    output.commit(pages);
    output.folder.write("public/index.html", "edited");
    REQUIRE(io::remove_file(output.path + "/a/index.html"));
    CHECK(output.commit(pages) == "2/0/0");
    CHECK(output.files() == pages);
}

TEST_CASE("What somebody has already removed needs no removing") {
    const Output output;
    output.commit({{"index.html", "home"}, {"a/b/index.html", "b"}, {"c/index.html", "c"}});
    REQUIRE(io::remove_folder(output.path + "/a"));
    REQUIRE(io::remove_folder(output.path + "/c"));
    output.folder.write("public/c", "a file of somebody's own");
    CHECK(output.commit({{"index.html", "home"}}) == "0/1/2");
    CHECK(output.files() == Files{{"index.html", "home"}, {"c", "a file of somebody's own"}});
}

TEST_CASE("A foreign file where a page belongs stops the commit before anything changes") {
    const Output output;
    output.commit({{"index.html", "home"}});
    output.folder.write("public/about/index.html", "somebody's own");
    CHECK(
        output.failure({{"index.html", "new home"}, {"about/index.html", "about"}}) ==
        "cannot write " + output.path +
            "/about/index.html: a file that vitrine did not write stands there; move it away, or rename content/about/index.html");
}

TEST_CASE("A foreign file where a folder belongs stops the commit before anything changes") {
    const Output output;
    output.commit({{"index.html", "home"}});
    output.folder.write("public/about", "somebody's own");
    CHECK(output.failure({{"404.html", "lost"}, {"index.html", "new home"}, {"about/people/index.html", "people"}})
              .find(output.path + "/about") != std::string::npos);
}

TEST_CASE("A foreign folder where a file belongs stops the commit before anything changes") {
    const Output output;
    output.commit({{"index.html", "home"}});
    output.folder.write("public/logo.svg/notes.txt", "somebody's own");
    CHECK(output.failure({{"404.html", "lost"}, {"index.html", "new home"}, {"logo.svg", "<svg/>"}})
              .find(output.path + "/logo.svg") != std::string::npos);
}

TEST_CASE("A source that cannot be read stops the commit before anything changes") {
    const Output output;
    output.commit({{"index.html", "home"}});
    CHECK(output.failure({{"404.html", "lost"}, {"index.html", "new home"}}, {{"letter.pdf", output.folder.path("absent.pdf")}}) ==
          "cannot read " + output.folder.path("absent.pdf") + ": No such file or directory");
}

TEST_CASE("A page may become a folder, and a folder a page") {
    const Output output;
    output.commit({{"about", "file"}, {"help/people/index.html", "people"}});
    CHECK(output.commit({{"about/index.html", "folder"}, {"help", "file"}}) == "2/0/2");
    CHECK(output.files() == Files{{"about/index.html", "folder"}, {"help", "file"}});
}

TEST_CASE("An output whose state was lost is recognised by its home page, and nothing is written twice") {
    const Output output;
    const Files pages = {{"index.html", "<meta name=\"generator\" content=\"vitrine 0.1.0\">"}, {"about/index.html", "about"}};
    output.commit(pages);
    const std::string about = identity(output.path + "/about/index.html");
    REQUIRE(io::remove_folder(output.folder.path(".vitrine")));
    output.folder.write("public/index.html", pages.at("index.html") + "old");
    CHECK(output.commit(pages) == "1/1/0");
    CHECK(identity(output.path + "/about/index.html") == about);
}

TEST_CASE("A commit that was interrupted before the site was whole is cleared up by the next") {
    const Output output;
    output.commit({{"index.html", "home"}});
    output.folder.write(".vitrine/public/manifest.7.new", "vitrine mani");
    output.folder.write(".vitrine/public/spare/about/index.html", "half a pa");
    CHECK(output.commit({{"index.html", "home"}, {"news/index.html", "news"}}) == "1/1/0");
    CHECK(output.files() == Files{{"index.html", "home"}, {"news/index.html", "news"}});
    CHECK(output.commit({{"index.html", "new home"}}) == "1/0/1");
    CHECK(output.files() == Files{{"index.html", "new home"}});
}

TEST_CASE("Whoever has the output open while it is replaced goes on seeing the old site whole") {
    const Output output;
    output.commit({{"index.html", "home"}, {"about/index.html", "about"}});
    const std::string before = identity(output.path);
    output.commit({{"index.html", "new home"}, {"news/index.html", "news"}});
    CHECK(identity(output.path) != before);
}

TEST_CASE("What vitrine did not write is named when it is first seen, and not again") {
    const Output output;
    const Files pages = {{"index.html", "home"}};
    output.commit(pages);
    output.folder.write("public/CNAME", "example.org");
    output.folder.write("public/.well-known/token", "token");
    const auto named = [&] {
        const auto committed = output.try_commit(pages);
        REQUIRE(committed);
        return committed->foreign;
    };
    CHECK(named() == std::vector<std::string>{".well-known", "CNAME"});
    CHECK(named().empty());
    CHECK(output.commit({{"index.html", "new home"}}) == "1/0/0");
    CHECK(named().empty());
}

TEST_CASE("A folder of somebody's own, long known, does not stop pages that come to lie in it") {
    const Output output;
    output.commit({{"index.html", "home"}});
    output.folder.write("public/tags/by-hand.txt", "mine");
    output.commit({{"index.html", "home"}});
    wait_until_times_settle();
    output.commit({{"index.html", "home"}});  // from here on the folder is known by its time, and not read
    CHECK(output.commit({{"index.html", "home"}, {"tags/index.html", "tags"}}) == "1/1/0");
    CHECK(output.files() == Files{{"index.html", "home"}, {"tags/index.html", "tags"}, {"tags/by-hand.txt", "mine"}});
}

TEST_CASE("A file of somebody's own that was deleted does not come back") {
    const Output output;
    output.commit({{"index.html", "one"}});
    output.folder.write("public/CNAME", "example.org");
    output.commit({{"index.html", "two"}});
    REQUIRE(io::remove_file(output.path + "/CNAME"));
    output.commit({{"index.html", "three"}});
    output.commit({{"index.html", "four"}});
    CHECK(output.files() == Files{{"index.html", "four"}});
}

TEST_CASE("A file that was changed behind its back in the output never comes back from the other copy") {
    const Output output;
    output.commit({{"index.html", "one"}, {"about/index.html", "about"}});
    output.commit({{"index.html", "two"}, {"about/index.html", "about"}});  // both copies share about/index.html now
    output.folder.write("public/about/index.html", "forged");
    output.commit({{"index.html", "three"}, {"about/index.html", "about"}});
    output.commit({{"index.html", "four"}, {"about/index.html", "about"}});
    CHECK(output.files() == Files{{"index.html", "four"}, {"about/index.html", "about"}});
}

TEST_CASE("Two builds never write to one output at once") {
    const Output output;
    output.commit({{"index.html", "home"}});
    const auto lock = io::Lock::take(output.folder.path(".vitrine/public/lock"));
    REQUIRE(lock);
    CHECK(output.failure({{"index.html", "new home"}}) == "another build is writing to " + output.path + "; wait until it is done");
}

TEST_CASE("The output does not depend on the number of threads", "[threads]") {
    Files pages;
    for (int i = 0; i < 200; ++i) pages["p/" + std::to_string(i) + "/index.html"] = "page " + std::to_string(i);
    for (const std::size_t jobs : {1, 4}) {
        const Output output;
        REQUIRE(output.try_commit(pages, {}, jobs));
        CHECK(output.files() == pages);
    }
}

TEST_CASE("What is compressed follows its original, and is made only when that has other bytes") {
    Compressed output;
    CHECK(output.commit("some words") == "3/0/0");
    CHECK(output.files() == Compressed::expected("some words"));
    wait_until_times_settle();
    CHECK(output.commit("some words") == "0/3/0");
    output.made = 0;
    const std::string packed = identity(output.path + "/a.txt.gz");
    CHECK(output.commit("some words", "made of something else") == "0/3/0");
    CHECK(output.made == 1);
    CHECK(identity(output.path + "/a.txt.gz") == packed);
    CHECK(output.commit("other words") == "3/0/0");
    CHECK(output.files() == Compressed::expected("other words"));
}

TEST_CASE("A compressed file that somebody changed or removed is made again from the original as it stands, without rendering it") {
    Compressed output;
    output.commit("some words");
    wait_until_times_settle();
    output.commit("some words");
    output.made = 0;
    output.folder.write("public/a.txt.gz", "broken");
    REQUIRE(io::remove_file(output.path + "/a.txt.br"));
    CHECK(output.commit("some words") == "2/1/0");
    CHECK(output.made == 0);
    CHECK(output.files() == Compressed::expected("some words"));
    CHECK(output.changes.at(0).reason == output::Reason::altered);
}

TEST_CASE("A way of compression that is no longer asked for takes its files away, and a new one brings them") {
    Compressed output;
    output.commit("some words");
    CHECK(output.commit("some words", "", {}) == "0/1/2");
    CHECK(output.files() == Files{{"a.txt", "some words"}});
    wait_until_times_settle();
    CHECK(output.commit("some words", "", {Compression::brotli}) == "1/1/0");
    CHECK(output.files() == Files{{"a.txt", "some words"}, {"a.txt.br", compression::brotli("some words")}});
}

TEST_CASE("A copied file is compressed from its source") {
    const Output output;
    output.folder.write("data.csv", "a,b\n");
    plan::Plan plan;
    plan.rows = {{"data.csv", plan::CopiedFile{output.folder.path("data.csv")}, "content/data.csv"},
                 {"data.csv.gz", plan::CompressedFile{"data.csv", Compression::gzip}, "content/data.csv"}};
    plan::Keys keys;
    keys.rows.resize(2);
    const auto claim = output::Claim::on(output.path);
    REQUIRE(claim);
    REQUIRE(output::commit_output(*claim, plan, keys, [](std::size_t) { return Result<std::string>("no page"); }, {}, 1));
    CHECK(output.files() == Files{{"data.csv", "a,b\n"}, {"data.csv.gz", compression::gzip("a,b\n")}});
}
