#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// CSV (RFC 4180): fields between commas, records that end in CRLF, quotation marks only where they are needed.
namespace vitrine::csv {

/// Writes a table record by record. Bytes are not looked into: what goes in as UTF-8 comes out as it.
class Writer {
public:
    /// A field as it is: for numbers, dates and the words of a closed list.
    void add(std::string_view field);

    /// A field that somebody wrote. A spreadsheet runs as a formula what begins with `=`, `+`, `-` or `@`, also behind a tab or a
    /// line break, and on opening the file at that: such a text gets an apostrophe in front, which makes it text.
    void add_text(std::string_view text);

    /// Ends the record; each record has the same number of fields, at least one.
    void end_record();

    /// How many bytes there are so far, and room for as many as there will be: a long text that grows is copied again and again.
    [[nodiscard]] std::size_t size() const { return text_.size(); }
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void begin_field();

    std::string text_;
    std::size_t record_ = 0;     ///< where the record begins in the text
    bool has_fields_ = false;    ///< whether the record has any yet
};

/// Whether a spreadsheet may take a text for a formula.
[[nodiscard]] bool looks_like_formula(std::string_view text);

}  // namespace vitrine::csv
