#include "content/document_cache.h"

#include <catch2/catch.hpp>

#include "base/codec.h"
#include "content/load.h"
#include "io/files.h"
#include "io/folders.h"
#include "support/example.h"
#include "support/parsed_response.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using content::DocumentCache;
using content::Loaded;

namespace {

const Digest program = {1, 2};

/// A site and what is remembered of it.
struct Place {
    TemporaryFolder folder;
    std::string root = folder.path("site");
    std::string state = folder.path("state");

    Place() { REQUIRE(io::make_folders(state)); }

    void page(const std::string& name, const std::string& title) const {
        folder.write("site/content/" + name + ".md", "+++\ntitle = \"" + title + "\"\n+++\nThe text.\n");
    }

    [[nodiscard]] DocumentCache open() const { return DocumentCache::open(state, program); }

    [[nodiscard]] Loaded load(const DocumentCache& cache, Diagnostics& diagnostics) const {
        auto loaded = content::load_content(root, 2, {.cache = &cache, .bodies = nullptr, .progress = {}}, diagnostics);
        REQUIRE(loaded);
        return std::move(*loaded);
    }
    [[nodiscard]] Loaded load(const DocumentCache& cache) const {
        Diagnostics diagnostics;
        return load(cache, diagnostics);
    }

    /// Remembers what was loaded. Stamps of files that were just written have not settled, so the test says whether they have.
    void save(Loaded loaded, bool settled, const DocumentCache& cache = {}) const {
        for (content::ReadFile& file : loaded.files) {
            file.file.stamp = io::stamp_of(root + "/" + file.file.path).value();
            file.file.settled = settled;
        }
        Diagnostics diagnostics;
        const Site site = assemble_site(samples::config(), std::move(loaded.content), samples::moment("2026-06-30"), diagnostics);
        const Outcome saved = content::save_documents(state, program, cache, loaded.files, site);
        INFO((saved ? "" : saved.failure().message));
        REQUIRE(saved);
    }
};

template <class T>
std::string encoded(const T& document) {
    Encoder encoder;
    encoder(document);
    return encoder.take();
}

std::size_t remembered(const Loaded& loaded) {
    return static_cast<std::size_t>(std::count_if(loaded.files.begin(), loaded.files.end(),
                                                  [](const content::ReadFile& file) { return file.record != nullptr; }));
}

/// The title of the only page.
std::string title(const Loaded& loaded) {
    REQUIRE(loaded.content.pages.size() == 1);
    return loaded.content.pages[0].title;
}

/// What of two documents must be equal for pages and messages to be the same.
template <class List>
bool same(const List& a, const List& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return encoded(x) == encoded(y) && x.source->path() == y.source->path() && x.source->digest() == y.source->digest() &&
               x.source->text() == y.source->text();
    });
}

}  // namespace

TEST_CASE("The example, when it is remembered, is what it was when it was read") {
    Place place;
    place.root = samples::repository();
    const Loaded read = place.load({});
    place.save(place.load({}), true);
    const DocumentCache cache = place.open();
    const Loaded again = place.load(cache);
    CHECK(remembered(again) == read.files.size());
    CHECK(same(again.content.responses, read.content.responses));
    CHECK(same(again.content.pages, read.content.pages));
    for (std::size_t i = 0; i < read.content.responses.size(); ++i)
        CHECK(again.content.responses[i].attachments.size() == read.content.responses[i].attachments.size());
}

TEST_CASE("A file whose stamp had settled is not read again; one whose stamp had not is") {
    const Place place;
    place.page("about", "Old");
    const Loaded old = place.load({});
    // As if the bytes had changed and the stamp had not.
    place.page("about", "New");
    place.save(old, true);
    CHECK(title(place.load(place.open())) == "Old");
    place.save(old, false);
    CHECK(title(place.load(place.open())) == "New");
}

TEST_CASE("A file that changed is read again, and one that was added is read") {
    const Place place;
    place.page("about", "Old");
    place.page("privacy", "Privacy");
    place.save(place.load({}), true);
    place.page("about", "Another title");
    place.page("more", "More");
    const DocumentCache cache = place.open();
    const Loaded loaded = place.load(cache);
    REQUIRE(loaded.content.pages.size() == 3);
    CHECK(loaded.content.pages[0].title == "Another title");
    CHECK(loaded.content.pages[1].title == "More");
    CHECK(remembered(loaded) == 1);
}

