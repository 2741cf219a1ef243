#include "import/body.h"

#include <algorithm>
#include <set>

#include "import/labels.h"
#include "import/markup.h"
#include "model/form.h"

namespace vitrine::import {
namespace {

/// The least level among the headings that are no section's.
int top_level(const std::vector<Block>& blocks) {
    int top = 6;
    for (const Block& block : blocks)
        if (block.kind == Block::Kind::heading && !section_of(block)) top = std::min(top, block.level);
    return top;
}

}  // namespace

std::optional<std::size_t> section_of(const Block& block) {
    const bool is_bold = block.markdown.starts_with("**") && block.markdown.ends_with("**");
    if (block.kind == Block::Kind::heading || (block.kind == Block::Kind::paragraph && is_bold))
        return section_in(comparable(block.words));
    return block.kind == Block::Kind::paragraph ? section_of_line(block.words) : std::nullopt;
}

std::string body_of(std::vector<Block> blocks, const std::vector<std::string>& footnotes, std::vector<LeftOut>& left_out) {
    const int top = top_level(blocks);
    std::set<std::size_t> seen;
    for (Block& block : blocks) {
        const auto section = section_of(block);
        if (section && seen.insert(*section).second) {
            const std::string title(form.at(*section).title);
            if (block.words != title) left_out.push_back({block.words, "the heading is “" + title + "” now"});
            block = {Block::Kind::heading, 2, false, false, "", title, title};
        } else if (block.kind == Block::Kind::heading) {
            block.level = std::min(6, block.level - top + (seen.empty() ? 2 : 3));
        }
    }
    std::string body = markdown_of(blocks);
    for (std::size_t i = 0; i < footnotes.size(); ++i) body += "\n[^" + std::to_string(i + 1) + "]: " + footnotes[i] + "\n";
    return body;
}

}  // namespace vitrine::import
