#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "formats/mustache_program.h"
#include "formats/mustache_syntax.h"

namespace vitrine::mustache {
namespace {

/// The shapes that names are looked up in, the innermost last. Those that could change no answer are left out, so that
/// two places where the same names mean the same have equal scopes.
using Scope = std::vector<const Shape*>;

Scope entered(Scope scope, const Shape* shape) {
    std::erase_if(scope, [&](const Shape* outer) { return outer == shape || outer->kind != Shape::Kind::object; });
    scope.push_back(shape);
    return scope;
}

/// Walks through a template as rendering would, with shapes in place of values.
class NameCheck {
public:
    NameCheck(const Template::Program& program, Diagnostics& diagnostics) : program_(program), diagnostics_(diagnostics) {}

    void run(const std::vector<const Shape*>& shapes) {
        Scope scope;
        for (const Shape* shape : shapes) scope = entered(std::move(scope), shape);
        visit_later({0, std::move(scope), nullptr, {}});
        // By index: visits are added on the way.
        for (std::size_t i = 0; i < visits_.size(); ++i) {
            visit_ = visits_[i];
            check(0, part().operations.size(), visit_.scope);
        }
    }

private:
    /// A part entered with a scope, and the place that first did so.
    struct Visit {
        std::size_t part = 0;
        Scope scope;
        const File* caller = nullptr;
        Span call;
    };

    void visit_later(Visit visit);
    void check(std::size_t begin, std::size_t end, const Scope& scope);
    void check_section(std::size_t at, const Scope& scope);
    void check_print(const Operation& operation, const Scope& scope);

    [[nodiscard]] const Shape* resolve(const Operation& operation, const Scope& scope);
    [[nodiscard]] const Shape* resolve_first(const Operation& operation, const Scope& scope);
    void report_no_member(Span owner, const Shape& shape, Span key);
    void report_unknown(Span span, const std::string& message, const std::vector<std::string_view>& keys);
    void report(Code code, Span span, std::string message, std::string help);

    [[nodiscard]] const Part& part() const { return program_.parts[visit_.part]; }
    [[nodiscard]] const File& file() const { return program_.files[part().file]; }
    [[nodiscard]] std::string_view text(Span span) const { return file().source->text().substr(span.begin, span.end - span.begin); }

