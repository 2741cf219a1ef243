#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

/// XML 1.0, written from its beginning to its end.
namespace vitrine::xml {

/// Attributes in their order; the names are string literals.
using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

/// Writes elements in UTF-8. Texts are valid UTF-8 and are escaped; a character that XML cannot hold becomes U+FFFD. Each writer
/// belongs to one thread; several can write at once.
class Writer {
public:
    enum class Form {
        document,  ///< with an XML declaration, each element on a line of its own
        fragment,  ///< elements alone: a part of another document
    };
    explicit Writer(Form form = Form::document);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Opens an element, for texts and elements in it.
    void begin(const char* name, Attributes attributes = {});
    void text(const std::string& text);
    /// Closes the element that was opened last.
    void end();

    /// An element with nothing but a text in it, which may be empty.
    void element(const char* name, const std::string& text, Attributes attributes = {});

    /// Closes what is open and gives away what was written; the writer is of no use afterwards.
    [[nodiscard]] std::string take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vitrine::xml
