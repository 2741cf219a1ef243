#include <algorithm>
#include <deque>
#include <map>
#include <span>
#include <utility>

#include "base/text.h"
#include "formats/mustache_program.h"
#include "formats/mustache_syntax.h"
#include "formats/mustache_white_space.h"

namespace vitrine::mustache {
namespace {

/// An indented partial is compiled anew for each indentation, and one that includes itself twice, with a space and with a
/// tab, has no end of them. Far more than a theme needs; a contrived one stops here.
constexpr std::size_t most_parts = 1000;

/// One line of a template, with its end.
using Line = std::span<const Token>;

/// Puts the operations of one part together.
class Builder {
public:
    explicit Builder(std::string_view source) : source_(source) {}

    [[nodiscard]] std::string_view text(Span span) const { return source_.substr(span.begin, span.end - span.begin); }
    [[nodiscard]] bool in_section() const { return !open_sections_.empty(); }
    /// Whether what is printed next is sure to stand behind a line break of this template.
    [[nodiscard]] bool begins_line() const { return begins_line_; }

    /// Appends to the text before it, if that is always printed just before.
    void print(std::string_view text) {
        if (text.empty()) return;
        if (!extends_text_) operations_.push_back({.kind = Operation::Kind::text});
        operations_.back().text += text;
        extends_text_ = true;
        begins_line_ = text.ends_with('\n');
    }

    void open_section(Operation::Kind kind, Span name) {
        open_sections_.push_back({operations_.size(), begins_line_});
        use_name(kind, name);
    }

    void close_section() {
        const OpenSection section = open_sections_.back();
        open_sections_.pop_back();
        operations_[section.operation].end = operations_.size();
        extends_text_ = false;
        begins_line_ = begins_line_ && section.begins_line;
    }

    /// An operation on what a name stands for.
    void use_name(Operation::Kind kind, Span name) {
        Operation operation{.kind = kind, .name = name};
        if (text(name) != ".") operation.path = split(text(name), '.');
        add(std::move(operation));
    }

    void call(std::size_t part, Span name) { add({.kind = Operation::Kind::call, .name = name, .part = part}); }

    [[nodiscard]] std::vector<Operation> take() { return std::move(operations_); }

private:
    struct OpenSection {
        std::size_t operation;
        bool begins_line;
    };

    void add(Operation operation) {
        operations_.push_back(std::move(operation));
        extends_text_ = begins_line_ = false;
    }

    std::string_view source_;
    std::vector<Operation> operations_;
    std::vector<OpenSection> open_sections_;
    bool extends_text_ = false;
    bool begins_line_ = false;
};

/// Compiles a template and, in turn, the partials it reaches: the nearest first, so that each is met on its shortest way.
class Compiler {
public:
    Compiler(const Sources& sources, const CompileOptions& options, Diagnostics& diagnostics)
        : sources_(sources), options_(options), diagnostics_(diagnostics) {}

    [[nodiscard]] Template::Program compile(const std::string& name, const Source& source) {
        add_part({add_file(name, source), {}, false}, 0);
        for (std::size_t part = 0; part < program_.parts.size(); ++part) compile_part(part);
        return std::move(program_);
    }

private:
    /// What tells one part from another: its file, how far it is indented, and whether all of it stands in a `<pre>`.
    struct Key {
        std::size_t file = 0;
        std::string indent;
        bool keeps_white_space = false;

        friend auto operator<=>(const Key&, const Key&) = default;
    };

    /// What is known of a part besides its operations.
    struct PartState {
        Key key;
        std::size_t depth = 0;  ///< how many partials lie between the template and this, itself included
    };

    struct FileState {
        std::vector<Token> tokens;
        bool is_compiled = false;  ///< for some indentation
    };

    std::size_t add_file(const std::string& name, const Source& source);
    std::size_t add_part(const Key& key, std::size_t depth);
    [[nodiscard]] const Sources::value_type* find_partial(Span name);
    [[nodiscard]] std::size_t find_part(const Sources::value_type& partial, const std::string& indent, Span name);
    [[nodiscard]] bool drops_white_space() const {
        return options_.compact && !state_.key.keeps_white_space && !kept_white_space_.is_kept();
    }