TEST_CASE("A file that has another stamp and the same bytes is remembered, with its new stamp") {
    const Place place;
    place.page("about", "About");
    place.save(place.load({}), true);
    REQUIRE(io::copy_to_new_file(place.root + "/content/about.md", place.root + "/copy"));
    REQUIRE(io::replace(place.root + "/copy", place.root + "/content/about.md"));
    const DocumentCache cache = place.open();
    const Loaded loaded = place.load(cache);
    CHECK(remembered(loaded) == 1);
    CHECK(loaded.files.at(0).file.stamp == io::stamp_of(place.root + "/content/about.md"));
    CHECK(cache.is_news(loaded.files));
}

TEST_CASE("What is remembered is written again only when there is news") {
    const Place place;
    place.page("about", "About");
    place.page("privacy", "Privacy");
    place.save(place.load({}), true);
    const DocumentCache cache = place.open();
    const auto known = [&](const char* path) {
        const DocumentCache::Record* record = cache.find(path);
        REQUIRE(record != nullptr);
        return content::ReadFile{record->file, record, {}};
    };
    const content::ReadFile about = known("content/about.md"), privacy = known("content/privacy.md");
    CHECK_FALSE(cache.is_news({about, privacy}));
    CHECK(cache.is_news({about}));
    CHECK(cache.is_news({privacy}));
    CHECK(cache.is_news({}));
    content::ReadFile read = about;
    read.record = nullptr;
    CHECK(cache.is_news({read, privacy}));
    content::ReadFile unsettled = about;
    unsettled.file.settled = false;
    CHECK(cache.is_news({unsettled, privacy}));
    CHECK(cache.is_news({about, privacy, {{"content/x.md", {}, true, {}}, nullptr, {}}}));
}

TEST_CASE("What is remembered is carried over from build to build, and forgotten with its file") {
    const Place place;
    place.page("about", "About");
    place.page("privacy", "Privacy");
    place.save(place.load({}), true);
    for (int build = 0; build < 2; ++build) {
        const DocumentCache cache = place.open();
        Loaded loaded = place.load(cache);
        CHECK(remembered(loaded) == 2);
        place.save(std::move(loaded), true, cache);
    }
    REQUIRE(io::remove_file(place.root + "/content/about.md"));
    const DocumentCache cache = place.open();
    place.save(place.load(cache), true, cache);
    const DocumentCache fewer = place.open();
    CHECK(fewer.find("content/about.md") == nullptr);
    CHECK(fewer.find("content/privacy.md") != nullptr);
    CHECK(paths_below(place.state) == std::vector<std::string>{"documents"});
}

TEST_CASE("Drafts, embargoed responses and the introduction are remembered like the rest") {
    const Place place;
    place.page("index", "Welcome");
    place.folder.write("site/content/about.md", "+++\ntitle = \"About\"\ndraft = true\n+++\n");
    place.folder.write("site/content/inspections/a.md", samples::response_file({"status = \"draft\""}));
    place.folder.write("site/content/inspections/b.md", samples::response_file({"embargo_until = 2030-01-01T00:01:00"}));
    const Loaded read = place.load({});
    place.save(place.load({}), true);
    const DocumentCache cache = place.open();
    const Loaded again = place.load(cache);
    CHECK(remembered(again) == 4);
    REQUIRE(read.content.responses.size() == 2);
    CHECK(same(again.content.responses, read.content.responses));
    CHECK(same(again.content.pages, read.content.pages));
}

TEST_CASE("The messages about a file that is remembered are given again, also when it gave no document") {
    const Place place;
    place.folder.write("site/content/about.md", "no front matter");
    place.folder.write("site/content/inspections/a.md", samples::response_file({"titel = \"x\""}));
    Diagnostics first, second;
    place.save(place.load({}, first), true);
    const DocumentCache cache = place.open();
    const Loaded again = place.load(cache, second);
    CHECK(remembered(again) == 2);
    CHECK(first.all().size() == 2);
    CHECK(samples::shown(second) == samples::shown(first));
    CHECK(again.content.pages.empty());
    CHECK(again.content.responses.size() == 1);
}

TEST_CASE("What another program remembered counts as nothing") {
    const Place place;
    place.page("about", "About");
    place.save(place.load({}), true);
    CHECK(DocumentCache::open(place.state, {1, 3}).find("content/about.md") == nullptr);
    CHECK(place.open().find("content/about.md") != nullptr);
}

TEST_CASE("Without a state folder nothing is remembered, and to remember something fails") {
    const Place place;
    const DocumentCache cache = DocumentCache::open(place.folder.path("absent"), program);
    CHECK(cache.find("content/about.md") == nullptr);
    CHECK_FALSE(cache.is_news({}));
    CHECK_FALSE(content::save_documents(place.folder.path("absent"), program, cache, {}, Site{}));
}
