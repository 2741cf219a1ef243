#include <string_view>
#include <vector>

#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

constexpr std::string_view opening = "“", closing = "”", opening_help = "a quotation may go over several paragraphs, and each may begin with a mark of its own";

/// Follows the quotations of the text between two headings.
class Quotations {
public:
    Quotations(const Text& text, Diagnostics& diagnostics) : source_(text.source), text_(text.words), diagnostics_(diagnostics) {}

    void take(const Block& block) {
        for (std::size_t at = block.span.begin; at < block.span.end; ++at) {
            if (text_[at] == '"')
                straight(at, block);
            else if (text_.substr(at).starts_with(opening))
                open({at, opening.size()}, block);
            else if (text_.substr(at).starts_with(closing))
                close({at, closing.size()});
        }
    }

    /// A heading, or the end: whatever is open was never closed.
    void end() {
        for (const Mark& mark : open_)
            report(mark, "the quotation that opens here is not closed before the next heading", opening_help);
        open_.clear();
    }

private:
    struct Mark {
        std::size_t at;
        std::size_t size;
    };

    /// What a straight mark means shows on its left: a quotation opens behind a space or a bracket.
    void straight(std::size_t at, const Block& block) {
        if (at > 0 && text_[at - 1] == '\\') return;
        const char before = at == block.span.begin ? ' ' : text_[at - 1];
        const bool opens = is_space(before) || before == '(' || before == '[' || before == '*' || before == '_';
        // Feet and inches: 5'10".
        if (!opens && is_digit(before) && open_.empty()) return;
        opens ? open({at, 1}, block) : close({at, 1});
    }

    void open(Mark mark, const Block& block) {
        const bool begins_block = mark.at == block.span.begin;
        if (!(begins_block && !open_.empty())) open_.push_back(mark);
    }

    void close(Mark mark) {
        if (open_.empty())
            report(mark, "a quotation closes here that was not opened", "put the mark where it begins, or take this one out");
        else
            open_.pop_back();
    }

    void report(Mark mark, std::string message, std::string_view help) {
        const auto begin = static_cast<std::uint32_t>(mark.at);
        diagnostics_.add(Code::check_quotation, source_, {begin, begin + static_cast<std::uint32_t>(mark.size)}, std::move(message), std::string(help));
    }

    const SourceText& source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::vector<Mark> open_;
};

}  // namespace

void find_open_quotations(const Text& text, Diagnostics& diagnostics) {
    Quotations quotations(text, diagnostics);
    for (const Block& block : text.blocks) {
        if (block.kind == Block::Kind::heading || block.begins) quotations.end();
        quotations.take(block);
        // A heading and a table hold what they quote.
        if (block.kind == Block::Kind::heading || block.kind == Block::Kind::table) quotations.end();
    }
    quotations.end();
}

}  // namespace vitrine::check
