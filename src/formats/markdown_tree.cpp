#include "formats/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstring>

#include "base/scan.h"
#include "formats/markdown_arena.h"

// Each parse adds the characters of its extensions to a table that all threads share, and removes them at its end. The
// linker puts these two functions in the place of the ones that do so (--wrap): the table is filled once and stays.
extern "C" {
void __real_cmark_inlines_add_special_character(unsigned char c, bool emphasis);
void __wrap_cmark_inlines_add_special_character(unsigned char, bool) {}
void __wrap_cmark_inlines_remove_special_character(unsigned char, bool) {}
}

namespace vitrine::markdown {
namespace {

// Without a check of the UTF-8, for a source that is not valid has been turned away.
constexpr int parse_options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;

struct Extensions {
    std::array<cmark_syntax_extension*, 3> always;
    cmark_syntax_extension* autolink;
};

Extensions registered_extensions() {
    cmark_gfm_core_extensions_ensure_registered();
    __real_cmark_inlines_add_special_character('~', true);
    __real_cmark_inlines_add_special_character(':', false);
    __real_cmark_inlines_add_special_character('w', false);
    return {{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"), cmark_find_syntax_extension("tagfilter")},
            cmark_find_syntax_extension("autolink")};
}

const Extensions& extensions() {
    static const Extensions all = registered_extensions();
    return all;
}

/// Whether a text can hold an address that is to become a link. Looking for them takes cmark-gfm a walk through every node.
bool may_hold_address(std::string_view text) {
    // A reference such as `&commat;` can be the `@`.
    const auto is_at_or_reference = [](char c) -> bool { return (c == '@') | (c == '&'); };
    return find_byte(text, is_at_or_reference) != std::string_view::npos || text.find("://") != std::string_view::npos ||
           text.find("www.") != std::string_view::npos;
}

// cmark-gfm passes its allocator no context, so the arena of the tree at hand stands here.
thread_local Arena* arena_in_use = nullptr;

Arena& arena_of_this_thread() {
    thread_local Arena arena;
    return arena;
}

void* arena_calloc(std::size_t count, std::size_t size) {
    return std::memset(arena_in_use->allocate(count * size), 0, count * size);
}
void* arena_realloc(void* block, std::size_t size) {
    void* moved = arena_in_use->reallocate(block, size);
    // cmark-gfm shows the text of an empty heading or cell without ever having ended it.
    if (block == nullptr && size > 0) *static_cast<char*>(moved) = '\0';
    return moved;
}
void arena_free(void* block) { arena_in_use->release(block); }

cmark_mem arena_memory = {arena_calloc, arena_realloc, arena_free};

std::uint32_t positive(int number) { return number > 0 ? static_cast<std::uint32_t>(number) : 0; }

std::string_view view(const char* text) { return text == nullptr ? std::string_view{} : std::string_view(text); }

std::uint32_t lines_of(std::string_view content) {
    while (content.ends_with('\n')) content.remove_suffix(1);
    return static_cast<std::uint32_t>(std::count(content.begin(), content.end(), '\n')) + 1;
}

/// Goes through the nodes of cmark-gfm in order and notes what the rest of the program needs of them.
class Walk {
public:
    Walk(std::vector<Block>& blocks, std::vector<Inline>& inlines) : blocks_(blocks), inlines_(inlines) {}

    void run(cmark_node* root) {
        cmark_iter* iterator = cmark_iter_new(root);
        for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator)) {
            cmark_node* node = cmark_iter_get_node(iterator);
            if (event == CMARK_EVENT_ENTER)
                enter(node);
            else
                leave(node);
        }
    }

private:
    void enter(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_PARAGRAPH:
                return enter_paragraph(node);
            case CMARK_NODE_HEADING:
                return enter_heading(node);
            case CMARK_NODE_CODE_BLOCK:
                return void(add_block(node, Block::Kind::code, {}));
            case CMARK_NODE_HTML_BLOCK:
                return void(add_block(node, Block::Kind::html, view(cmark_node_get_literal(node))));
            case CMARK_NODE_FOOTNOTE_DEFINITION:
                return void(add_block(node, Block::Kind::footnote, {}));
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE:
                return add_words(node);
            case CMARK_NODE_SOFTBREAK:
            case CMARK_NODE_LINEBREAK:
                return add_words(" ");
            case CMARK_NODE_LINK:
                return enter_link(node);
            case CMARK_NODE_IMAGE:
                return enter_image(node);
            case CMARK_NODE_HTML_INLINE:
                return void(add_inline(node, Inline::Kind::html, cmark_node_get_literal(node)));
            case CMARK_NODE_FOOTNOTE_REFERENCE:
                return enter_footnote(node);
            default:
                return enter_extension(node);
        }
    }

