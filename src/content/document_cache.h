#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "content/document.h"
#include "io/open_files.h"
#include "io/stamp.h"
#include "model/site.h"

namespace vitrine::content {

/// A file of the content folder as a build found it.
struct SeenFile {
    std::string path;   ///< from the site's root
    io::Stamp stamp;
    bool settled = false;  ///< whether an equal stamp means equal bytes
    Digest bytes;

    friend bool operator==(const SeenFile&, const SeenFile&) = default;
};

struct ReadFile;

/// What earlier builds read, so that only files that changed are read again.
///
/// It belongs to one program: what another one wrote counts as nothing, and so does what is damaged.
class DocumentCache {
public:
    /// The cache in a state folder; an empty one when there is none.
    static DocumentCache open(const std::string& state, const Digest& program);

    /// What is known of a file; null when nothing.
    struct Record {
        SeenFile file;
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        Digest digest;  ///< of the record's bytes
    };
    [[nodiscard]] const Record* find(std::string_view path) const;

    /// The document of a record; nothing when its bytes are damaged. Its source holds no text: `read` gives it.
    [[nodiscard]] std::optional<Document> document(const Record& record, const std::function<std::string()>& read) const;

    /// Whether files differ from those that are known.
    [[nodiscard]] bool is_news(const std::vector<ReadFile>& files) const;

    /// The bytes of a record.
    [[nodiscard]] std::string_view bytes(const Record& record) const { return file_->bytes().substr(record.offset, record.size); }

private:
    std::optional<io::MappedFile> file_;
    std::vector<Record> records_;  ///< sorted by path
};

/// A file that was read, or for which the cache's record stands.
struct ReadFile {
    SeenFile file;
    const DocumentCache::Record* record = nullptr;  ///< of the cache; null for one that was read
    std::vector<Diagnostic> diagnostics;            ///< of the file on its own
};

/// Writes what the next build may use, in one step. `files` are sorted by path; `cache` is the one of their records, and
/// `site` holds the documents of the others.
Outcome save_documents(const std::string& state, const Digest& program, const DocumentCache& cache, const std::vector<ReadFile>& files,
                       const Site& site);

}  // namespace vitrine::content
