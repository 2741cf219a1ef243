#include "content/prose.h"

#include "formats/markdown.h"

namespace vitrine::content {

Prose parse_field(const SourceText& source, const Located<std::string>& text, Diagnostics& diagnostics) {
    const markdown::Options options{.field = true};
    const std::string_view written = source.text().substr(text.span.begin, text.span.end - text.span.begin);
    if (const std::size_t at = written.find(text.value); at != std::string_view::npos) {
        const auto begin = text.span.begin + static_cast<std::uint32_t>(at);
        return markdown::parse_markdown(source, {begin, begin + static_cast<std::uint32_t>(text.value.size())}, options, diagnostics);
    }
    const SourceText unescaped(source.path(), text.value);
    Diagnostics found;
    Prose prose = markdown::parse_markdown(unescaped, {0, static_cast<std::uint32_t>(unescaped.text().size())}, options, found);
    for (const Diagnostic& diagnostic : found.all())
        diagnostics.add(diagnostic.code, source, text.span, diagnostic.message, diagnostic.help);
    for (InternalLink& link : prose.links) link.span = text.span;
    return prose;
}

}  // namespace vitrine::content
