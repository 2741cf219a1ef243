#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/mustache.h"

/// Small templates and a view for the tests of formats/mustache.
namespace vitrine::mustache {

inline Sources sources_of(const std::vector<std::pair<std::string, std::string>>& texts) {
    Sources sources;
    for (const auto& [name, text] : texts) sources[name] = std::make_shared<const SourceText>(name + ".mustache", text);
    return sources;
}

/// What is said of `page`, as the command line shows it.
inline std::string reported(const Sources& sources, const CompileOptions& options = {}) {
    Diagnostics diagnostics;
    (void)compile("page", sources, options, diagnostics);
    diagnostics.sort();
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.all()) out += to_text(diagnostic, false);
    return out;
}

inline std::string reported(const std::string& text) { return reported(sources_of({{"page", text}})); }

/// A view with every kind of value.
inline const Shape& view_shape() {
    static const Shape shape = Shape::object({
        {"title", Shape::text()},
        {"body", Shape::html()},
        {"draft", Shape::flag()},
        {"tags", Shape::list(Shape::text())},
        {"sections", Shape::list(Shape::html())},
        {"report", Shape::object({{"name", Shape::text()}, {"pages", Shape::text()}})},
        {"inspections", Shape::list(Shape::object({{"heading", Shape::text()}, {"url", Shape::text()}}))},
    });
    return shape;
}

inline CompileOptions checked() { return {.shapes = {&view_shape()}}; }

inline std::string repeated(const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

}  // namespace vitrine::mustache
