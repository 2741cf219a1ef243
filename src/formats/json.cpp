#include "formats/json.h"

#include <nlohmann/json.hpp>

namespace vitrine {
namespace {

using Tree = nlohmann::ordered_json;

std::string dumped(const Tree& tree, int indent) { return tree.dump(indent, ' ', false, Tree::error_handler_t::replace); }

Tree tree_of(const Json& json);

Tree tree_of(const JsonMembers& members) {
    Tree::object_t object;
    object.reserve(members.size());
    // Not by `[]`, which looks through all members before it adds one.
    for (const auto& [name, value] : members) object.emplace_back(std::string(name), tree_of(value));
    return object;
}

Tree tree_of(const JsonList& elements) {
    Tree::array_t list;
    list.reserve(elements.size());
    for (const Json& element : elements) list.push_back(tree_of(element));
    return list;
}

Tree tree_of(std::monostate) { return nullptr; }

template <class T>
Tree tree_of(const T& scalar) {
    return scalar;
}

Tree tree_of(const Json& json) {
    return std::visit([](const auto& value) { return tree_of(value); }, json.value);
}

Json json_of(const Tree& tree, std::set<std::string, std::less<>>& names) {
    if (tree.is_boolean()) return tree.get<bool>();
    if (tree.is_number_integer()) return tree.get<std::int64_t>();
    if (tree.is_string()) return tree.get<std::string>();
    if (tree.is_array()) {
        JsonList list;
        for (const Tree& element : tree) list.push_back(json_of(element, names));
        return list;
    }
    if (!tree.is_object()) return {};
    JsonMembers members;
    for (const auto& [name, value] : tree.items()) members.emplace_back(*names.insert(name).first, json_of(value, names));
    return members;
}

}  // namespace

std::string_view Json::text() const {
    if (const auto* owned = std::get_if<std::string>(&value)) return *owned;
    const auto* view = std::get_if<std::string_view>(&value);
    return view == nullptr ? std::string_view() : *view;
}

const JsonList& Json::elements() const {
    static const JsonList none;
    const auto* list = std::get_if<JsonList>(&value);
    return list == nullptr ? none : *list;
}

const Json& Json::member(std::string_view name) const {
    static const Json none;
    if (const auto* members = std::get_if<JsonMembers>(&value))
        for (const auto& [own, held] : *members)
            if (own == name) return held;
    return none;
}

std::optional<ParsedJson> parse_json(std::string_view text) {
    const Tree tree = Tree::parse(text, nullptr, false);
    if (tree.is_discarded()) return std::nullopt;
    std::optional<ParsedJson> parsed(std::in_place);
    parsed->value = json_of(tree, parsed->names);
    return parsed;
}

std::string to_json(const Diagnostic& diagnostic, bool warnings_are_errors) {
    const Location& place = diagnostic.location;
    const bool is_error = warnings_are_errors || diagnostic.severity() == Severity::error;
    return to_json({{"severity", is_error ? "error" : "warning"},
                    {"code", Json::borrowed(describe(diagnostic.code).name)},
                    {"message", Json::borrowed(diagnostic.message)},
                    {"path", Json::borrowed(place.path)},
                    {"line", place.line == 0 ? Json() : Json(std::int64_t{place.line})},
                    {"column", place.column == 0 ? Json() : Json(std::int64_t{place.column})},
                    {"help", Json::borrowed(diagnostic.help)}});
}

std::string quoted_json(std::string_view text) { return dumped(tree_of(Json::borrowed(text)), -1); }

std::string to_json(const JsonMembers& members) { return dumped(tree_of(members), -1); }

std::string to_json_for_html(const JsonMembers& members) {
    const std::string json = to_json(members);
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
    return out;
}

std::string to_indented_json(const JsonMembers& members) { return dumped(tree_of(members), 2) + "\n"; }

void JsonListWriter::add(const JsonMembers& object) {
    text_ += text_.empty() ? "[\n" : ",\n";
    text_ += to_json(object);
}

std::string JsonListWriter::take() {
    text_ += text_.empty() ? "[]\n" : "\n]\n";
    return std::move(text_);
}

}  // namespace vitrine
