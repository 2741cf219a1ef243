#include "content/load.h"

#include <algorithm>
#include <variant>

#include "base/parallel.h"
#include "base/text.h"
#include "content/config.h"
#include "content/layout.h"
#include "content/page.h"
#include "content/response.h"
#include "formats/markdown.h"
#include "formats/unicode.h"
#include "io/files.h"

namespace vitrine::content {
namespace {

/// What one file gave: a response, a page, nothing (its faults are reported), or why it could not be read.
struct Loaded {
    std::variant<std::monostate, Response, Page, Failure> what;
    Diagnostics diagnostics;
};

bool has_plain_name(std::string_view page_path) {
    for (const std::string_view part : split(page_path, '/'))
        if (slugified(part) != part) return false;
    return true;
}

Loaded load_file(const std::string& root, const std::string& path) {
    Loaded loaded;
    const std::string shown = "content/" + path;
    const auto source = load_source(io::join(root, shown), shown, loaded.diagnostics);
    if (!source) {
        loaded.what = source.failure();
        return loaded;
    }
    if (!*source) return loaded;
    if (kind_of_file(path) == FileKind::response) {
        if (auto response = parse_response(**source, default_id(path), loaded.diagnostics)) loaded.what = std::move(*response);
        return loaded;
    }
    const std::string folder = page_path(path);
    if (!folder.empty() && !has_plain_name(folder))
        loaded.diagnostics.add({Code::file_name, whole_file(shown), "a page’s address is its file’s name, and this one makes no good address",
                                "use lower-case letters, digits and hyphens: " + quoted(slugified(folder.substr(folder.rfind('/') + 1)) + ".md"), {}});
    if (auto page = parse_page(**source, folder, loaded.diagnostics)) loaded.what = std::move(*page);
    return loaded;
}

/// The Markdown files to read, and the other files as attachments that belong to nobody yet.
struct Sorted {
    std::vector<std::string> markdown;
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
            sorted.others.push_back({shown, {}, file.size});
        } else {
            sorted.markdown.push_back(file.path);
        }
    }
    return sorted;
}

}  // namespace

Result<std::optional<Source>> load_source(const std::string& file, const std::string& path, Diagnostics& diagnostics) {
    constexpr std::size_t largest = 1024 * 1024;
    auto bytes = io::read_file(file);
    if (!bytes) return bytes.failure();
    if (bytes->size() > largest) {
        diagnostics.add({Code::file_too_large, whole_file(path), "the file is larger than 1 MB", "a text of that size is no page: attach it as a file", {}});
        return std::optional<Source>{};
    }
    const auto invalid = first_invalid_utf8(*bytes);
    // Cut before the fault, so that the excerpt which names it is itself valid.
    const Source source = std::make_shared<SourceText>(path, invalid ? bytes->substr(0, *invalid) : std::move(*bytes));
    const auto size = static_cast<std::uint32_t>(source->text().size());
    if (invalid) {
        diagnostics.add(Code::file_not_utf8, *source, {size, size}, "the file is not UTF-8 from here on", "save it again with the encoding UTF-8");
        return std::optional<Source>{};
    }
    for (std::uint32_t at = 0; at < size; ++at) {
        const auto byte = static_cast<unsigned char>(source->text()[at]);
        if ((byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t') continue;
        diagnostics.add(Code::file_control_character, *source, {at, at + 1}, "a control character, which no reader can see", "delete it");
        return std::optional<Source>{};
    }
    return std::optional(source);
}

Result<std::optional<SiteConfig>> load_config(const std::string& root, Diagnostics& diagnostics) {
    const auto source = load_source(io::join(root, "site.toml"), "site.toml", diagnostics);
    if (!source) return source.failure();
    if (!*source) return std::optional<SiteConfig>{};
    return parse_config(**source, diagnostics);
}

Result<Content> load_content(const std::string& root, std::size_t jobs, Diagnostics& diagnostics) {
    const std::string folder = io::join(root, "content");
    if (!io::is_folder(folder)) return Content{};
    const auto found = io::walk(folder);
    if (!found) return found.failure();
    const Sorted sorted = sort_files(*found, diagnostics);

    markdown::initialise();
    std::vector<Loaded> loaded(sorted.markdown.size());
    parallel_for(loaded.size(), jobs, [&](std::size_t i) { loaded[i] = load_file(root, sorted.markdown[i]); });

    Content content;
    std::vector<std::size_t> file_of_response;
    for (std::size_t i = 0; i < loaded.size(); ++i) {
        if (const auto* failure = std::get_if<Failure>(&loaded[i].what)) return *failure;
        diagnostics.merge(std::move(loaded[i].diagnostics));
        if (auto* page = std::get_if<Page>(&loaded[i].what)) content.pages.push_back(std::move(*page));
        if (auto* response = std::get_if<Response>(&loaded[i].what)) {
            content.responses.push_back(std::move(*response));
            file_of_response.push_back(i);
        }
    }
    std::vector<Owner> owners;
    for (const std::string& path : sorted.markdown)
        if (kind_of_file(path) == FileKind::response) owners.push_back({path, nullptr});
    for (std::size_t i = 0; i < content.responses.size(); ++i) {
        const std::string& path = sorted.markdown[file_of_response[i]];
        const auto by_path = [](const Owner& owner, const std::string& wanted) { return owner.path < wanted; };
        std::lower_bound(owners.begin(), owners.end(), path, by_path)->response = &content.responses[i];
    }
    content.files = assign_files(sorted.others, owners, diagnostics);
    return content;
}

}  // namespace vitrine::content
