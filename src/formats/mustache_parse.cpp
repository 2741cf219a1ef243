#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "formats/mustache_syntax.h"

namespace vitrine::mustache {
namespace {

namespace library = kainjow::mustache;
using Component = library::component<std::string>;

/// Turns the parser's tree into tokens in the order of the text.
class Flattener {
public:
    explicit Flattener(std::string_view text) : text_(text) {}

    void append(const std::vector<Component>& components) {
        for (const Component& component : components) component.is_text() ? append_text(component) : append_tag(component);
    }

    [[nodiscard]] std::vector<Token> take() { return std::move(tokens_); }

private:
    static Span span(std::size_t begin, std::size_t size) {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
    }

    void append_text(const Component& component) {
        const Token::Kind kind = component.text == "\n"                            ? Token::Kind::line_end
                                 : component.text == " " || component.text == "\t" ? Token::Kind::white
                                                                                   : Token::Kind::text;
        tokens_.push_back({kind, span(component.position, component.text.size())});
    }

    void append_tag(const Component& component) {
        // The parser keeps where a tag begins, not where its name does: the first thing behind the delimiter that reads so.
        const std::string& name = component.tag.name;
        const std::size_t begin = text_.find(name, component.position + delimiter_size_);
        tokens_.push_back({kind(component.tag.type), span(begin, name.size())});
        if (component.tag.delim_set) delimiter_size_ = component.tag.delim_set->begin.size();
        if (!component.tag.is_section_begin()) return;
        append(component.children);
        tokens_.push_back({Token::Kind::end, {}});
    }

    static Token::Kind kind(library::tag_type type) {
        switch (type) {
            case library::tag_type::variable: return Token::Kind::escaped;
            case library::tag_type::unescaped_variable: return Token::Kind::raw;
            case library::tag_type::section_begin: return Token::Kind::section;
            case library::tag_type::section_begin_inverted: return Token::Kind::inverted;
            case library::tag_type::section_end: return Token::Kind::end;
            case library::tag_type::partial: return Token::Kind::partial;
            case library::tag_type::text:
            case library::tag_type::comment:
            case library::tag_type::set_delimiter: break;
        }
        return Token::Kind::silent;
    }

    std::string_view text_;
    std::size_t delimiter_size_ = 2;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> parse_tokens(const SourceText& source, Diagnostics& diagnostics) {
    library::context<std::string> no_data;
    library::context_internal<std::string> state(no_data);
    Component root;
    std::string fault;
    const library::parser<std::string> parser(std::string(source.text()), state, root, fault);
    if (!fault.empty()) {
        diagnostics.add({Code::template_syntax, whole_file(source.path()), "this template cannot be read: " + fault, {}, {}});
        return {};
    }
    Flattener flattener(source.text());
    flattener.append(root.children);
    return flattener.take();
}

}  // namespace vitrine::mustache
