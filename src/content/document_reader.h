#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "content/bodies.h"
#include "content/document.h"
#include "content/document_cache.h"
#include "io/stamp.h"

namespace vitrine::content {

/// Reads the documents of a site, each on its own: from the cache where nothing changed, else from the file. May be used by
/// several threads at once.
class DocumentReader {
public:
    /// `now` is a moment before the stamps were taken, in nanoseconds since 1970. Without a cache every file is read; without
    /// `bodies` the HTML of a response's body is dropped once it is checked. All must live as long as the reader.
    DocumentReader(const std::string& root, const DocumentCache* cache, Bodies* bodies, std::int64_t now)
        : root_(root), cache_(cache), bodies_(bodies), now_(now) {}

    /// What one file gave, or why it could not be read.
    struct Read {
        Document document;
        ReadFile file;
        std::optional<Failure> failure;
        bool unchanged = false;  ///< the bytes are the known ones, and the document is left out
    };

    /// `path` is relative to `content/`, `stamp` that of the file. Of a response that was parsed, only what lists and pages
    /// need is kept in memory. `known` are the bytes of which the caller has the document already.
    [[nodiscard]] Read read(const std::string& path, const io::Stamp& stamp, const Digest* known = nullptr) const;

private:
    bool remember(const DocumentCache::Record& record, Read& out) const;
    [[nodiscard]] std::function<std::string()> text_of(const std::string& path) const;
    void settle(Document& document) const;

    const std::string& root_;
    const DocumentCache* cache_;
    Bodies* bodies_;
    std::int64_t now_;
};

}  // namespace vitrine::content
