#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace vitrine {

Location locate(const SourceText& source, Span span) {
    const LineColumn place = source.position(span.begin);
    const std::string_view line = source.line(place.line);
    const std::uint32_t begin_in_line = std::min(span.begin - source.line_start(place.line), static_cast<std::uint32_t>(line.size()));
    const std::uint32_t length = span.end > span.begin ? span.end - span.begin : 0;
    const std::size_t width = count_code_points(line.substr(begin_in_line, length));
    return {source.path(), place.line, place.column, std::string(line), static_cast<std::uint32_t>(std::max<std::size_t>(1, width))};
}

Location whole_file(std::string path) { return {std::move(path), 0, 0, {}, 1}; }

void Diagnostics::add(Code code, const SourceText& source, Span span, std::string message, std::string help) {
    add({code, locate(source, span), std::move(message), std::move(help), {}});
}

void Diagnostics::merge(Diagnostics other) {
    all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
}

void Diagnostics::sort() {
    const auto key = [](const Diagnostic& d) {
        return std::tie(d.location.path, d.location.line, d.location.column, d.code, d.message);
    };
    std::stable_sort(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    all_.erase(std::unique(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }), all_.end());
}

void Diagnostics::raise(Code code) {
    for (Diagnostic& diagnostic : all_)
        if (diagnostic.code == code) diagnostic.raised = true;
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity() == severity; }));
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates, std::string otherwise) {
    const auto nearest = closest(word, candidates);
    return nearest ? "did you mean " + quoted(*nearest) + "?" : otherwise;
}

namespace {

/// Whether a terminal would act on the character in place of showing it: C0 but for the tab, DEL, C1.
bool is_control(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 2) return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
    return (first < 0x20 && first != '\t') || first == 0x7F;
}

/// The text with U+FFFD for every control character and every byte that is not UTF-8: what an input file holds never
/// reaches the terminal as a command.
std::string printable(std::string_view text) {
    constexpr std::string_view replacement = "\uFFFD";
    std::string out;
    for (;;) {
        const std::size_t valid = first_invalid_utf8(text).value_or(text.size());
        for (std::string_view rest = text.substr(0, valid); !rest.empty();) {
            const std::string_view character = rest.substr(0, bytes_of_code_points(rest, 1));
            out += is_control(character) ? replacement : character;
            rest.remove_prefix(character.size());
        }
        if (valid == text.size()) return out;
        out += replacement;
        text.remove_prefix(valid + 1);
    }
}

}  // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 80;
    std::string words(text.substr(0, bytes_of_code_points(text, longest)));
    std::replace_if(words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    std::string out = "`" + printable(words);
    if (count_code_points(text) > longest) out += "…";
    return out + "`";
}

namespace {

/// The part of an overlong line around the fault, so that the caret stays in sight.
struct Excerpt {
    std::string text;
    std::size_t caret_column;  ///< from 0, in code points
};

Excerpt excerpt_around(const Location& location) {
    constexpr std::size_t longest = 160, context = 60;
    const std::size_t column = location.column == 0 ? 0 : location.column - 1;
    const std::string_view line = location.excerpt;
    const std::size_t length = count_code_points(line);
    if (length <= longest) return {printable(line), column};
    const std::size_t first = column > context ? column - context : 0;
    const std::string_view from = line.substr(bytes_of_code_points(line, first));
    std::string text = printable(from.substr(0, bytes_of_code_points(from, longest)));
    if (first + longest < length) text += "…";
    if (first == 0) return {text, column};
    return {"…" + text, column - first + 1};
}

std::string place(const Location& location) {
    if (location.line == 0) return printable(location.path);
    return printable(location.path) + ":" + std::to_string(location.line) + ":" + std::to_string(location.column);
}

std::string excerpt_lines(const Location& location, const std::string& help) {
    if (location.line == 0) return help.empty() ? "" : "      = " + help + "\n";
    const std::string number = std::to_string(location.line);
    const std::string gutter(std::max<std::size_t>(5, number.size()), ' ');
    const Excerpt excerpt = excerpt_around(location);
    std::string out = gutter.substr(number.size()) + number + " | " + excerpt.text + "\n" + gutter + " | ";
    // Tabs are kept, so that the caret stands under its character however wide the terminal makes them.
    std::string_view rest = excerpt.text;
    for (std::size_t i = 0; i < excerpt.caret_column; ++i) {
        out += !rest.empty() && rest.front() == '\t' ? '\t' : ' ';
        rest.remove_prefix(bytes_of_code_points(rest, 1));
    }
    const std::size_t width = std::max<std::size_t>(1, std::min<std::size_t>(location.width, count_code_points(rest)));
    out += "^" + std::string(width - 1, '~');
    if (!help.empty()) out += " " + help;
    return out + "\n";
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic, bool warnings_are_errors) {
    const bool is_error = warnings_are_errors || diagnostic.severity() == Severity::error;
    std::string out = place(diagnostic.location) + ": " + (is_error ? "error: " : "warning: ") + diagnostic.message + " [" +
                      std::string(describe(diagnostic.code).name) + "]\n" + excerpt_lines(diagnostic.location, diagnostic.help);
    for (const Related& related : diagnostic.related)
        out += place(related.location) + ": note: " + related.message + "\n" + excerpt_lines(related.location, "");
    return out;
}

}  // namespace vitrine
