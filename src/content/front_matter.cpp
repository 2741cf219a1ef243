#include "content/front_matter.h"

#include "base/text.h"

namespace vitrine::content {
namespace {

constexpr std::string_view fence = "+++";

bool is_fence(std::string_view line) { return line.starts_with(fence) && trimmed(line) == fence; }

Span first_line(const SourceText& source) { return {0, static_cast<std::uint32_t>(source.line(1).size())}; }

}  // namespace

std::optional<FrontMatter> parse_front_matter(const SourceText& source, Diagnostics& diagnostics) {
    constexpr std::uint32_t longest = 32 * 1024;
    if (!is_fence(source.line(1))) {
        const bool yaml = trimmed(source.line(1)) == "---";
        diagnostics.add(Code::front_matter_missing, source, first_line(source), "the file does not begin with front matter",
                        yaml ? "front matter is TOML here: begin and end it with `+++`" : "begin with a line `+++`, then the keys, then `+++` again");
        return std::nullopt;
    }
    const std::uint32_t begin = source.line_start(2);
    const auto size = static_cast<std::uint32_t>(source.text().size());
    std::uint32_t line = 2;
    while (source.line_start(line) < size && !is_fence(source.line(line))) ++line;
    const std::uint32_t end = source.line_start(line);
    if (end >= size) {
        diagnostics.add(Code::front_matter_unclosed, source, first_line(source), "the front matter is not closed",
                        "end it with a line `+++` before the text begins");
        return std::nullopt;
    }
    if (end - begin > longest) {
        diagnostics.add(Code::front_matter_too_large, source, first_line(source), "the front matter is longer than 32 KB",
                        "move long texts into the body");
        return std::nullopt;
    }
    auto table = toml_tree::parse_toml(source, {begin, end}, diagnostics);
    if (!table) return std::nullopt;
    return FrontMatter{first_line(source), std::move(*table), {{begin, end}, {source.line_start(line + 1), size}}};
}

}  // namespace vitrine::content