    const Template::Program& program_;
    Diagnostics& diagnostics_;
    std::vector<Visit> visits_;
    std::set<std::pair<std::size_t, Scope>> visited_;  ///< by file, for how it is indented is of no account here
    Visit visit_;                                      ///< the one in work
};

void NameCheck::visit_later(Visit visit) {
    // Far more than a theme needs. A contrived one, with a partial that includes itself in every order of many objects,
    // would keep us for years.
    constexpr std::size_t most_visits = 10'000;
    if (visits_.size() >= most_visits) return;
    if (visited_.emplace(program_.parts[visit.part].file, visit.scope).second) visits_.push_back(std::move(visit));
}

void NameCheck::check(std::size_t begin, std::size_t end, const Scope& scope) {
    for (std::size_t at = begin; at < end && !is_full(diagnostics_); ++at) {
        const Operation& operation = part().operations[at];
        switch (operation.kind) {
            case Operation::Kind::text: break;
            case Operation::Kind::escaped:
            case Operation::Kind::raw: check_print(operation, scope); break;
            case Operation::Kind::call:
                if (operation.part != nowhere) visit_later({operation.part, scope, &file(), operation.name});
                break;
            case Operation::Kind::section:
            case Operation::Kind::inverted:
                check_section(at, scope);
                at = operation.end - 1;
                break;
        }
    }
}

void NameCheck::check_section(std::size_t at, const Scope& scope) {
    const Operation& operation = part().operations[at];
    const Shape* shape = resolve(operation, scope);
    if (operation.kind == Operation::Kind::inverted) return check(at + 1, operation.end, scope);
    // What stands in a section whose name is wrong would only give errors that follow from it.
    if (shape == nullptr) return;
    const bool is_list = shape->kind == Shape::Kind::list && !shape->members.empty();
    const Shape* inner = is_list ? &shape->members.front().second : shape;
    check(at + 1, operation.end, shape->kind == Shape::Kind::flag ? scope : entered(scope, inner));
}

void NameCheck::check_print(const Operation& operation, const Scope& scope) {
    const Shape* shape = resolve(operation, scope);
    if (shape == nullptr) return;
    const std::string name(text(operation.name));
    const bool is_raw = operation.kind == Operation::Kind::raw;
    std::string help;
    switch (shape->kind) {
        case Shape::Kind::text:
            if (!is_raw) return;
            return report(Code::template_escaping, operation.name, quoted(name) + " is a text and is printed without escaping",
                          "write `{{" + name + "}}`: this value is text and must be escaped");
        case Shape::Kind::html:
            if (is_raw) return;
            return report(Code::template_escaping, operation.name, quoted(name) + " is markup and is escaped once more",
                          "write `{{{" + name + "}}}`: this value is markup that is already safe");
        case Shape::Kind::object:
            if (!shape->members.empty()) help = "print one of its keys, such as " + quoted(shape->members.front().first);
            break;
        case Shape::Kind::list: help = "print its elements in a section, `{{#" + name + "}}`"; break;
        case Shape::Kind::flag: help = "ask for it with a section, `{{#" + name + "}}`"; break;
    }
    report(Code::template_escaping, operation.name,
           quoted(name) + " is " + std::string(kind_name(*shape)) + " and cannot be printed", help);
}

/// The shape a name stands for; null when there is none, which is reported.
const Shape* NameCheck::resolve(const Operation& operation, const Scope& scope) {
    if (operation.path.empty()) return scope.back();
    const Shape* shape = resolve_first(operation, scope);
    Span span{operation.name.begin, operation.name.begin + static_cast<std::uint32_t>(operation.path.front().size())};
    for (std::size_t i = 1; i < operation.path.size() && shape != nullptr; ++i) {
        const Span owner{operation.name.begin, span.end};
        span = {span.end + 1, span.end + 1 + static_cast<std::uint32_t>(operation.path[i].size())};
        const Shape* member = shape->find(operation.path[i]);
        if (member == nullptr) report_no_member(owner, *shape, span);
        shape = member;
    }
    return shape;
}

void NameCheck::report_no_member(Span owner, const Shape& shape, Span key) {
    const std::string no_key = " has no key " + quoted(text(key));
    if (shape.kind == Shape::Kind::object) {
        std::vector<std::string_view> keys;
        for (const auto& [name, unused] : shape.members) keys.push_back(name);
        return report_unknown(key, quoted(text(owner)) + no_key, keys);
    }
    const std::string help = "name it in a section, `{{#" + std::string(text(owner)) + "}}`";
    report(Code::template_unknown_key, key, quoted(text(owner)) + " is " + std::string(kind_name(shape)) + " and" + no_key,
           shape.kind == Shape::Kind::list ? help : "");
}

/// The shape of the first key of a name: in the innermost object that has it.
const Shape* NameCheck::resolve_first(const Operation& operation, const Scope& scope) {
    const std::string_view key = operation.path.front();
    for (auto object = scope.rbegin(); object != scope.rend(); ++object)
        if (const Shape* member = (*object)->find(key)) return member;
    std::vector<std::string_view> keys;
    for (auto object = scope.rbegin(); object != scope.rend(); ++object)
        if ((*object)->kind == Shape::Kind::object)
            for (const auto& [name, unused] : (*object)->members) keys.push_back(name);
    const Span span{operation.name.begin, operation.name.begin + static_cast<std::uint32_t>(key.size())};
    report_unknown(span, "the view has no key " + quoted(key) + " here", keys);
    return nullptr;
}

void NameCheck::report_unknown(Span span, const std::string& message, const std::vector<std::string_view>& keys) {
    constexpr std::size_t most_named = 12;
    std::vector<std::string> names;
    for (const std::string_view key : keys)
        if (const std::string name = quoted(key); std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    std::string all = names.empty() || names.size() > most_named ? "" : "it has " + listed(names);
    report(Code::template_unknown_key, span, message, did_you_mean(text(span), keys, std::move(all)));
}

void NameCheck::report(Code code, Span span, std::string message, std::string help) {
    std::vector<Related> related;
    if (visit_.caller != nullptr)
        related.push_back({locate(*visit_.caller->source, visit_.call), quoted(file().name) + " is included here"});
    mustache::report(diagnostics_, code, *file().source, span, std::move(message), std::move(help), std::move(related));
}

}  // namespace

void check_names(const Template::Program& program, const std::vector<const Shape*>& shapes, Diagnostics& diagnostics) {
    NameCheck(program, diagnostics).run(shapes);
}

}  // namespace vitrine::mustache
