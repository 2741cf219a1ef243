#include "content/load.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <variant>

#include "base/parallel.h"
#include "base/text.h"
#include "content/config.h"
#include "content/document_reader.h"
#include "content/layout.h"
#include "content/snapshots.h"
#include "content/source.h"
#include "formats/markdown.h"
#include "io/clock.h"
#include "io/files.h"
#include "io/paths.h"
#include "io/walk.h"

namespace vitrine::content {
namespace {

/// The Markdown files to read, and the other files as attachments that belong to nobody yet.
struct Sorted {
    std::vector<const io::FoundFile*> markdown;
    std::vector<Attachment> others;
};

Sorted sort_files(const std::vector<io::FoundFile>& found, Diagnostics& diagnostics) {
    Sorted sorted;
    for (const io::FoundFile& file : found) {
        const std::string shown = "content/" + file.path;
        const FileKind kind = kind_of_file(file.path);
        if (first_invalid_utf8(file.path) || file.path.find_first_of("\\\n\t") != std::string::npos) {
            diagnostics.add({Code::file_name, whole_file(shown), "the file’s name has characters that no address can have", "rename it", {}});
        } else if (kind == FileKind::welsh) {
            diagnostics.add({Code::content_language, whole_file(shown), "Welsh pages are not built yet, so this file is left out", "", {}});
        } else if (kind == FileKind::other) {
            sorted.others.push_back({shown, {}, file.stamp.size});
        } else {
            sorted.markdown.push_back(&file);
        }
    }
    return sorted;
}

/// What a file gave: a document that was read now, or one that is known from the load before.
struct Given {
    DocumentReader::Read read;
    Shelf::Shared known;                  ///< the document of the load before, if it still holds
    std::shared_ptr<Response> response;   ///< read now
    std::vector<Attachment> attachments;  ///< of the response

    [[nodiscard]] bool is_response() const { return response != nullptr || (known != nullptr && known->response != nullptr); }
};

Given read_one(const DocumentReader& reader, const io::FoundFile& file, const Shelf* shelf) {
    Given given;
    if (shelf != nullptr) given.known = shelf->find("content/" + file.path);
    if (given.known != nullptr && given.known->file.settled && given.known->file.stamp == file.stamp) return given;
    given.read = reader.read(file.path, file.stamp, given.known == nullptr ? nullptr : &given.known->file.bytes);
    if (!given.read.unchanged) {
        given.known = nullptr;
        if (auto* response = std::get_if<Response>(&given.read.document.what)) given.response = std::make_shared<Response>(std::move(*response));
    } else {
        auto again = std::make_shared<Shelf::Book>(*given.known);
        again->file = given.read.file.file;
        given.known = std::move(again);
    }
    return given;
}

/// Gives each attachment to the response that it lies beside, and returns those that belong to none.
std::vector<Attachment> assign_attachments(const Sorted& sorted, std::vector<Given>& given, Diagnostics& diagnostics) {
    std::vector<Owner> owners;
    for (std::size_t i = 0; i < given.size(); ++i)
        if (kind_of_file(sorted.markdown[i]->path) == FileKind::response)
            owners.push_back({sorted.markdown[i]->path, given[i].is_response() ? &given[i].attachments : nullptr});
    return assign_files(sorted.others, owners, diagnostics);
}

/// The response with its attachments: the one that is known, unless others lie beside it now.
Responses::Shared response_of(Given& given) {
    if (!given.is_response()) return nullptr;
    if (given.response == nullptr && given.known->response->attachments == given.attachments) return given.known->response;
    auto response = given.response == nullptr ? std::make_shared<Response>(*given.known->response) : std::move(given.response);
    response->attachments = std::move(given.attachments);
    return response;
}

/// What to know of a file at the next load.
Shelf::Shared book_of(Given& given, const Responses::Shared& response) {
    if (given.known != nullptr && given.known->response == response) return given.known;
    if (given.known != nullptr) return std::make_shared<Shelf::Book>(Shelf::Book{given.known->file, given.known->diagnostics, response, given.known->page});
    Shelf::Book book{given.read.file.file, given.read.file.diagnostics, response, nullptr};
    if (const auto* page = std::get_if<Page>(&given.read.document.what)) book.page = std::make_shared<Page>(*page);
    return std::make_shared<Shelf::Book>(std::move(book));
}

/// Puts the documents together, in the order of their files.
void gather(std::vector<Given>& given, Shelf* shelf, Loaded& loaded, Diagnostics& diagnostics) {
    std::vector<Shelf::Shared> books;
    books.reserve(given.size());
    for (Given& one : given) {
        const Responses::Shared response = response_of(one);
        if (response != nullptr) loaded.content.responses.push_back(response);
        if (shelf == nullptr) {
            loaded.files.push_back(std::move(one.read.file));
            diagnostics.merge(std::move(one.read.document.diagnostics));
            if (auto* page = std::get_if<Page>(&one.read.document.what)) loaded.content.pages.push_back(std::move(*page));
            continue;
        }
        books.push_back(book_of(one, response));
        for (const Diagnostic& diagnostic : books.back()->diagnostics) diagnostics.add(diagnostic);
        if (books.back()->page != nullptr) loaded.content.pages.push_back(*books.back()->page);
    }
    if (shelf != nullptr) shelf->take(std::move(books));
}

}  // namespace

Result<std::optional<SiteConfig>> load_config(const std::string& root, Diagnostics& diagnostics) {
    const auto source = load_source(io::join(root, "site.toml"), "site.toml", diagnostics);
    if (!source) return source.failure();
    if (!*source) return std::optional<SiteConfig>{};
    auto config = parse_config(**source, diagnostics);
    if (!config) return config;
    const std::string snapshots = io::join(root, snapshots_file);
    const auto taken = io::has_file(snapshots);
    if (!taken) return taken.failure();
    if (!*taken) return config;
    const auto text = load_source(snapshots, std::string(snapshots_file), diagnostics);
    if (!text) return text.failure();
    if (*text) config->snapshots = parse_snapshots(**text, diagnostics);
    return config;
}

Result<Loaded> load_content(const std::string& root, std::size_t jobs, const LoadAids& aids, Diagnostics& diagnostics) {
    const std::string folder = io::join(root, "content");
    const std::int64_t now = io::now_in_nanoseconds();
    const auto found = aids.shelf == nullptr ? io::walk(folder) : aids.shelf->look(folder);
    if (!found) return found.failure();
    const Sorted sorted = sort_files(*found, diagnostics);

    markdown::initialise();
    const DocumentReader reader(root, aids.cache, aids.bodies, now);
    std::vector<Given> given(sorted.markdown.size());
    std::atomic<std::size_t> done = 0;
    parallel_for(given.size(), jobs, [&](std::size_t i) {
        given[i] = read_one(reader, *sorted.markdown[i], aids.shelf);
        if (aids.progress) aids.progress(++done, given.size());
    });
    for (const Given& one : given)
        if (one.read.failure) return *one.read.failure;

    Loaded loaded;
    loaded.files.reserve(given.size());
    loaded.content.responses.reserve(given.size());
    loaded.content.files = assign_attachments(sorted, given, diagnostics);
    gather(given, aids.shelf, loaded, diagnostics);
    return loaded;
}

}  // namespace vitrine::content
