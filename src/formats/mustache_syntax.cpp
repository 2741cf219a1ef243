#include "formats/mustache_syntax.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vitrine::mustache {
namespace {

constexpr std::string_view white_space = " \t\n\v\f\r";

/// A tag as it stands in the text.
struct Tag {
    enum class Fault : std::uint8_t { none, unclosed, delimiters };

    Fault fault = Fault::none;
    char sigil = 0;         ///< the mark before the name: one of `#^/>&!=`, `{` for three braces, 0 for none
    Span span;              ///< with its delimiters
    std::string_view name;  ///< without white space around it
    Span name_span;
};

/// Finds tags just as the library's parser does; the two must agree on where each begins and ends.
class TagReader {
public:
    explicit TagReader(std::string_view text) : text_(text) {}

    /// The next tag; nothing at the end of the text.
    [[nodiscard]] std::optional<Tag> next();

    /// A tag in the delimiters that are in force.
    [[nodiscard]] std::string written(std::string_view sigil, std::string_view name) const {
        return std::string(open_) + std::string(sigil) + std::string(name) + std::string(close_);
    }

    /// What would have closed a tag that is not closed.
    [[nodiscard]] std::string_view missing_end() const { return expected_end_; }

private:
    [[nodiscard]] Tag tag_with(std::size_t begin, std::size_t inside, std::size_t end, bool triple) const;
    [[nodiscard]] bool set_delimiters(std::string_view contents);