    void leave(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_HEADING:
                heading_ = none;
                break;
            case CMARK_NODE_LINK:
                links_.pop_back();
                break;
            case CMARK_NODE_IMAGE:
                if (--images_open_ == 0) image_ = none;
                break;
            default:
                break;
        }
    }

    Block& add_block(cmark_node* node, Block::Kind kind, std::string_view content) {
        Block& block = blocks_.emplace_back();
        block.kind = kind;
        block.top_level = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
        block.first_line = positive(cmark_node_get_start_line(node));
        block.last_line = std::max(block.first_line, positive(cmark_node_get_end_line(node)));
        block.column = std::max<std::uint32_t>(1, positive(cmark_node_get_start_column(node)));
        block.content = content;
        return block;
    }

    void enter_paragraph(cmark_node* node) {
        Block& block = add_block(node, Block::Kind::paragraph, view(cmark_node_get_string_content(node)));
        if (block.first_line > 0) return;
        // The lines above the header of a table become a paragraph without a position; the table has kept it.
        block.first_line = positive(cmark_node_get_start_line(cmark_node_next(node)));
        block.last_line = block.first_line + lines_of(block.content) - 1;
    }

    void enter_heading(cmark_node* node) {
        heading_ = blocks_.size();
        Block& block = add_block(node, Block::Kind::heading, view(cmark_node_get_string_content(node)));
        block.level = cmark_node_get_heading_level(node);
    }

    void enter_extension(cmark_node* node) {
        const std::string_view type = cmark_node_get_type_string(node);
        if (type == "table") {
            std::uint32_t rows = 0;
            for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) ++rows;
            // The header's own position is wrong when other lines stand above it: count back from the last row.
            const std::uint32_t last = positive(cmark_node_get_end_line(node));
            table_header_line_ = last > rows ? last - rows : 1;
        } else if (type == "table_cell") {
            cmark_node* row = cmark_node_parent(node);
            const bool header = std::string_view(cmark_node_get_type_string(row)) == "table_header";
            Block& block = add_block(node, Block::Kind::table_cell, view(cmark_node_get_string_content(node)));
            block.first_line = block.last_line = header ? table_header_line_ : positive(cmark_node_get_start_line(row));
        }
    }

    Inline& add_inline(cmark_node* node, Inline::Kind kind, const char* target) {
        Inline& added = inlines_.emplace_back();
        added.kind = kind;
        added.block = blocks_.size() - 1;
        added.line = positive(cmark_node_get_start_line(node));
        added.target = view(target);
        added.in_link = !links_.empty();
        added.in_image = images_open_ > 0;
        return added;
    }

    void enter_link(cmark_node* node) {
        add_inline(node, Inline::Kind::link, cmark_node_get_url(node));
        links_.push_back(inlines_.size() - 1);
    }

    void enter_image(cmark_node* node) {
        for (const std::size_t link : links_) inlines_[link].has_image = true;
        add_inline(node, Inline::Kind::image, cmark_node_get_url(node));
        if (images_open_++ == 0) image_ = inlines_.size() - 1;
    }

    void enter_footnote(cmark_node* node) {
        Inline& added = add_inline(node, Inline::Kind::footnote, nullptr);
        const std::string_view number = view(cmark_node_get_literal(node));
        std::from_chars(number.data(), number.data() + number.size(), added.number);
    }

    void add_words(cmark_node* node) {
        if (heading_ != none || !links_.empty() || image_ != none) add_words(view(cmark_node_get_literal(node)));
    }

    void add_words(std::string_view words) {
        if (heading_ != none) blocks_[heading_].words += words;
        for (const std::size_t link : links_) inlines_[link].words += words;
        if (image_ != none) inlines_[image_].words += words;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::vector<Block>& blocks_;
    std::vector<Inline>& inlines_;
    std::size_t heading_ = none;
    std::vector<std::size_t> links_;  ///< those around the node at hand: two for `[<https://a.example/>](b)`
    std::size_t image_ = none;        ///< the outermost around the node at hand
    std::size_t images_open_ = 0;
    std::uint32_t table_header_line_ = 0;
};

}  // namespace

void prepare_parser() { static_cast<void>(extensions()); }

Tree::Tree(std::string_view text) : arena_(arena_of_this_thread()) {
    assert(arena_in_use == nullptr);
    arena_in_use = &arena_;
    cmark_parser* parser = cmark_parser_new_with_mem(parse_options, &arena_memory);
    for (cmark_syntax_extension* extension : extensions().always) cmark_parser_attach_syntax_extension(parser, extension);
    if (may_hold_address(text)) cmark_parser_attach_syntax_extension(parser, extensions().autolink);
    cmark_parser_feed(parser, text.data(), text.size());
    cmark_node* root = cmark_parser_finish(parser);
    Walk(blocks_, inlines_).run(root);
    // The tag filter runs only when the renderer has the extensions too.
    html_ = view(cmark_render_html_with_mem(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser), &arena_memory));
}

Tree::~Tree() {
    arena_.reset();
    arena_in_use = nullptr;
}

}  // namespace vitrine::markdown
