#include "formats/markdown_headings.h"

#include <map>
#include <unordered_map>

#include "base/text.h"
#include "formats/markdown_places.h"
#include "formats/unicode.h"

namespace vitrine::markdown {
namespace {

/// Gives out ids, each once.
class Ids {
public:
    /// The id, or the next of `id-1`, `id-2` … that is free.
    std::string take(const std::string& id) {
        const auto [at, is_free] = last_number_.try_emplace(id, 0);
        if (is_free) return id;
        for (std::size_t& number = at->second;;) {
            std::string numbered = id + "-" + std::to_string(++number);
            if (last_number_.try_emplace(numbered, 0).second) return numbered;
        }
    }

private:
    std::unordered_map<std::string, std::size_t> last_number_;
};

/// Ids with those of the page and of the footnotes taken already, so that a heading called "fn-1" gets another.
Ids ids_beside_others(const Tree& tree, const Options& options) {
    Ids ids;
    for (const std::string& id : options.reserved_ids) ids.take(id);
    std::size_t notes = 0;
    for (const Block& block : tree.blocks())
        if (block.kind == Block::Kind::footnote) ids.take(footnote_id(++notes));
    std::map<std::size_t, std::size_t> marks;
    for (const Inline& mark : tree.inlines())
        if (mark.kind == Inline::Kind::footnote) ids.take(footnote_mark_id(mark.number, ++marks[mark.number]));
    return ids;
}

class HeadingWalk {
public:
    HeadingWalk(Ids ids, const Lines& lines, const Options& options, Prose& document, Report& report)
        : ids_(std::move(ids)), lines_(lines), options_(options), document_(document), report_(report) {}

    void take(const Block& block) {
        std::string slug = heading_slug(trimmed(block.words));
        if (slug.empty()) slug = "section";
        const Span span = block.words.empty() ? lines_.span(block.first_line) : BlockText(block, lines_).span();
        const Heading& heading = document_.headings.emplace_back(
            Heading{block.level, options_.id_prefix + ids_.take(slug), std::string(trimmed(block.words)), span, block.top_level});
        if (options_.field)
            return report_.add(Code::markdown_heading_level, span, "a heading does not work in this field",
                               "write it as a paragraph, or put the text into the body below the front matter");
        if (heading.text.empty())
            report_.add(Code::markdown_heading_level, span, "the heading has no text", "write what comes below it, or take it out");
        check_level(heading);
        if (heading.top_level && heading.level == 2) check_section(heading, slug);
    }

private:
    void check_level(const Heading& heading) {
        const std::string hashes(static_cast<std::size_t>(last_level_) + 1, '#');
        if (heading.level == 1)
            report_.add(Code::markdown_heading_level, heading.span, "a heading of level 1 in the text",
                        "begin with `##`: the page's title is the only heading of level 1");
        else if (heading.level > last_level_ + 1)
            report_.add(Code::markdown_heading_level, heading.span,
                        "a heading of level " + std::to_string(heading.level) +
                            (last_level_ == 1 ? " before any of level 2" : " below one of level " + std::to_string(last_level_)),
                        "begin with `" + hashes + "`: levels are not left out");
        last_level_ = heading.level;
    }

    void check_section(const Heading& heading, const std::string& slug) {
        const auto [first, is_new] = sections_.try_emplace(slug, heading.span);
        if (is_new) return;
        report_.add(Code::markdown_duplicate_section, heading.span, "a second section " + quoted(heading.text),
                    "give each section a name of its own, or put the texts together",
                    {report_.related(first->second, "the first one is here")});
    }

    Ids ids_;
    const Lines& lines_;
    const Options& options_;
    Prose& document_;
    Report& report_;
    int last_level_ = 1;  ///< the page's title
    std::unordered_map<std::string, Span> sections_;
};

}  // namespace

void add_headings(const Tree& tree, const Lines& lines, const Options& options, Prose& document, Report& report) {
    HeadingWalk walk(ids_beside_others(tree, options), lines, options, document, report);
    for (const Block& block : tree.blocks())
        if (block.kind == Block::Kind::heading) walk.take(block);
}

std::string footnote_id(std::size_t number) { return "fn-" + std::to_string(number); }

std::string footnote_mark_id(std::size_t number, std::size_t mark) {
    const std::string id = "fnref-" + std::to_string(number);
    return mark == 1 ? id : id + "-" + std::to_string(mark);
}

}  // namespace vitrine::markdown