    std::string_view text_;
    std::string_view open_ = "{{", close_ = "}}";
    std::string_view expected_end_ = close_;
    std::size_t at_ = 0;
};

Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

/// The text without white space at its ends. Unlike `vitrine::trimmed` it knows what C's `isspace` knows, as the parser does.
std::string_view stripped(std::string_view text) {
    const std::size_t first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::optional<Tag> TagReader::next() {
    const std::size_t begin = text_.find(open_, at_);
    if (begin == std::string_view::npos) return std::nullopt;
    std::size_t inside = begin + open_.size();
    const bool triple = open_ == "{{" && close_ == "}}" && text_.substr(inside).starts_with('{');
    if (triple) ++inside;
    expected_end_ = triple ? "}}}" : close_;
    const std::size_t end = text_.find(expected_end_, inside);
    at_ = end == std::string_view::npos ? text_.size() : end + expected_end_.size();
    Tag tag = tag_with(begin, inside, std::min(end, text_.size()), triple);
    if (end == std::string_view::npos)
        tag.fault = Tag::Fault::unclosed;
    else if (tag.sigil == '=' && !set_delimiters(stripped(text_.substr(inside, end - inside))))
        tag.fault = Tag::Fault::delimiters;
    return tag;
}

Tag TagReader::tag_with(std::size_t begin, std::size_t inside, std::size_t end, bool triple) const {
    constexpr std::string_view sigils = "#^/>&!=";
    Tag tag;
    tag.span = span_of(begin, at_);
    tag.name = stripped(text_.substr(inside, end - inside));
    const char first = tag.name.empty() ? '\0' : tag.name.front();
    // The parser looks for `=` before it thinks of three braces.
    if (triple && first != '=') {
        tag.sigil = '{';
    } else if (first != '\0' && sigils.find(first) != std::string_view::npos) {
        tag.sigil = first;
        tag.name = stripped(tag.name.substr(1));
    }
    const auto name_begin = static_cast<std::size_t>(tag.name.data() - text_.data());
    tag.name_span = span_of(name_begin, name_begin + tag.name.size());
    return tag;
}

/// Takes the delimiters of `=<% %>=`; false when these are none.
bool TagReader::set_delimiters(std::string_view contents) {
    if (contents.size() < 5 || contents.back() != '=') return false;
    const std::string_view both = stripped(contents.substr(1, contents.size() - 2));
    const std::size_t space = both.find(' ');
    if (space == std::string_view::npos) return false;
    const std::string_view open = both.substr(0, space);
    const std::string_view close = both.substr(both.find_first_not_of(' ', space));
    const auto valid = [](std::string_view delimiter) {
        return delimiter.find('=') == std::string_view::npos && delimiter.find_first_of(white_space) == std::string_view::npos;
    };
    if (!valid(open) || !valid(close)) return false;
    open_ = open;
    close_ = close;
    return true;
}

/// Reads a template once and reports every fault of its tags.
class SyntaxCheck {
public:
    SyntaxCheck(const SourceText& source, Diagnostics& diagnostics)
        : source_(source), diagnostics_(diagnostics), reader_(source.text()) {}

    [[nodiscard]] bool passes() {
        while (const std::optional<Tag> tag = stops() ? std::nullopt : reader_.next()) check(*tag);
        while (!stops() && !open_sections_.empty()) never_closed();
        return passes_;
    }

private:
    [[nodiscard]] bool stops() const { return lost_ || (!passes_ && is_full(diagnostics_)); }
    void check(const Tag& tag);
    void check_name(const Tag& tag);
    void open_section(const Tag& tag);
    void close_section(const Tag& tag);
    void never_closed(std::string_view before = {});

    void fault(Code code, Span span, std::string message, std::string help) {
        passes_ = false;
        report(diagnostics_, code, source_, span, std::move(message), std::move(help));
    }

    /// A tag without its end may have swallowed others, so nothing is said of what follows.
    void not_closed(Span span) {
        lost_ = true;
        const std::size_t line_end = source_.text().substr(span.begin, span.end - span.begin).find('\n');
        if (line_end != std::string_view::npos) span.end = span.begin + static_cast<std::uint32_t>(line_end);
        fault(Code::template_syntax, span, "this tag is not closed", "end it with " + quoted(reader_.missing_end()));
    }

    const SourceText& source_;
    Diagnostics& diagnostics_;
    TagReader reader_;
    std::vector<Tag> open_sections_;
    bool passes_ = true;
    bool lost_ = false;  ///< what follows would be read amiss, or is too much
};

void SyntaxCheck::check(const Tag& tag) {
    if (tag.fault == Tag::Fault::unclosed) return not_closed(tag.span);
    if (tag.fault == Tag::Fault::delimiters) {
        lost_ = true;
        return fault(Code::template_syntax, tag.span, "this tag does not set delimiters",
                     "write two without `=` or spaces in them, such as `{{=<% %>=}}`");
    }
    if (tag.sigil == '!' || tag.sigil == '=') return;
    check_name(tag);
    if (tag.sigil == '#' || tag.sigil == '^') open_section(tag);
    if (tag.sigil == '/') close_section(tag);
}

void SyntaxCheck::check_name(const Tag& tag) {
    const std::string_view name = tag.name;
    if (name.empty()) return fault(Code::template_syntax, tag.span, "this tag has no name", "write a key of the view in it");
    // A name over several lines, or with a tag inside, is the tail of a tag whose end was forgotten.
    if (name.find('\n') != std::string_view::npos || name.find("{{") != std::string_view::npos) return not_closed(tag.span);
    if (tag.sigil == '>') return;
    if (name.find_first_of(white_space) != std::string_view::npos)
        return fault(Code::template_syntax, tag.name_span, quoted(name) + " is not a name, for it has a space",
                     "a tag holds one name and nothing else");
    if (name != "." && (name.front() == '.' || name.back() == '.' || name.find("..") != std::string_view::npos))
        fault(Code::template_syntax, tag.name_span, quoted(name) + " has a dot without a name on either side",
              "write names with single dots between them, or `.` alone");
}

void SyntaxCheck::open_section(const Tag& tag) {
    open_sections_.push_back(tag);
    if (open_sections_.size() <= deepest_nesting) return;
    lost_ = true;
    fault(Code::template_depth, tag.span, "sections nest more than " + std::to_string(deepest_nesting) + " deep here",
          "move the inner ones to a partial");
}

void SyntaxCheck::close_section(const Tag& tag) {
    if (open_sections_.empty())
        return fault(Code::template_syntax, tag.span, "section " + quoted(tag.name) + " is closed but never opened",
                     "remove this, or open it with " + quoted(reader_.written("#", tag.name)));
    const auto named = [&](const Tag& open) { return open.name == tag.name; };
    if (std::any_of(open_sections_.begin(), open_sections_.end(), named)) {
        while (!named(open_sections_.back())) never_closed(tag.name);
        open_sections_.pop_back();
        return;
    }
    const Tag& open = open_sections_.back();
    passes_ = false;
    report(diagnostics_, Code::template_syntax, source_, tag.span, "section " + quoted(open.name) + " is closed by another name",
           "write " + quoted(reader_.written("/", open.name)),
           {{locate(source_, open.span), quoted(open.name) + " is opened here"}});
    open_sections_.pop_back();
}

/// Reports the innermost open section, which ends without its tag, and leaves it.
void SyntaxCheck::never_closed(std::string_view before) {
    const Tag open = open_sections_.back();
    open_sections_.pop_back();
    const std::string help = "add " + quoted(reader_.written("/", open.name));
    fault(Code::template_syntax, open.span, "section " + quoted(open.name) + " is never closed",
          before.empty() ? help : help + " before " + quoted(reader_.written("/", before)));
}

}  // namespace

bool is_full(const Diagnostics& diagnostics) {
    constexpr std::size_t most = 100;
    return diagnostics.all().size() >= most;
}

void report(Diagnostics& diagnostics, Code code, const SourceText& source, Span span, std::string message, std::string help,
            std::vector<Related> related) {
    if (is_full(diagnostics)) return;
    diagnostics.add({code, locate(source, span), std::move(message), std::move(help), std::move(related)});
}

bool check_syntax(const SourceText& source, Diagnostics& diagnostics) { return SyntaxCheck(source, diagnostics).passes(); }

}  // namespace vitrine::mustache
