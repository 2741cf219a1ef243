#include "content/load.h"

#include <algorithm>
#include <variant>

#include "base/parallel.h"
#include "base/text.h"
#include "content/config.h"
#include "content/layout.h"
#include "content/page.h"
#include "content/response.h"
#include "formats/hash.h"
#include "formats/markdown.h"
#include "formats/unicode.h"
#include "io/clock.h"
#include "io/files.h"

namespace vitrine::content {
namespace {

bool has_plain_name(std::string_view page_path) {
    for (const std::string_view part : split(page_path, '/'))
        if (slugified(part) != part) return false;
    return true;
}

/// Checks what every parser relies on, and gives the text when it is so.
std::optional<Source> checked_text(const std::string& path, std::string bytes, const Digest& digest, Diagnostics& diagnostics) {
    constexpr std::size_t largest = 1024 * 1024;
    if (bytes.size() > largest) {
        diagnostics.add({Code::file_too_large, whole_file(path), "the file is larger than 1 MB", "a text of that size is no page: attach it as a file", {}});
        return std::nullopt;
    }
    const auto invalid = first_invalid_utf8(bytes);
    // Cut before the fault, so that the excerpt which names it is itself valid.
    const Source source = std::make_shared<SourceText>(path, invalid ? bytes.substr(0, *invalid) : std::move(bytes), digest);
    const auto size = static_cast<std::uint32_t>(source->text().size());
    if (invalid) {
        diagnostics.add(Code::file_not_utf8, *source, {size, size}, "the file is not UTF-8 from here on", "save it again with the encoding UTF-8");
        return std::nullopt;
    }
    if (const auto control = first_control_character(source->text())) {
        const auto at = static_cast<std::uint32_t>(*control);
        diagnostics.add(Code::file_control_character, *source, {at, at + 1}, "a control character, which no reader can see", "delete it");
        return std::nullopt;
    }
    return source;
}

/// `path` is relative to `content/`.
Document parse_document(const Source& source, const std::string& path) {
    Document document;
    if (kind_of_file(path) == FileKind::response) {
        if (auto response = parse_response(source, default_id(path), document.diagnostics)) document.what = std::move(*response);
        return document;
    }
    const std::string folder = page_path(path);
    if (!folder.empty() && !has_plain_name(folder))
        document.diagnostics.add({Code::file_name, whole_file(source->path()), "a page’s address is its file’s name, and this one makes no good address",
                                  "use lower-case letters, digits and hyphens: " + quoted(slugified(folder.substr(folder.rfind('/') + 1)) + ".md"), {}});
    if (auto page = parse_page(source, folder, document.diagnostics)) document.what = std::move(*page);
    return document;
}

/// Reads the documents of a site, each on its own.
class DocumentReader {
public:
    DocumentReader(const std::string& root, const LoadAids& aids, std::int64_t now) : root_(root), aids_(aids), now_(now) {}

    /// What one file gave, or why it could not be read.
    struct Read {
        Document document;
        ReadFile file;
        std::optional<Failure> failure;
    };

    /// `path` is relative to `content/`.
    [[nodiscard]] Read read(const std::string& path, const io::Stamp& stamp) const {
        Read out;
        SeenFile& seen = out.file.file;
        seen = {"content/" + path, stamp, io::is_settled(stamp, now_), {}};
        const auto* record = aids_.cache == nullptr ? nullptr : aids_.cache->find(seen.path);
        if (record != nullptr && record->file.settled && record->file.stamp == stamp && remember(*record, out)) return out;
        auto bytes = io::read_file(io::join(root_, seen.path));
        if (!bytes) {
            out.failure = bytes.failure();
            return out;
        }
        seen.bytes = hash::digest_of(*bytes);
        if (record != nullptr && record->file.bytes == seen.bytes && remember(*record, out)) return out;
        if (const auto source = checked_text(seen.path, std::move(*bytes), seen.bytes, out.document.diagnostics)) {
            out.document = parse_document(*source, path);
            settle(out.document);
        }
        out.file.diagnostics = out.document.diagnostics.all();
        return out;
    }

private:
    bool remember(const DocumentCache::Record& record, Read& out) const {
        auto document = aids_.cache->document(record, text_of(record.file.path));
        if (!document) return false;
        out.document = std::move(*document);
        out.file.record = &record;
        out.file.file.bytes = record.file.bytes;
        return true;
    }

