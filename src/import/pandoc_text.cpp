#include "import/pandoc_text.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "import/markup.h"

namespace vitrine::import {
namespace {

constexpr std::string_view pictures =
    "pictures are not brought over: put the file beside the response, where it becomes an attachment";

/// Reads what stands in a line.
class Inlines {
public:
    Inlines(Document& document, bool in_heading) : document_(document), in_heading_(in_heading) {}

    Text read(const Json& inlines);

private:
    void add(const Json& inlines) {
        for (const Json& one : inlines.elements()) add_one(one.member("t").text(), one.member("c"));
    }
    void add_one(std::string_view type, const Json& content);
    void add_words(std::string_view words) {
        const std::string clean = without_control_characters(words);
        text_.markdown += escaped_markdown(clean, text_.markdown.empty());
        text_.words += clean;
    }
    void add_space() {
        text_.markdown += ' ';
        text_.words += ' ';
    }
    void add_marked(std::string_view mark, const Json& inlines);
    void add_superscript(const Json& inlines);
    void add_link(const Json& content);
    void add_picture(const Json& content);

    Document& document_;
    bool in_heading_;
    Text text_;
};

Text Inlines::read(const Json& inlines) {
    add(inlines);
    return std::move(text_);
}

/// Marks stand next to words and never next to the space outside them, where Markdown would not know them for marks.
void Inlines::add_marked(std::string_view mark, const Json& inlines) {
    Text outer = std::move(text_);
    text_ = {};
    add(inlines);
    const std::string_view inner = trimmed(text_.markdown);
    const std::size_t before = inner.empty() ? 0 : text_.markdown.find_first_not_of(" \t\n");
    const std::size_t after = text_.markdown.size() - before - inner.size();
    const bool is_marked = !inner.empty() && !in_heading_ && inner.find('\n') == std::string_view::npos;
    const std::string held = is_marked ? std::string(mark) + std::string(inner) + std::string(mark) : std::string(inner);
    outer.markdown += text_.markdown.substr(0, before) + held + text_.markdown.substr(text_.markdown.size() - after);
    outer.words += text_.words;
    text_ = std::move(outer);
}

/// A raised number is a note’s: "garages1" would be another word.
void Inlines::add_superscript(const Json& inlines) {
    constexpr std::array<std::string_view, 10> raised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    const Text text = text_of(inlines, true, document_);
    std::string words;
    for (const char c : text.words)
        if (c >= '0' && c <= '9')
            words += raised.at(static_cast<std::size_t>(c - '0'));
        else
            words += c;
    add_words(words);
}

void Inlines::add_link(const Json& content) {
    const std::string target(element(element(content, 2), 0).text());
    const bool leads_away = target.starts_with("http://") || target.starts_with("https://") || target.starts_with("mailto:");
    if (!leads_away || in_heading_) {
        add(element(content, 1));
        if (!target.empty() && !target.starts_with('#'))
            document_.left_out.push_back(
                {target, "the address of a link that leads to no public page, or stood in a heading; its words stay"});
        return;
    }
    text_.markdown += '[';
    add(element(content, 1));
    text_.markdown += "](<" + target + ">)";
}

void Inlines::add_picture(const Json& content) {
    const Text alternative = text_of(element(content, 1), true, document_);
    const std::string name(element(element(content, 2), 0).text());
    document_.left_out.push_back({alternative.words.empty() ? name : alternative.words, std::string(pictures)});
}

void Inlines::add_one(std::string_view type, const Json& content) {
    if (type == "Str") return add_words(content.text());
    if (type == "Space" || type == "SoftBreak") return add_space();
    if (type == "Emph") return add_marked("*", content);
    if (type == "Strong") return add_marked("**", content);
    if (type == "Underline" || type == "SmallCaps" || type == "Subscript") return add(content);
    if (type == "Superscript") return add_superscript(content);
    if (type == "Strikeout") return add_marked("~~", content);
    if (type == "Link") return add_link(content);
    if (type == "Image") return add_picture(content);
    if (type == "Span" || type == "Cite") return add(element(content, 1));
    if (type == "Code" || type == "Math") return add_words(element(content, 1).text());
    if (type == "LineBreak") {
        text_.markdown += in_heading_ ? " " : "\\\n";
        text_.words += '\n';
    } else if (type == "Quoted") {
        const bool is_single = element(content, 0).member("t").text() == "SingleQuote";
        add_words(is_single ? "‘" : "“");
        add(element(content, 1));
        add_words(is_single ? "’" : "”");
    } else if (type == "Note") {
        text_.markdown += "[^" + std::to_string(document_.footnotes.size() + 1) + "]";
        std::string note;
        for (const Json& block : content.elements()) {
            const Text words = text_of(block.member("c"), false, document_);
            if (!note.empty()) note += ' ';
            note += trimmed(words.markdown);
        }
        document_.footnotes.push_back(note);
    } else if (type == "RawInline") {
        document_.left_out.push_back({std::string(element(content, 1).text()), "markup that no reader sees"});
    }
}

}  // namespace

const Json& element(const Json& json, std::size_t index) {
    static const Json none;
    return index < json.elements().size() ? json.elements()[index] : none;
}

Text text_of(const Json& inlines, bool in_heading, Document& document) { return Inlines(document, in_heading).read(inlines); }

}  // namespace vitrine::import
