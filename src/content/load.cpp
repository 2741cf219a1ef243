#include "content/load.h"

#include <algorithm>
#include <atomic>
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

/// Gives each attachment to the response that it lies beside. `files` are those of the content folder, `responses` say which
/// of them became which response.
void assign_attachments(const Sorted& sorted, const std::vector<std::size_t>& file_of_response, Content& content, Diagnostics& diagnostics) {
    std::vector<Owner> owners;
    for (const io::FoundFile* file : sorted.markdown)
        if (kind_of_file(file->path) == FileKind::response) owners.push_back({file->path, nullptr});
    for (std::size_t i = 0; i < content.responses.size(); ++i) {
        const std::string& path = sorted.markdown[file_of_response[i]]->path;
        const auto by_path = [](const Owner& owner, const std::string& wanted) { return owner.path < wanted; };
        std::lower_bound(owners.begin(), owners.end(), path, by_path)->response = &content.responses[i];
    }
    content.files = assign_files(sorted.others, owners, diagnostics);
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
    const auto found = io::walk(folder);
    if (!found) return found.failure();
    const Sorted sorted = sort_files(*found, diagnostics);

    markdown::initialise();
    const DocumentReader reader(root, aids.cache, aids.bodies, now);
    std::vector<DocumentReader::Read> read(sorted.markdown.size());
    std::atomic<std::size_t> done = 0;
    parallel_for(read.size(), jobs, [&](std::size_t i) {
        read[i] = reader.read(sorted.markdown[i]->path, sorted.markdown[i]->stamp);
        if (aids.progress) aids.progress(++done, read.size());
    });

    Loaded loaded;
    loaded.files.reserve(read.size());
    loaded.content.responses.reserve(read.size());
    std::vector<std::size_t> file_of_response;
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (read[i].failure) return *read[i].failure;
        diagnostics.merge(std::move(read[i].document.diagnostics));
        loaded.files.push_back(std::move(read[i].file));
        if (auto* page = std::get_if<Page>(&read[i].document.what)) loaded.content.pages.push_back(std::move(*page));
        if (auto* response = std::get_if<Response>(&read[i].document.what)) {
            loaded.content.responses.push_back(std::move(*response));
            file_of_response.push_back(i);
        }
    }
    assign_attachments(sorted, file_of_response, loaded.content, diagnostics);
    return loaded;
}

}  // namespace vitrine::content