    [[nodiscard]] std::function<std::string()> text_of(const std::string& path) const {
        return [file = io::join(root_, path)] {
            auto bytes = io::read_file(file);
            return bytes ? std::move(*bytes) : std::string();
        };
    }

    /// Lets go of what only parsing needed.
    void settle(Document& document) const {
        const auto forget_text = [&](Source& source) {
            source = std::make_shared<SourceText>(source->path(), source->digest(), text_of(source->path()));
        };
        if (auto* page = std::get_if<Page>(&document.what)) forget_text(page->source);
        auto* response = std::get_if<Response>(&document.what);
        if (response == nullptr) return;
        forget_text(response->source);
        shorten(response->body);
        for (Recommendation& item : response->recommendations) drop_repeated_words(item);
        if (aids_.bodies != nullptr)
            aids_.bodies->keep(*response);
        else
            std::string().swap(response->body.html);
        compact(*response);
    }

    /// Copies a response into memory of just its size. Parsing leaves room for more everywhere: of 10,000 responses, 90 MB.
    static void compact(Response& response) {
        Encoder encoder;
        encoder(response);
        Response copy;
        Decoder decoder(encoder.bytes());
        decoder(copy);
        copy.source = std::move(response.source);
        copy.body.html = std::move(response.body.html);
        response = std::move(copy);
    }

    /// Of the words of a body only excerpts are shown.
    static void shorten(Prose& body) {
        constexpr std::size_t longest_excerpt = 256;  // code points
        const std::size_t heading = body.headings.empty() ? 0 : body.headings.front().text.size();
        if (heading >= body.plain_text.size()) return;
        const std::string_view rest = std::string_view(body.plain_text).substr(heading);
        body.plain_text.resize(heading + bytes_of_code_points(rest, longest_excerpt));
        body.plain_text.shrink_to_fit();
    }

    /// Lists show the words of what is recommended, and no others.
    static void drop_repeated_words(Recommendation& item) {
        const auto drop = [](Prose& text) { std::string().swap(text.plain_text); };
        if (item.text.plain_text == item.text.html) drop(item.text);
        if (item.force_action) drop(*item.force_action);
        if (item.pcc_explanation) drop(*item.pcc_explanation);
        for (Update& update : item.updates) drop(update.text);
    }

    const std::string& root_;
    const LoadAids& aids_;
    std::int64_t now_;
};

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

}  // namespace

Result<std::optional<Source>> load_source(const std::string& file, const std::string& path, Diagnostics& diagnostics) {
    auto bytes = io::read_file(file);
    if (!bytes) return bytes.failure();
    const Digest digest = hash::digest_of(*bytes);
    return checked_text(path, std::move(*bytes), digest, diagnostics);
}

Result<std::optional<SiteConfig>> load_config(const std::string& root, Diagnostics& diagnostics) {
    const auto source = load_source(io::join(root, "site.toml"), "site.toml", diagnostics);
    if (!source) return source.failure();
    if (!*source) return std::optional<SiteConfig>{};
    return parse_config(**source, diagnostics);
}

namespace {

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

Result<Loaded> load_content(const std::string& root, std::size_t jobs, const LoadAids& aids, Diagnostics& diagnostics) {
    const std::string folder = io::join(root, "content");
    const std::int64_t now = io::now_in_nanoseconds();
    const auto found = io::walk(folder);
    if (!found) return found.failure();
    const Sorted sorted = sort_files(*found, diagnostics);

    markdown::initialise();
    const DocumentReader reader(root, aids, now);
    std::vector<DocumentReader::Read> read(sorted.markdown.size());
    parallel_for(read.size(), jobs, [&](std::size_t i) { read[i] = reader.read(sorted.markdown[i]->path, sorted.markdown[i]->stamp); });

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
