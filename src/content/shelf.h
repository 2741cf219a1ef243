#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/document_cache.h"
#include "io/walk.h"
#include "model/site.h"

namespace vitrine::content {

/// The documents of a content folder that is read again and again, kept in memory: only what changed is parsed again.
class Shelf {
public:
    /// One document, or what stands against it. Immutable, so that it serves many loads.
    struct Book {
        SeenFile file;
        std::vector<Diagnostic> diagnostics;  ///< of the file on its own
        Responses::Shared response;           ///< null when it is none
        std::shared_ptr<const Page> page;     ///< null when it is none
    };
    using Shared = std::shared_ptr<const Book>;

    /// Says that only those files (relative to `content/`) may have changed since the last load; without it, the next load looks at
    /// the stamps of all.
    void expect(std::vector<std::string> changed) { changed_ = std::move(changed); }

    /// The files of the folder as they are now. What was expected is forgotten.
    Result<std::vector<io::FoundFile>> look(const std::string& folder);

    /// What the last load made of a file (`content/…`); null when nothing.
    [[nodiscard]] Shared find(std::string_view path) const;

    /// Whether the last load met a file (relative to `content/`), be it a document or another one.
    [[nodiscard]] bool has_met(std::string_view path) const;

    /// Puts a newer document of a file in the place of the one that the last load made.
    void replace(Shared book);

    /// Takes what a load made, sorted by path.
    void take(std::vector<Shared> books) { books_ = std::move(books); }

private:
    std::optional<std::vector<io::FoundFile>> found_;
    std::optional<std::vector<std::string>> changed_;
    std::vector<Shared> books_;
};

}  // namespace vitrine::content
