#include "content/document_cache.h"

#include <algorithm>
#include <unordered_map>

#include "base/codec.h"
#include "formats/hash.h"
#include "io/files.h"
#include "io/paths.h"

namespace vitrine::content {

template <class Archive>
void fields(Archive& archive, SeenFile& file) {
    archive(file.path, file.stamp, file.settled, file.bytes);
}

template <class Archive>
void fields(Archive& archive, DocumentCache::Record& record) {
    archive(record.file, record.offset, record.size, record.digest);
}

namespace {

/// The file is: this heading, the records' bytes, the list of records, and a trailer of fixed size.
constexpr std::string_view heading = "vitrine documents 1\n";

struct Trailer {
    Digest program;
    Digest list;               ///< of the list's bytes
    std::uint64_t offset = 0;  ///< of the list
};

template <class Archive>
void fields(Archive& archive, Trailer& trailer) {
    archive(trailer.program, trailer.list, trailer.offset);
}

constexpr std::size_t trailer_size = 5 * sizeof(std::uint64_t);

std::string cache_file(const std::string& state) { return io::join(state, "documents"); }

enum class Kind : std::uint8_t { nothing, response, page };

using Documents = std::unordered_map<std::string_view, std::variant<const Response*, const Page*>>;

Documents documents_of(const Site& site) {
    Documents documents;
    for (const auto* responses : {&site.responses, &site.hidden.responses})
        for (const Response& response : *responses) documents.emplace(response.source->path(), &response);
    for (const auto* pages : {&site.pages, &site.hidden.pages})
        for (const Page& page : *pages) documents.emplace(page.source->path(), &page);
    if (site.introduction) documents.emplace(site.introduction->source->path(), &*site.introduction);
    return documents;
}

std::string encoded(const ReadFile& file, const Documents& documents) {
    Encoder encoder;
    encoder(file.diagnostics);
    const auto found = documents.find(file.file.path);
    if (found == documents.end())
        encoder(Kind::nothing);
    else if (const auto* response = std::get_if<const Response*>(&found->second))
        encoder(Kind::response, **response);
    else
        encoder(Kind::page, *std::get<const Page*>(found->second));
    return encoder.take();
}

}  // namespace

DocumentCache DocumentCache::open(const std::string& state, const Digest& program) {
    DocumentCache cache;
    auto file = io::MappedFile::open(cache_file(state));
    if (!file || !file->bytes().starts_with(heading) || file->bytes().size() < heading.size() + trailer_size) return cache;
    const std::string_view bytes = file->bytes();
    Trailer trailer;
    Decoder(bytes.substr(bytes.size() - trailer_size))(trailer);
    const std::size_t end = bytes.size() - trailer_size;
    if (trailer.program != program || trailer.offset > end) return cache;
    const std::string_view list = bytes.substr(trailer.offset, end - trailer.offset);
    if (hash::digest_of(list) != trailer.list) return cache;
    Decoder decoder(list);
    decoder(cache.records_);
    if (!decoder.good()) cache.records_.clear();
    cache.file_.emplace(std::move(*file));
    return cache;
}

const DocumentCache::Record* DocumentCache::find(std::string_view path) const {
    const auto found = std::lower_bound(records_.begin(), records_.end(), path, [](const Record& r, std::string_view wanted) { return r.file.path < wanted; });
    return found != records_.end() && found->file.path == path ? &*found : nullptr;
}

std::optional<Document> DocumentCache::document(const Record& record, const std::function<std::string()>& read) const {
    if (record.offset > file_->bytes().size() || record.size > file_->bytes().size() - record.offset) return std::nullopt;
    if (hash::digest_of(bytes(record)) != record.digest) return std::nullopt;
    Decoder decoder(bytes(record));
    Document document;
    std::vector<Diagnostic> diagnostics;
    Kind kind = Kind::nothing;
    decoder(diagnostics, kind);
    for (Diagnostic& diagnostic : diagnostics) document.diagnostics.add(std::move(diagnostic));
    const auto source = std::make_shared<SourceText>(record.file.path, record.file.bytes, read);
    if (kind == Kind::response) {
        auto& response = document.what.emplace<Response>();
        decoder(response);
        response.source = source;
    } else if (kind == Kind::page) {
        auto& page = document.what.emplace<Page>();
        decoder(page);
        page.source = source;
    }
    return decoder.good() ? std::optional(std::move(document)) : std::nullopt;
}

bool DocumentCache::is_news(const std::vector<ReadFile>& files) const {
    const auto known = [](const ReadFile& file, const Record& record) { return file.record == &record && file.file == record.file; };
    return !std::equal(files.begin(), files.end(), records_.begin(), records_.end(), known);
}

Outcome save_documents(const std::string& state, const Digest& program, const DocumentCache& cache, const std::vector<ReadFile>& files,
                       const Site& site) {
    const std::string fresh = cache_file(state) + ".new";
    auto out = io::NewFile::create(fresh);
    if (!out) return out.failure();
    const Documents documents = documents_of(site);
    std::vector<DocumentCache::Record> records;
    records.reserve(files.size());
    std::uint64_t offset = heading.size();
    if (Outcome written = out->append(heading); !written) return written;
    for (const ReadFile& file : files) {
        const std::string made = file.record == nullptr ? encoded(file, documents) : std::string();
        const std::string_view bytes = file.record == nullptr ? std::string_view(made) : cache.bytes(*file.record);
        if (Outcome written = out->append(bytes); !written) return written;
        records.push_back({file.file, offset, bytes.size(), file.record == nullptr ? hash::digest_of(bytes) : file.record->digest});
        offset += bytes.size();
    }
    Encoder list, trailer;
    list(records);
    trailer(Trailer{program, hash::digest_of(list.bytes()), offset});
    if (Outcome written = out->append(list.bytes()); !written) return written;
    if (Outcome written = out->append(trailer.bytes()); !written) return written;
    if (Outcome closed = out->close(); !closed) return closed;
    return io::replace(fresh, cache_file(state));
}

}  // namespace vitrine::content
