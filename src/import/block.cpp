#include "import/block.h"

#include "base/text.h"

namespace vitrine::import {
namespace {

/// How far the lines of an item of that depth are indented: enough for the marks of those that hold it.
std::string indent_of(int depth) { return std::string(static_cast<std::size_t>(depth > 0 ? depth - 1 : 0) * 4, ' '); }

std::string first_line_mark(const Block& block) {
    switch (block.kind) {
        case Block::Kind::heading:
            return std::string(static_cast<std::size_t>(block.level), '#') + " ";
        case Block::Kind::item:
            return indent_of(block.level) + (block.continues ? std::string(block.marker.size(), ' ') : block.marker) + " ";
        case Block::Kind::paragraph:
        case Block::Kind::table:
            break;
    }
    return "";
}

void append(std::string& out, const Block& block) {
    const std::string quotation = block.is_quotation ? "> " : "", mark = first_line_mark(block);
    const std::string rest = block.kind == Block::Kind::item ? std::string(mark.size(), ' ') : "";
    bool first = true;
    for (const std::string_view line : split(block.markdown, '\n')) {
        out += quotation + (first ? mark : rest);
        out += line;
        out += '\n';
        first = false;
    }
}

}  // namespace

std::string markdown_of(const std::vector<Block>& blocks) {
    std::string out;
    const Block* before = nullptr;
    for (const Block& block : blocks) {
        if (before != nullptr) {
            const bool one_quotation = before->is_quotation && block.is_quotation;
            const bool one_list = before->kind == Block::Kind::item && block.kind == Block::Kind::item &&
                                  before->is_quotation == block.is_quotation && !block.continues;
            if (!one_list) out += one_quotation ? ">\n" : "\n";
        }
        append(out, block);
        before = &block;
    }
    return out;
}

}  // namespace vitrine::import
