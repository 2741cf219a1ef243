#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

namespace vitrine {

/// A diagnostic as a JSON object (RFC 8259) on one line, without a line break: `severity`, `code`, `message`, `path`,
/// `line`, `column` (null when the fault is the whole file) and `help`.
[[nodiscard]] std::string to_json(const Diagnostic& diagnostic, bool warnings_are_errors);

/// A text as a JSON string, in its quotation marks.
[[nodiscard]] std::string quoted_json(std::string_view text);

struct Json;
using JsonList = std::vector<Json>;
/// Members in their order. Their names are not owned: they are string literals, or outlive what is made of them.
using JsonMembers = std::vector<std::pair<std::string_view, Json>>;

/// A JSON value (RFC 8259): null, a flag, a whole number, a text, a list or an object.
struct Json {
    std::variant<std::monostate, bool, std::int64_t, std::string_view, std::string, JsonList, JsonMembers> value;

    Json() = default;
    Json(bool flag) : value(flag) {}
    Json(std::int64_t number) : value(number) {}
    Json(const char* text) : value(std::string_view(text)) {}
    Json(std::string text) : value(std::move(text)) {}
    Json(JsonList elements) : value(std::move(elements)) {}
    Json(JsonMembers members) : value(std::move(members)) {}

    /// A text that is not copied and must outlive the value.
    [[nodiscard]] static Json borrowed(std::string_view text) {
        Json json;
        json.value = text;
        return json;
    }

    /// The text; empty when it is none.
    [[nodiscard]] std::string_view text() const;
    /// The elements; none when it is no list.
    [[nodiscard]] const JsonList& elements() const;
    /// The member of that name; null when it is no object or has none.
    [[nodiscard]] const Json& member(std::string_view name) const;
};

/// A value that was read, and the names of its members.
struct ParsedJson {
    std::set<std::string, std::less<>> names;  ///< what the members of `value` borrow
    Json value;
};

/// Reads a JSON text; nothing when it is not one. Numbers that are not whole become null.
[[nodiscard]] std::optional<ParsedJson> parse_json(std::string_view text);

/// An object on one line, without a line break at its end. What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string to_json(const JsonMembers& members);

/// The same for a `<script>` element of HTML: no `<` stands in it, so that no text can end the element.
[[nodiscard]] std::string to_json_for_html(const JsonMembers& members);

/// An object for people to read: one member a line, indented by two spaces, with a line break at its end.
[[nodiscard]] std::string to_indented_json(const JsonMembers& members);

/// A list of objects that is written one by one, each on a line of its own.
class JsonListWriter {
public:
    void add(const JsonMembers& object);

    /// How many bytes there are so far, and room for as many as there will be: a long text that grows is copied again and again.
    [[nodiscard]] std::size_t size() const { return text_.size(); }
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    /// The whole list, with a line break at its end.
    [[nodiscard]] std::string take();

private:
    std::string text_;
};

}  // namespace vitrine
