#include "content/revision.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "content/document.h"
#include "content/document_reader.h"
#include "formats/markdown.h"
#include "io/clock.h"
#include "io/paths.h"

namespace vitrine::content {
namespace {

/// The facts of a response as bytes: all its fields but texts and places in the source. It asks the fields for the same members as
/// the cache of documents, so that a new one cannot be forgotten.
class Facts {
public:
    template <class... Ts>
    void operator()(Ts&... values) {
        (put(values), ...);
    }
    [[nodiscard]] const std::string& bytes() const { return encoder_.bytes(); }

private:
    template <Plain T>
    void put(T& value) {
        encoder_(value);
    }
    void put(std::string& text) { encoder_(text); }
    void put(Date& date) { encoder_(date); }
    template <class Rep, class Period>
    void put(std::chrono::duration<Rep, Period>& duration) {
        encoder_(duration);
    }
    void put(Span&) {}
    void put(Prose&) {}
    template <class T>
    void put(std::vector<T>& values) {
        encoder_(values.size());
        for (T& value : values) put(value);
    }
    template <class T>
    void put(std::optional<T>& value) {
        encoder_(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    requires(!Plain<T>) void put(T& value) { fields(*this, value); }

    Encoder encoder_;
};

/// The words of a body are no facts, nor is what is told of them.
void outline(Facts&, Prose&) {}

std::string facts_of(const Response& response) {
    Facts facts;
    // `fields` takes what it names by reference for the sake of a decoder.
    fields(facts, const_cast<Response&>(response));
    return facts.bytes();
}

bool same_headings(const Prose& a, const Prose& b) {
    return std::equal(a.headings.begin(), a.headings.end(), b.headings.begin(), b.headings.end(),
                      [](const Heading& x, const Heading& y) { return x.id == y.id; });
}

/// The document of a file as it is now; null when it is no revision of the one that is known.
Shelf::Shared read_again(const DocumentReader& reader, const std::string& root, const std::string& path, const Shelf::Book& known) {
    const auto stamp = io::stamp_of(io::join(root, known.file.path));
    if (!stamp) return nullptr;
    auto read = reader.read(path, *stamp, &known.file.bytes);
    if (read.failure) return nullptr;
    auto book = std::make_shared<Shelf::Book>(Shelf::Book{read.file.file, read.file.diagnostics, known.response, nullptr});
    if (read.unchanged) {
        book->diagnostics = known.diagnostics;
        return book;
    }
    auto* response = std::get_if<Response>(&read.document.what);
    if (response == nullptr || !differ_in_words_alone(*response, *known.response)) return nullptr;
    response->attachments = known.response->attachments;
    book->response = std::make_shared<const Response>(std::move(*response));
    return book;
}

}  // namespace

bool differ_in_words_alone(const Response& a, const Response& b) {
    return facts_of(a) == facts_of(b) && same_headings(a.body, b.body);
}

std::optional<std::vector<Revision>> revise(const std::string& root, const std::vector<std::string>& changed, Shelf& shelf,
                                            Bodies& bodies) {
    markdown::initialise();
    const DocumentReader reader(root, nullptr, &bodies, io::now_in_nanoseconds());
    std::vector<Revision> revisions;
    for (const std::string& path : changed) {
        const Shelf::Shared known = shelf.find("content/" + path);
        // Editors write beside a file and give the new one its name: such a file was never met, and is gone.
        if (known == nullptr && !shelf.has_met(path) && !io::stamp_of(io::join(root, "content/" + path))) continue;
        if (known == nullptr || known->response == nullptr) return std::nullopt;
        const Shelf::Shared now = read_again(reader, root, path, *known);
        if (now == nullptr) return std::nullopt;
        revisions.push_back({known, now});
    }
    for (const Revision& revision : revisions) shelf.replace(revision.after);
    return revisions;
}

}  // namespace vitrine::content
