#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

/// The text of one template: the faults an author can make in writing tags, and the tokens of a template without any.
namespace vitrine::mustache {

/// How deep sections may stand inside one another in a template, and how deep partials may include one another.
inline constexpr std::size_t deepest_nesting = 50;

/// Whether there are so many problems that more would not be read. Each carries its whole line, so they must end.
[[nodiscard]] bool is_full(const Diagnostics& diagnostics);

/// Adds a problem of a template, unless they are full.
void report(Diagnostics& diagnostics, Code code, const SourceText& source, Span span, std::string message, std::string help,
            std::vector<Related> related = {});

/// A piece of a template, in the order of the text.
struct Token {
    enum class Kind : std::uint8_t {
        text,      ///< neither white space nor a tag
        white,     ///< one space or tab
        line_end,  ///< one LF
        escaped,   ///< `{{name}}`
        raw,       ///< `{{{name}}}` or `{{&name}}`
        section,   ///< `{{#name}}`
        inverted,  ///< `{{^name}}`
        end,       ///< `{{/name}}`
        partial,   ///< `{{>name}}`
        silent,    ///< a comment or a change of delimiters, which print nothing but can stand alone on a line
    };

    Kind kind = Kind::text;
    Span span;  ///< all of a text; the name inside a tag
};

/// Reports tags and sections that are not closed or not opened, names that are none, and sections nested too deep; says
/// whether the template is free of them. Only then may it be parsed: the parser recurses as deep as sections nest.
[[nodiscard]] bool check_syntax(const SourceText& source, Diagnostics& diagnostics);

/// The tokens of a template that `check_syntax` has passed.
[[nodiscard]] std::vector<Token> parse_tokens(const SourceText& source, Diagnostics& diagnostics);

}  // namespace vitrine::mustache
