#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

constexpr std::string_view opening = "“", closing = "”", single_opening = "‘", single_closing = "’";
constexpr std::string_view opening_help = "a quotation may go over several paragraphs, and each may begin with a mark of its own";

bool is_ascii_word(char c) { return is_word(c) && static_cast<unsigned char>(c) < 0x80; }

/// Follows the quotations of the text between two headings.
class Quotations {
public:
    Quotations(const Text& text, Diagnostics& diagnostics) : source_(text.source), text_(text.words), diagnostics_(diagnostics) {}

    void take(const Block& block) {
        for (std::size_t at = block.span.begin; at < block.span.end; ++at) {
            if (text_[at] == '"')
                straight(at, block);
            else if (text_[at] == '\'')
                close_single({at, 1}, block);
            else if (text_[at] == opening.front())
                curly(at, block);
        }
    }

    /// A heading, or the end: whatever is open was never closed.
    void end() {
        for (const auto* marks : {&open_, &open_single_})
            for (const Mark& mark : *marks) report(mark, "the quotation that opens here is not closed before the next heading", opening_help);
        open_.clear();
        open_single_.clear();
    }

private:
    struct Mark {
        std::size_t at;
        std::size_t size;
    };

    void curly(std::size_t at, const Block& block) {
        const std::string_view rest = text_.substr(at);
        if (rest.starts_with(opening))
            open({at, opening.size()}, block);
        else if (rest.starts_with(closing))
            close({at, closing.size()});
        else if (rest.starts_with(single_opening))
            open_single({at, single_opening.size()}, block);
        else if (rest.starts_with(single_closing))
            close_single({at, single_closing.size()}, block);
    }

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

    /// Word processors make an opening mark of the apostrophe of "’90s" and "’em".
    void open_single(Mark mark, const Block& block) {
        const std::string_view rest = text_.substr(mark.at + mark.size, block.span.end - mark.at - mark.size);
        constexpr std::array<std::string_view, 5> cut_short = {"em", "n", "til", "tis", "twas"};
        std::size_t end = 0;
        while (end < rest.size() && is_ascii_word(rest[end])) ++end;
        const bool is_within_word = mark.at > block.span.begin && is_ascii_word(text_[mark.at - 1]);
        const bool is_apostrophe = is_within_word || (!rest.empty() && is_digit(rest.front())) ||
                                   std::find(cut_short.begin(), cut_short.end(), lower(rest.substr(0, end))) != cut_short.end();
        const bool begins_block = mark.at == block.span.begin;
        if (!is_apostrophe && !(begins_block && !open_single_.empty())) open_single_.push_back(mark);
    }

    /// The mark of the plural ("officers’ duties") looks like one that closes: as long as a quotation is open, it may be that,
    /// and one that closes nothing is an apostrophe.
    void close_single(Mark mark, const Block& block) {
        const std::size_t end = mark.at + mark.size;
        const bool is_within_word = end < block.span.end && is_ascii_word(text_[end]);
        if (!open_single_.empty() && !is_within_word) open_single_.pop_back();
    }

    void report(Mark mark, std::string message, std::string_view help) {
        const auto begin = static_cast<std::uint32_t>(mark.at);
        diagnostics_.add(Code::check_quotation, source_, {begin, begin + static_cast<std::uint32_t>(mark.size)}, std::move(message), std::string(help));
    }

    const SourceText& source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::vector<Mark> open_;         ///< double ones
    std::vector<Mark> open_single_;  ///< kept apart: one kind stands within the other
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
