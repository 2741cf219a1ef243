// What is remembered of documents, when its file is damaged.

#include <catch2/catch.hpp>

#include "base/codec.h"
#include "content/load.h"
#include "io/files.h"
#include "io/folders.h"
#include "support/parsed_response.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using content::DocumentCache;

namespace {

const Digest program = {1, 2};

template <class T>
std::string encoded(const T& document) {
    Encoder encoder;
    encoder(document);
    return encoder.take();
}

std::string encoded(const content::Document& document) {
    if (const auto* response = std::get_if<Response>(&document.what)) return encoded(*response);
    if (const auto* page = std::get_if<Page>(&document.what)) return encoded(*page);
    return "";
}

/// A response and a page that are remembered.
struct Remembered {
    TemporaryFolder folder;
    std::vector<std::string> paths = {"content/about.md", "content/inspections/a.md"};
    std::vector<std::string> documents;
    std::string file;  ///< its bytes

    Remembered() {
        folder.write(paths[0], "+++\ntitle = \"About\"\n+++\nThe text.\n");
        folder.write(paths[1], samples::response_file({}));
        Diagnostics diagnostics;
        auto loaded = content::load_content(folder.path(), 1, {}, diagnostics);
        REQUIRE(loaded);
        const Site site = assemble_site(samples::config(), std::move(loaded->content), samples::moment("2026-06-30"), diagnostics);
        REQUIRE(io::make_folders(folder.path("state")));
        REQUIRE(content::save_documents(folder.path("state"), program, {}, loaded->files, site));
        file = *io::read_file(folder.path("state/documents"));
        for (const std::string& path : paths)
            documents.push_back(document(DocumentCache::open(folder.path("state"), program), path));
    }

    /// What a cache says a file gave; empty when it says nothing.
    static std::string document(const DocumentCache& cache, const std::string& path) {
        const DocumentCache::Record* record = cache.find(path);
        const auto found = record == nullptr ? std::nullopt : cache.document(*record, [] { return std::string(); });
        return found ? encoded(*found) : "";
    }

    /// How many of the documents come out of other bytes of the file; each that does must be what it was.
    [[nodiscard]] std::size_t intact_in(std::string_view bytes) const {
        // Not over the old file: some file systems wait for the disk then.
        REQUIRE(io::write_new_file(folder.path("state/documents"), bytes));
        const DocumentCache cache = DocumentCache::open(folder.path("state"), program);
        std::size_t intact = 0;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const std::string found = document(cache, paths[i]);
            if (found.empty()) continue;
            if (found != documents[i]) FAIL_CHECK("another document");
            ++intact;
        }
        return intact;
    }
};

}  // namespace

TEST_CASE("Of remembered documents whose file was cut short nothing is used, wherever it ends") {
    const Remembered remembered;
    REQUIRE(remembered.intact_in(remembered.file) == 2);
    for (std::size_t size = 0; size < remembered.file.size(); ++size) {
        CAPTURE(size);
        if (remembered.intact_in(std::string_view(remembered.file).substr(0, size)) != 0) FAIL_CHECK("a document was found");
    }
}

TEST_CASE("A remembered document with a damaged byte is not used, and no damage makes another document") {
    const Remembered remembered;
    std::size_t others_used = 0;
    for (std::size_t at = 0; at < remembered.file.size(); ++at) {
        CAPTURE(at);
        std::string damaged = remembered.file;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
        const std::size_t intact = remembered.intact_in(damaged);
        if (intact == 2) FAIL_CHECK("the damage was not seen");
        others_used += intact;
    }
    // What is damaged in one document says nothing of the others.
    CHECK(others_used > remembered.documents[0].size());
}

TEST_CASE("Bytes behind remembered documents, or another file in their place, are not taken for them") {
    const Remembered remembered;
    CHECK(remembered.intact_in(remembered.file + "x") == 0);
    CHECK(remembered.intact_in(remembered.file + remembered.file.substr(remembered.file.size() - 40)) == 0);
    CHECK(remembered.intact_in("vitrine documents 2" + remembered.file.substr(19)) == 0);
    CHECK(remembered.intact_in(std::string(5000, '\0')) == 0);
    CHECK(remembered.intact_in(std::string(5000, '\xFF')) == 0);
}

TEST_CASE("A site whose remembered documents are damaged is read again") {
    const Remembered remembered;
    std::string damaged = remembered.file;
    damaged[30] = static_cast<char>(damaged[30] ^ 1);
    CHECK(remembered.intact_in(damaged) == 1);
    const DocumentCache cache = DocumentCache::open(remembered.folder.path("state"), program);
    Diagnostics diagnostics;
    const auto loaded =
        content::load_content(remembered.folder.path(), 1, {.cache = &cache, .bodies = nullptr, .progress = {}}, diagnostics);
    REQUIRE(loaded);
    REQUIRE(loaded->content.pages.size() == 1);
    REQUIRE(loaded->content.responses.size() == 1);
    CHECK(encoded(loaded->content.pages[0]) == remembered.documents[0]);
    CHECK(encoded(loaded->content.responses[0]) == remembered.documents[1]);
    CHECK(loaded->files.at(0).record == nullptr);
    CHECK(loaded->files.at(1).record != nullptr);
}
