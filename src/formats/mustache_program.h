#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "formats/mustache.h"

/// What templates are compiled to, shared by the compiler, the checks and the renderer.
namespace vitrine::mustache {

/// An index that stands for nothing.
inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// One step of a compiled template. Those inside a section follow it directly.
struct Operation {
    enum class Kind : std::uint8_t { text, escaped, raw, section, inverted, call };

    Kind kind = Kind::text;
    std::string text = {};                    ///< of a text: what is printed
    std::vector<std::string_view> path = {};  ///< of a name: the keys between its dots; empty for `.`
    Span name = {};                           ///< where the name stands in its file
    std::size_t end = nowhere;                ///< of a section: the operation behind its last
    std::size_t part = nowhere;               ///< of a call: what is run, nothing when it is too deep to be ever reached
};

/// A template file compiled for one indentation.
struct Part {
    std::size_t file = 0;
    std::vector<Operation> operations;
};

/// One file including another.
struct Inclusion {
    std::size_t file = 0;  ///< the one that is included
    Span name;             ///< where, in the one that includes
    bool always = true;    ///< outside all sections
};

/// A template file, once however many indentations it is compiled for.
struct File {
    std::string name;
    Source source;
    std::vector<Inclusion> inclusions;
};

/// A template with all that it includes; the first part and file are its own. Names are views into the sources.
struct Template::Program {
    std::vector<Part> parts;
    std::vector<File> files;
};

/// What messages call a value of that shape: `a list`.
[[nodiscard]] std::string_view kind_name(const Shape& shape);

/// Reports an inclusion that lies one deeper than may be.
void report_too_deep(const File& file, Span name, Diagnostics& diagnostics);

/// Reports files that include one another too deep, or without end.
void check_nesting(const std::vector<File>& files, Diagnostics& diagnostics);

/// Reports tags that ask for what the view does not have, or print it in the wrong way. `shapes` is not empty.
void check_names(const Template::Program& program, const std::vector<const Shape*>& shapes, Diagnostics& diagnostics);

}  // namespace vitrine::mustache
