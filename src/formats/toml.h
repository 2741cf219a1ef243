#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/source.h"

/// TOML 1.0 (toml.io) to a plain tree in which every key and value knows its place.
namespace vitrine::toml_tree {

struct Value;
struct Entry;

using Array = std::vector<Value>;

/// A table's entries, sorted by key; keys are unique.
struct Table {
    std::vector<Entry> entries;

    /// The entry with that key, or null.
    [[nodiscard]] const Entry* find(std::string_view key) const;
};

/// TOML kinds of value that no key of ours takes are kept by name, for the message.
struct Unused {
    std::string_view kind;  ///< "a floating-point number", "a time", "a date-time with an offset"
};

struct Value {
    Span span;  ///< of the value as written, quotes and brackets included; of its header for a `[table]`
    std::variant<std::string, std::int64_t, bool, Date, LocalDateTime, Unused, Array, Table> data;
};

struct Entry {
    std::string key;
    Span span;  ///< of the key
    Value value;
};

/// What a value is, as messages say it: "a string", "an array".
[[nodiscard]] std::string_view kind_of(const Value& value);

/// Parses `span` of the source. A syntax error is reported at its place, with a hint where people stumble (dates written
/// 04/09/2014, curly quotes, text without quotes), and gives nothing. Thread-safe.
[[nodiscard]] std::optional<Table> parse_toml(const SourceText& source, Span span, Diagnostics& diagnostics);

/// A string's value laid over what was written for it, quotes included: as many bytes, each word of the value where it stands
/// in the file. The quotes, and what escapes take up beyond what they mean, are spaces; those of an escape within a word stand
/// behind that word.
[[nodiscard]] std::string in_place(std::string_view written, std::string_view value);

}  // namespace vitrine::toml_tree