    void compile_part(std::size_t part);
    void compile_line(Builder& builder, Line line);
    [[nodiscard]] Line without_indent(Builder& builder, Line line) const;
    void compile_tokens(Builder& builder, Line line);
    void compile_tag(Builder& builder, const Token& tag, const std::string& indent);
    void include(Builder& builder, Span name, const std::string& indent);
    [[nodiscard]] const File& file() const { return program_.files[state_.key.file]; }

    const Sources& sources_;
    const CompileOptions& options_;
    Diagnostics& diagnostics_;

    Template::Program program_;
    std::vector<PartState> part_states_;
    std::deque<FileState> file_states_;
    std::map<std::string, std::size_t> file_of_name_;
    std::map<Key, std::size_t> part_of_key_;
    PartState state_;  ///< of the part that is being compiled
    KeptWhiteSpace kept_white_space_;  ///< in that part
    bool reported_too_many_ = false;
};

std::size_t Compiler::add_file(const std::string& name, const Source& source) {
    const auto [place, is_new] = file_of_name_.try_emplace(name, program_.files.size());
    if (!is_new) return place->second;
    program_.files.push_back({name, source, {}});
    FileState& state = file_states_.emplace_back();
    if (check_syntax(*source, diagnostics_)) state.tokens = parse_tokens(*source, diagnostics_);
    return place->second;
}

std::size_t Compiler::add_part(const Key& key, std::size_t depth) {
    const std::size_t part = program_.parts.size();
    part_of_key_[key] = part;
    part_states_.push_back({key, depth});
    program_.parts.push_back({key.file, {}});
    return part;
}

void Compiler::compile_part(std::size_t part) {
    state_ = part_states_[part];
    kept_white_space_ = {};
    FileState& state = file_states_[state_.key.file];
    Builder builder(file().source->text());
    for (auto at = state.tokens.begin(); at != state.tokens.end();) {
        auto end = std::find_if(at, state.tokens.end(), [](const Token& token) { return token.kind == Token::Kind::line_end; });
        if (end != state.tokens.end()) ++end;
        compile_line(builder, {at, end});
        at = end;
    }
    state.is_compiled = true;
    program_.parts[part].operations = builder.take();
}

bool is_blank(const Token& token) { return token.kind == Token::Kind::white || token.kind == Token::Kind::line_end; }

/// The tag that stands alone on its line, if one does: such a line does not appear in the output.
const Token* standalone(Line line) {
    const auto is_mark = [](const Token& token) { return !is_blank(token); };
    const auto only = std::find_if(line.begin(), line.end(), is_mark);
    if (only == line.end() || std::find_if(only + 1, line.end(), is_mark) != line.end()) return nullptr;
    const bool prints = only->kind == Token::Kind::text || only->kind == Token::Kind::escaped || only->kind == Token::Kind::raw;
    return prints ? nullptr : &*only;
}

void Compiler::compile_line(Builder& builder, Line line) {
    if (const Token* tag = standalone(line)) {
        std::string indent = state_.key.indent;
        for (const Token* blank = line.data(); blank != tag; ++blank) indent += builder.text(blank->span);
        return compile_tag(builder, *tag, indent);
    }
    if (drops_white_space()) return compile_tokens(builder, without_indent(builder, line));
    if (!std::all_of(line.begin(), line.end(), is_blank)) builder.print(state_.key.indent);
    compile_tokens(builder, line);
}

/// The line without the white space that it begins with, or nothing of an empty line. Where it is not sure to stand behind a
/// line break, the line break or one space stays: what comes before may be another template's words.
Line Compiler::without_indent(Builder& builder, Line line) const {
    const auto words = std::find_if(line.begin(), line.end(), [](const Token& token) { return token.kind != Token::Kind::white; });
    const Line rest(words, line.end());
    const bool is_empty = rest.empty() || rest.front().kind == Token::Kind::line_end;
    if (builder.begins_line()) return is_empty ? Line{} : rest;
    const bool indented = words != line.begin() || !state_.key.indent.empty();
    if (indented && (rest.empty() || !is_empty)) builder.print(" ");
    return rest;
}

void Compiler::compile_tokens(Builder& builder, Line line) {
    for (const Token& token : line) {
        const bool is_text = token.kind == Token::Kind::text || is_blank(token);
        if (!is_text) {
            compile_tag(builder, token, {});
            continue;
        }
        builder.print(builder.text(token.span));
        kept_white_space_.take(builder.text(token.span));
    }
}

void Compiler::compile_tag(Builder& builder, const Token& tag, const std::string& indent) {
    switch (tag.kind) {
        case Token::Kind::escaped: return builder.use_name(Operation::Kind::escaped, tag.span);
        case Token::Kind::raw: return builder.use_name(Operation::Kind::raw, tag.span);
        case Token::Kind::section: return builder.open_section(Operation::Kind::section, tag.span);
        case Token::Kind::inverted: return builder.open_section(Operation::Kind::inverted, tag.span);
        case Token::Kind::end: return builder.close_section();
        case Token::Kind::partial: return include(builder, tag.span, indent);
        case Token::Kind::text:
        case Token::Kind::white:
        case Token::Kind::line_end:
        case Token::Kind::silent: return;
    }
}

void Compiler::include(Builder& builder, Span name, const std::string& indent) {
    const Sources::value_type* partial = find_partial(name);
    if (partial == nullptr) return;
    // Compact, all depths of indentation come to the same.
    builder.call(find_part(*partial, drops_white_space() && !indent.empty() ? " " : indent, name), name);
    const auto included = file_of_name_.find(partial->first);
    if (file_states_[state_.key.file].is_compiled || included == file_of_name_.end()) return;
    program_.files[state_.key.file].inclusions.push_back({included->second, name, !builder.in_section()});
}

/// The source that a tag names, through the bindings; reported when there is none.
const Sources::value_type* Compiler::find_partial(Span name) {
    const std::string_view whole = file().source->text();
    const std::string written(whole.substr(name.begin, name.end - name.begin));
    const auto bound = options_.bindings.find(written);
    const std::string& meant = bound == options_.bindings.end() ? written : bound->second;
    if (const auto found = sources_.find(meant); found != sources_.end()) return &*found;
    if (file_states_[state_.key.file].is_compiled) return nullptr;

    std::vector<std::string_view> names;
    for (const auto& [candidate, source] : sources_) names.push_back(candidate);
    for (const auto& [candidate, target] : options_.bindings) names.push_back(candidate);
    const std::string what = "there is no template " + quoted(meant);
    report(diagnostics_, Code::template_missing, *file().source, name,
           meant == written ? what : what + ", for which " + quoted(written) + " stands here", did_you_mean(meant, names));
    return nullptr;
}

/// The part for a partial at this place, which is compiled later; nowhere when no call can be deep enough to reach it.
std::size_t Compiler::find_part(const Sources::value_type& partial, const std::string& indent, Span name) {
    const std::size_t depth = state_.depth + 1;
    if (depth > deepest_nesting) {
        // A file that is there already includes itself, indented: it goes on for as long as its data does.
        if (!file_of_name_.contains(partial.first)) report_too_deep(file(), name, diagnostics_);
        return nowhere;
    }
    const bool keeps_white_space = options_.compact && !drops_white_space();
    const Key key{add_file(partial.first, partial.second), indent, keeps_white_space};
    if (const auto known = part_of_key_.find(key); known != part_of_key_.end()) return known->second;
    if (program_.parts.size() < most_parts) return add_part(key, depth);
    if (!reported_too_many_)
        report(diagnostics_, Code::template_depth, *file().source, name,
               "partials are included in more than " + grouped(most_parts) + " ways",
               "include fewer partials, or indent them less");
    reported_too_many_ = true;
    return nowhere;
}

}  // namespace

Template compile(std::string_view name, const Sources& sources, const CompileOptions& options, Diagnostics& diagnostics) {
    const auto found = sources.find(name);
    if (found == sources.end()) {
        std::vector<std::string_view> names;
        for (const auto& [candidate, source] : sources) names.push_back(candidate);
        diagnostics.add({Code::template_missing,
                         whole_file(std::string(name)),
                         "there is no template " + quoted(name),
                         did_you_mean(name, names),
                         {}});
        return Template(std::make_shared<const Template::Program>());
    }
    Diagnostics problems;
    auto program = std::make_shared<Template::Program>(Compiler(sources, options, problems).compile(found->first, found->second));
    check_nesting(program->files, problems);
    if (!options.shapes.empty()) check_names(*program, options.shapes, problems);
    diagnostics.merge(std::move(problems));
    return Template(std::move(program));
}

}  // namespace vitrine::mustache
