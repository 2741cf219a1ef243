#include <algorithm>
#include <optional>

#include "formats/mustache_program.h"

namespace vitrine::mustache {

Value Value::borrowed(std::string_view text) {
    Value value;
    value.data_ = text;
    return value;
}

bool Value::is_text() const {
    return std::holds_alternative<std::string>(data_) || std::holds_alternative<std::string_view>(data_);
}

std::string_view Value::text() const {
    if (const auto* owned = std::get_if<std::string>(&data_)) return *owned;
    if (const auto* lent = std::get_if<std::string_view>(&data_)) return *lent;
    return {};
}

bool Value::is_true() const {
    if (const bool* is_set = flag()) return *is_set;
    if (const List* elements = list()) return !elements->empty();
    return object() != nullptr || !text().empty();
}

const Value* Value::find(std::string_view key) const {
    const Object* members = object();
    if (members == nullptr) return nullptr;
    // Views have a dozen keys: a walk over them is faster than hashing the key. Few of one length begin alike.
    for (const auto& [name, value] : *members)
        if (name.size() == key.size() && name.front() == key.front() && name == key) return &value;
    return nullptr;
}

Shape Shape::list(Shape element) {
    Shape shape{Kind::list, {}};
    shape.members.emplace_back(std::string_view{}, std::move(element));
    return shape;
}

const Shape* Shape::find(std::string_view key) const {
    if (kind != Kind::object) return nullptr;
    const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
    return found == members.end() ? nullptr : &found->second;
}

std::string_view kind_name(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::text: return "a text";
        case Shape::Kind::html: return "markup";
        case Shape::Kind::flag: return "a flag";
        case Shape::Kind::list: return "a list";
        case Shape::Kind::object: break;
    }
    return "an object";
}

namespace {

std::string_view kind_name(const Value& value) {
    if (value.flag() != nullptr) return "a flag";
    if (value.is_text()) return "a text";
    return value.list() != nullptr ? "a list" : "an object";
}

bool same_kind(const Value& value, const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::text:
        case Shape::Kind::html: return value.is_text();
        case Shape::Kind::flag: return value.flag() != nullptr;
        case Shape::Kind::list: return value.list() != nullptr;
        case Shape::Kind::object: break;
    }
    return value.object() != nullptr;
}

/// A path of keys from the outermost value, and what is wrong at its end.
struct Mismatch {
    std::string path;
    std::string reason;
};

/// The mismatch as seen from one step further out. Paths are built only once there is something to say: most values conform.
Mismatch inside(std::string step, Mismatch inner) {
    const bool needs_dot = !inner.path.empty() && inner.path.front() != '[';
    return {std::move(step) + (needs_dot ? "." : "") + inner.path, std::move(inner.reason)};
}

std::optional<Mismatch> find_mismatch(const Value& value, const Shape& shape) {
    if (value.is_nothing()) return std::nullopt;
    if (!same_kind(value, shape))
        return Mismatch{{}, "is " + std::string(kind_name(value)) + ", and the shape says " + std::string(kind_name(shape))};
    if (const List* elements = value.list(); elements != nullptr && !shape.members.empty()) {
        for (std::size_t i = 0; i < elements->size(); ++i)
            if (auto found = find_mismatch((*elements)[i], shape.members.front().second))
                return inside("[" + std::to_string(i) + "]", std::move(*found));
    }
    if (const Object* members = value.object()) {
        for (const auto& [key, member] : *members) {
            const Shape* promised = shape.find(key);
            if (promised == nullptr) return Mismatch{std::string(key), "is not in the shape"};
            if (auto found = find_mismatch(member, *promised)) return inside(std::string(key), std::move(*found));
        }
        for (const auto& [key, promised] : shape.members)
            if (value.find(key) == nullptr) return Mismatch{std::string(key), "is missing"};
    }
    return std::nullopt;
}

}  // namespace

std::string mismatch(const Value& value, const Shape& shape) {
    const std::optional<Mismatch> found = find_mismatch(value, shape);
    if (!found) return {};
    return (found->path.empty() ? "the value" : "`" + found->path + "`") + " " + found->reason;
}

}  // namespace vitrine::mustache
