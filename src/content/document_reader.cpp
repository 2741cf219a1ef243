#include "content/document_reader.h"

#include <memory>
#include <utility>

#include "base/codec.h"
#include "base/text.h"
#include "content/layout.h"
#include "content/page.h"
#include "content/response.h"
#include "content/source.h"
#include "formats/hash.h"
#include "formats/unicode.h"
#include "io/files.h"
#include "io/paths.h"

namespace vitrine::content {
namespace {

bool has_plain_name(std::string_view page_path) {
    for (const std::string_view part : split(page_path, '/'))
        if (slugified(part) != part) return false;
    return true;
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

/// Copies a response into memory of just its size. Parsing leaves room for more everywhere: of 10,000 responses, 90 MB.
void compact(Response& response) {
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
void shorten(Prose& body) {
    constexpr std::size_t longest_excerpt = 256;  // code points
    const std::size_t heading = body.headings.empty() ? 0 : body.headings.front().text.size();
    if (heading >= body.plain_text.size()) return;
    const std::string_view rest = std::string_view(body.plain_text).substr(heading);
    body.plain_text.resize(heading + bytes_of_code_points(rest, longest_excerpt));
    body.plain_text.shrink_to_fit();
}

/// The words of histories are shown as HTML alone, those of other texts in lists and in open data too.
void drop_repeated_words(Response& response) {
    const auto once = [](std::optional<Prose>& text) {
        if (text) text->keep_words_once();
    };
    once(response.withdrawn_reason);
    for (Recommendation& item : response.recommendations) {
        item.text.keep_words_once();
        once(item.force_action);
        once(item.pcc_explanation);
        for (Update& update : item.updates) std::string().swap(update.text.plain_text);
    }
}

}  // namespace

DocumentReader::Read DocumentReader::read(const std::string& path, const io::Stamp& stamp, const Digest* known) const {
    Read out;
    SeenFile& seen = out.file.file;
    seen = {"content/" + path, stamp, io::is_settled(stamp, now_), {}};
    const auto* record = cache_ == nullptr ? nullptr : cache_->find(seen.path);
    if (record != nullptr && record->file.settled && record->file.stamp == stamp && remember(*record, out)) return out;
    auto bytes = io::read_file(io::join(root_, seen.path));
    if (!bytes) {
        out.failure = bytes.failure();
        return out;
    }
    seen.bytes = hash::digest_of(*bytes);
    if (known != nullptr && *known == seen.bytes) {
        out.unchanged = true;
        return out;
    }
    if (record != nullptr && record->file.bytes == seen.bytes && remember(*record, out)) return out;
    if (const auto source = checked_text(seen.path, std::move(*bytes), seen.bytes, out.document.diagnostics)) {
        out.document = parse_document(*source, path);
        settle(out.document);
    }
    out.file.diagnostics = out.document.diagnostics.all();
    return out;
}

bool DocumentReader::remember(const DocumentCache::Record& record, Read& out) const {
    auto document = cache_->document(record, text_of(record.file.path));
    if (!document) return false;
    out.document = std::move(*document);
    out.file.record = &record;
    out.file.file.bytes = record.file.bytes;
    return true;
}

std::function<std::string()> DocumentReader::text_of(const std::string& path) const {
    return [file = io::join(root_, path)] {
        auto bytes = io::read_file(file);
        return bytes ? std::move(*bytes) : std::string();
    };
}

/// Lets go of what only parsing needed.
void DocumentReader::settle(Document& document) const {
    const auto forget_text = [&](Source& source) {
        source = std::make_shared<SourceText>(source->path(), source->digest(), text_of(source->path()));
    };
    if (auto* page = std::get_if<Page>(&document.what)) forget_text(page->source);
    auto* response = std::get_if<Response>(&document.what);
    if (response == nullptr) return;
    forget_text(response->source);
    shorten(response->body);
    drop_repeated_words(*response);
    if (bodies_ != nullptr)
        bodies_->keep(*response);
    else
        std::string().swap(response->body.html);
    compact(*response);
}

}  // namespace vitrine::content
