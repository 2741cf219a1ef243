#include "check/blocks.h"

#include <algorithm>

#include "base/text.h"
#include "check/scan.h"

namespace vitrine::check {
namespace {

/// How many bytes at the beginning of a line make it an item of a list: `- `, `12. `.
std::size_t item_mark(std::string_view line) {
    if (line.size() >= 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') return 2;
    std::size_t digits = 0;
    while (digits < line.size() && digits < 9 && is_digit(line[digits])) ++digits;
    const bool numbered = digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return numbered ? digits + 2 : 0;
}

class Splitter {
public:
    Splitter(std::string_view text, std::string_view key) : text_(text), key_(key) {}

    std::vector<Block> run(std::size_t begin) {
        for (std::size_t at = begin; at < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            take_line(at, end);
            at = end + 1;
        }
        return std::move(blocks_);
    }

private:
    void take_line(std::size_t begin, std::size_t end) {
        while (begin < end && (text_[begin] == ' ' || text_[begin] == '\t' || text_[begin] == '>')) ++begin;
        const std::string_view line = trimmed(text_.substr(begin, end - begin));
        if (const char fence = line.starts_with("```") ? '`' : line.starts_with("~~~") ? '~' : '\0'; fence != '\0' && (code_ == '\0' || code_ == fence)) {
            code_ = code_ == '\0' ? fence : '\0';
            return close();
        }
        if (code_ != '\0') return;
        if (line.empty()) return close();
        end = begin + line.size();
        if (const std::size_t hashes = line.find_first_not_of('#'); line.front() == '#' && hashes != std::string_view::npos && line[hashes] == ' ') {
            close();
            add(Block::Kind::heading, begin + hashes + 1, end);
            return close();
        }
        if (line.front() == '|') return add_or_extend(Block::Kind::table, begin, end);
        if (const std::size_t mark = item_mark(line); mark > 0) {
            close();
            return add(Block::Kind::item, begin + mark, end);
        }
        add_or_extend(Block::Kind::paragraph, begin, end);
    }

    void add(Block::Kind kind, std::size_t begin, std::size_t end) {
        blocks_.push_back({kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, key_, blocks_.empty()});
        is_open_ = true;
    }

    /// A line without a mark of its own belongs to the block before it.
    void add_or_extend(Block::Kind kind, std::size_t begin, std::size_t end) {
        const bool extends = is_open_ && (blocks_.back().kind == Block::Kind::table) == (kind == Block::Kind::table);
        if (extends)
            blocks_.back().span.end = static_cast<std::uint32_t>(end);
        else
            add(kind, begin, end);
    }

    void close() { is_open_ = false; }

    std::string_view text_;  ///< up to the end of the part
    std::string_view key_;
    std::vector<Block> blocks_;
    bool is_open_ = false;
    char code_ = '\0';  ///< of what the fence of the code is made that we are in
};

}  // namespace

std::vector<Block> blocks_of(std::string_view document, Span part, std::string_view key) {
    return Splitter(document.substr(0, part.end), key).run(part.begin);
}

}  // namespace vitrine::check
