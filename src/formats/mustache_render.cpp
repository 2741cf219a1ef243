#include <algorithm>

#include "base/scan.h"
#include "formats/mustache_cache.h"
#include "formats/mustache_program.h"
#include "formats/mustache_syntax.h"

namespace vitrine::mustache {
namespace {

std::string_view entity(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        default: return {};
    }
}

constexpr auto needs_entity = [](char c) -> bool { return (c == '&') | (c == '<') | (c == '>') | (c == '"'); };

/// Apostrophes stay: attributes are quoted with `"`, and the specification names these four.
void append_escaped(std::string& out, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = find_byte(text, needs_entity); at != std::string_view::npos; at = find_byte(text, needs_entity, begin)) {
        out.append(text, begin, at - begin).append(entity(text[at]));
        begin = at + 1;
    }
    out.append(text, begin);
}

/// One run of a program over one stack of contexts.
class Renderer {
public:
    Renderer(const Template::Program& program, std::initializer_list<const Value*> contexts, std::string& out, const SectionCache* cache)
        : program_(program), out_(out), cache_(cache) {
        contexts_.reserve(contexts.size() + usual_depth);
        contexts_.assign(contexts);
    }

    void run() {
        if (!program_.parts.empty()) run_part(0, nullptr);
    }

private:
    static constexpr std::size_t usual_depth = 16;

    /// How many operations all partials together may have, each counted as often as it is called: pages have some
    /// thousands. A partial that includes itself in a section over a list ends only if the innermost elements have such a
    /// list too, an empty one: without it the name finds the outer list, over and over.
    static constexpr std::size_t most_work = 5'000'000;

    /// A part that is running, and the one it was called from.
    struct Frame {
        const Part* part;
        std::size_t contexts;  ///< how many there were when it began
        const Frame* caller;
        std::size_t depth;
    };

    void run_part(std::size_t part, const Frame* caller);
    void run_operations(std::size_t begin, std::size_t end, const Frame& frame);
    void run_section(std::size_t at, const Frame& frame);
    void run_entered(const Value& value, std::size_t at, const Frame& frame);
    void run_shared(const Value& value, std::size_t at, const Frame& frame);
    void run_with(const Value& context, std::size_t at, const Frame& frame);
    [[nodiscard]] bool is_shared(const Operation& operation, const Value& value) const;
    [[nodiscard]] const Value* find(const Operation& operation) const;

    static constexpr std::size_t inner = 1;  ///< of two contexts, the one that belongs to one page alone

    const Template::Program& program_;
    std::string& out_;
    const SectionCache* cache_;
    Answers* answers_ = nullptr;  ///< of the inner context to the shared section that is running
    std::vector<const Value*> contexts_;
    std::size_t work_left_ = most_work;
};

void Renderer::run_part(std::size_t index, const Frame* caller) {
    const Part& part = program_.parts[index];
    const std::size_t depth = caller == nullptr ? 0 : caller->depth + 1;
    const std::size_t work = std::min(work_left_, part.operations.size() + 1);
    work_left_ -= work;
    if (depth > deepest_nesting || work_left_ == 0) return;
    // Contexts are only ever pushed on the way down: as many as then means the very same, and this would never end.
    for (const Frame* frame = caller; frame != nullptr && frame->contexts == contexts_.size(); frame = frame->caller)
        if (frame->part->file == part.file) return;
    const Frame frame{&part, contexts_.size(), caller, depth};
    run_operations(0, part.operations.size(), frame);
}

void Renderer::run_operations(std::size_t begin, std::size_t end, const Frame& frame) {
    for (std::size_t at = begin; at < end; ++at) {
        const Operation& operation = frame.part->operations[at];
        switch (operation.kind) {
            case Operation::Kind::text: out_ += operation.text; break;
            case Operation::Kind::escaped:
                if (const Value* value = find(operation)) append_escaped(out_, value->text());
                break;
            case Operation::Kind::raw:
                if (const Value* value = find(operation)) out_ += value->text();
                break;
            case Operation::Kind::call:
                if (operation.part != nowhere) run_part(operation.part, &frame);
                break;
            case Operation::Kind::section:
            case Operation::Kind::inverted:
                run_section(at, frame);
                at = operation.end - 1;
                break;
        }
    }
}

void Renderer::run_section(std::size_t at, const Frame& frame) {
    const Operation& operation = frame.part->operations[at];
    const Value* value = find(operation);
    const bool is_true = value != nullptr && value->is_true();
    if (operation.kind == Operation::Kind::inverted) {
        if (!is_true) run_operations(at + 1, operation.end, frame);
        return;
    }
    if (!is_true) return;
    if (is_shared(operation, *value))
        run_shared(*value, at, frame);
    else
        run_entered(*value, at, frame);
}

/// Whether a section is entered for a value that all pages have, from where only the two contexts are seen.
bool Renderer::is_shared(const Operation& operation, const Value& value) const {
    if (cache_ == nullptr || contexts_.size() != inner + 1 || operation.path.empty()) return false;
    const bool is_large = value.list() != nullptr || value.object() != nullptr;
    return is_large && contexts_[inner]->find(operation.path.front()) == nullptr;
}

void Renderer::run_shared(const Value& value, std::size_t at, const Frame& frame) {
    const SectionCache::Kept::Key key{&frame.part->operations[at], &value};
    if (const std::string* known = cache_->kept().find(key, *contexts_[inner])) {
        out_ += *known;
        return;
    }
    const std::size_t begin = out_.size();
    Answers answers;
    answers_ = &answers;
    run_entered(value, at, frame);
    answers_ = nullptr;
    if (work_left_ > 0) cache_->kept().keep(key, std::move(answers), std::string_view(out_).substr(begin));
}

void Renderer::run_entered(const Value& value, std::size_t at, const Frame& frame) {
    if (const List* elements = value.list()) {
        for (const Value& element : *elements) run_with(element, at, frame);
    } else if (value.flag() != nullptr) {
        run_operations(at + 1, frame.part->operations[at].end, frame);
    } else {
        run_with(value, at, frame);
    }
}

void Renderer::run_with(const Value& context, std::size_t at, const Frame& frame) {
    contexts_.push_back(&context);
    run_operations(at + 1, frame.part->operations[at].end, frame);
    contexts_.pop_back();
}

/// What a name stands for: its first key in the innermost context that has it, the others inside that.
const Value* Renderer::find(const Operation& operation) const {
    if (operation.path.empty()) return contexts_.empty() ? nullptr : contexts_.back();
    const Value* value = nullptr;
    std::size_t context = contexts_.size();
    while (value == nullptr && context > 0) value = contexts_[--context]->find(operation.path.front());
    for (std::size_t i = 1; i < operation.path.size() && value != nullptr; ++i) value = value->find(operation.path[i]);
    if (answers_ != nullptr && context == inner) answers_->note(operation, value);
    return value;
}

}  // namespace

void Template::render(std::initializer_list<const Value*> contexts, std::string& out, const SectionCache* cache) const {
    Renderer(*program_, contexts, out, cache).run();
}

bool Template::names(std::string_view key) const {
    for (const Part& part : program_->parts)
        for (const Operation& operation : part.operations)
            if (std::find(operation.path.begin(), operation.path.end(), key) != operation.path.end()) return true;
    return false;
}

}  // namespace vitrine::mustache
