#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

/// Mustache templates (mustache(5), and the core of the Mustache specification) that are checked when they are loaded.
namespace vitrine::mustache {

class Value;

class Object;
using List = std::vector<Value>;

/// What a tag can name: nothing, a flag, a text, a list or an object.
///
/// A section is entered for `true`, a text that is not empty, each element of a list, and an object; an inverted section for
/// the rest. Inside, names are looked up in that element or object first, and `{{.}}` is the text or the element; a flag
/// changes neither. Nothing prints nothing.
class Value {
public:
    Value() = default;
    Value(bool flag) : data_(flag) {}
    Value(std::string text) : data_(std::move(text)) {}
    Value(const char* text) : data_(std::string(text)) {}
    Value(List list) : data_(std::make_shared<const List>(std::move(list))) {}
    Value(Object object);

    /// A text that is not copied and must outlive the value.
    [[nodiscard]] static Value borrowed(std::string_view text);

    [[nodiscard]] bool is_nothing() const { return std::holds_alternative<std::monostate>(data_); }
    [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&data_); }
    [[nodiscard]] const List* list() const { return shared<List>(); }
    [[nodiscard]] const Object* object() const { return shared<Object>(); }
    [[nodiscard]] bool is_text() const;
    /// The text; empty when this is none.
    [[nodiscard]] std::string_view text() const;
    /// Whether a section over it is entered.
    [[nodiscard]] bool is_true() const;
    /// The member of an object with that key, or null.
    [[nodiscard]] const Value* find(std::string_view key) const;

private:
    template <class T>
    [[nodiscard]] const T* shared() const {
        const auto* pointer = std::get_if<std::shared_ptr<const T>>(&data_);
        return pointer == nullptr ? nullptr : pointer->get();
    }

    // Shared, so that lists and objects which many pages show are copied by their root.
    std::variant<std::monostate, bool, std::string, std::string_view, std::shared_ptr<const List>, std::shared_ptr<const Object>> data_;
};

/// A member as it stands between the braces of an object. What stands in braces is constant, and a page's whole text may
/// be among it: `mutable` lets the object move it out and not copy it.
struct Member {
    std::string_view key;
    mutable Value value;
};

/// Members in order of insertion. Keys are not owned: they are string literals, or outlive the object.
class Object {
public:
    Object() = default;
    Object(std::initializer_list<Member> members) {
        members_.reserve(members.size());
        for (const Member& member : members) members_.emplace_back(member.key, std::move(member.value));
    }

    void emplace_back(std::string_view key, Value value) { members_.emplace_back(key, std::move(value)); }

    [[nodiscard]] auto begin() { return members_.begin(); }
    [[nodiscard]] auto end() { return members_.end(); }
    [[nodiscard]] auto begin() const { return members_.begin(); }
    [[nodiscard]] auto end() const { return members_.end(); }

private:
    std::vector<std::pair<std::string_view, Value>> members_;
};

inline Value::Value(Object object) : data_(std::make_shared<const Object>(std::move(object))) {}

/// What a view promises to its templates: the keys that exist at a place and what kind of value each has.
///
/// `text` is printed escaped, `html` is markup that is safe to print as it is, `flag` is only asked for in sections. Any
/// value may also be nothing, except that an object's keys are always allowed.
struct Shape {
    enum class Kind { text, html, flag, list, object };

    Kind kind = Kind::object;
    /// For an object its members; for a list one unnamed member, the shape of its elements.
    std::vector<std::pair<std::string_view, Shape>> members;

    [[nodiscard]] static Shape text() { return {Kind::text, {}}; }
    [[nodiscard]] static Shape html() { return {Kind::html, {}}; }
    [[nodiscard]] static Shape flag() { return {Kind::flag, {}}; }
    [[nodiscard]] static Shape object(std::vector<std::pair<std::string_view, Shape>> members) {
        return {Kind::object, std::move(members)};
    }
    [[nodiscard]] static Shape list(Shape element);

    /// The shape of a member of an object, or null.
    [[nodiscard]] const Shape* find(std::string_view key) const;
};

/// How a value differs from its shape, as a sentence with the path of keys; empty when it conforms. An object has every
/// key of its shape, though its value may be nothing: a key left out would be looked up in the contexts further out.
[[nodiscard]] std::string mismatch(const Value& value, const Shape& shape);

/// The sources of a set of templates by name, as `{{> name}}` names them.
using Sources = std::map<std::string, Source, std::less<>>;

/// What sections over values of the outermost context came to, so that what many pages repeat is rendered once. Those values
/// must live unchanged as long as the cache. May be used by several threads at once.
class SectionCache {
public:
    SectionCache();
    ~SectionCache();
    SectionCache(const SectionCache&) = delete;
    SectionCache& operator=(const SectionCache&) = delete;

    struct Kept;
    [[nodiscard]] Kept& kept() const { return *kept_; }

private:
    std::unique_ptr<Kept> kept_;
};

/// A compiled template: immutable, and safe to render from several threads at once.
class Template {
public:
    /// Renders with a stack of contexts, the outermost first: a name is looked up in the last one, then outwards. A key
    /// that an object lacks is found further out; one whose value is nothing is not.
    /// Appends to `out`. Only templates of the set it was compiled from can run: values are never templates. Partials
    /// deeper than 50, or that would run for ever, print nothing.
    /// With a cache there are two contexts, of which all pages share the first.
    void render(std::initializer_list<const Value*> contexts, std::string& out, const SectionCache* cache = nullptr) const;

    /// Whether a tag of the template, or of what it includes, has that key in its name.
    [[nodiscard]] bool names(std::string_view key) const;

    struct Program;
    explicit Template(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

private:
    std::shared_ptr<const Program> program_;
};

/// What a template is compiled against.
struct CompileOptions {
    /// The shapes of the contexts, the outermost first. With none, tags are not checked and a missing name prints nothing.
    std::vector<const Shape*> shapes = {};
    /// Partials that another name stands for here: with `content` → `response`, `{{> content}}` in a layout is that page.
    std::map<std::string, std::string, std::less<>> bindings = {};
    /// For HTML, where one line break is as good as a page of blanks: indentation and empty lines of the templates are
    /// dropped, except in elements such as `<pre>`. What parts two words stays, as a line break or a space.
    bool compact = false;
};

/// Compiles the named template and every partial it reaches.
///
/// Reported, each at file:line:column with a hint: a template that is not there, unbalanced or unclosed tags, a key that
/// the view does not have at that place, a text printed unescaped (`{{{text}}}`) or HTML printed escaped (`{{html}}`), and
/// partials nested deeper than 50; the first hundred such problems. With an error the template still exists, and renders what could
/// be compiled.
[[nodiscard]] Template compile(std::string_view name, const Sources& sources, const CompileOptions& options,
                               Diagnostics& diagnostics);

}  // namespace vitrine::mustache
