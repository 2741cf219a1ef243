#include "formats/markdown_html.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/markdown_headings.h"
#include "formats/markdown_links.h"

namespace vitrine::markdown {
namespace {

/// Goes through the HTML of cmark-gfm once. Every `<` in it begins a tag that the renderer wrote, and every `>` ends one,
/// for text and attributes are escaped.
class HtmlWriter {
public:
    HtmlWriter(const Tree& tree, const Options& options, Prose& document)
        : rest_(tree.html()), prefix_(options.id_prefix), plain_text_size_(options.plain_text_size), document_(document), html_(document.html), links_(tree.inlines()) {
        for (const Inline& mark : links_)
            if (mark.kind == Inline::Kind::footnote && !mark.in_image) ++marks_of(mark.number).total;
    }

    void run() {
        html_.reserve(rest_.size() + rest_.size() / 8 + 256);
        document_.plain_text.resize(rest_.size());
        while (!rest_.empty()) {
            add_text(take(std::min(rest_.find('<'), rest_.size())));
            if (!rest_.empty()) add_tag();
        }
        document_.plain_text.resize(words_);
        document_.plain_text.shrink_to_fit();
        if (document_.plain_text.ends_with(' ')) document_.plain_text.pop_back();
        if (!has_footnotes_) {
            end_section();
            document_.footnotes = html_.size();
        }
    }

private:
    std::string_view take(std::size_t length) {
        const std::string_view taken = rest_.substr(0, length);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    std::string_view take_tag() { return take(std::min(rest_.find('>'), rest_.size() - 1) + 1); }

    void skip_past(std::string_view end) { rest_.remove_prefix(std::min(rest_.find(end), rest_.size() - end.size()) + end.size()); }

    void add_text(std::string_view text) {
        html_ += text;
        add_words(text);
    }

    /// Adds escaped text to the plain text, while more of it is wanted.
    void add_words(std::string_view text) {
        if (words_ >= plain_text_size_) return;
        static constexpr std::pair<std::string_view, char> entities[] = {
            {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}};
        for (;;) {
            const std::size_t entity = std::min(text.find('&'), text.size());
            add_plain(text.substr(0, entity));
            text.remove_prefix(entity);
            if (text.empty()) return;
            const auto* const known = std::find_if(std::begin(entities), std::end(entities),
                                                   [&](const auto& each) { return text.starts_with(each.first); });
            document_.plain_text[words_++] = known == std::end(entities) ? '&' : known->second;
            text.remove_prefix(known == std::end(entities) ? 1 : known->first.size());
        }
    }

    /// White space becomes one space, which is also what parts blocks.
    void add_plain(std::string_view text) {
        char* const begin = document_.plain_text.data();
        char* end = begin + words_;
        for (const char c : text) {
            if (static_cast<unsigned char>(c) > ' ')
                *end++ = c;
            else if (end != begin && end[-1] != ' ')
                *end++ = ' ';
        }
        words_ = static_cast<std::size_t>(end - begin);
    }

    void add_tag() {
        switch (rest_.size() > 1 ? rest_[1] : '\0') {
            case 'a':
                return add_anchor();
            case 'i':
                return add_image();
            case 'h':
                return add_heading();
            case 's':
                return add_footnote_part();
            case 'l':
                return add_item();
            case 't':
                return add_table_part();
            case '/':
                return add_end();
            default:
                return add_void(take_tag());
        }
    }

    /// `<br />` and the like without the slash that HTML has no use for; other tags as they are.
    void add_void(std::string_view tag) {
        if (!tag.ends_with(" />")) {
            html_ += tag;
            return;
        }
        html_ += tag.substr(0, tag.size() - 3);
        html_ += '>';
    }

    // Links and images ------------------------------------------------------------------------------------------------

    /// The link or image that is rendered next, or that stands around or in such a one.
    const Inline& next_link() {
        while (links_[link_].kind == Inline::Kind::html || links_[link_].kind == Inline::Kind::footnote || links_[link_].in_image)
            ++link_;
        return links_[link_++];
    }

    void add_anchor() {
        const std::string_view tag = take_tag();
        if (tag.find("\" class=\"footnote-backref\"") != std::string_view::npos) return add_back_references();
        const Inline& link = next_link();
        const bool rendered = is_rendered(link);
        anchors_.push_back(rendered);
        if (rendered) add_address(link, tag, "<a href=\"");
    }

    void add_image() {
        const std::string_view tag = take_tag();
        add_address(next_link(), tag, "<img src=\"");
        const std::size_t begin = tag.find("\" alt=\"") + 7;
        add_words(tag.substr(begin, tag.find('"', begin) - begin));
    }

    void add_address(const Inline& link, std::string_view tag, std::string_view start) {
        const TargetKind kind = target_kind(link);
        html_ += start;
        if (kind == TargetKind::internal) document_.links[slot_++].slot = html_.size();
        const std::size_t end = tag.find('"', start.size());
        if (kind == TargetKind::external) html_ += tag.substr(start.size(), end - start.size());
        add_void(tag.substr(end));
    }

    // Headings and sections -------------------------------------------------------------------------------------------

    void add_heading() {
        if (!(rest_[2] >= '1' && rest_[2] <= '6')) return add_void(take_tag());
        const std::string_view tag = take_tag();
        const Heading& heading = document_.headings[heading_++];
        if (begins_section(heading)) end_section();
        html_ += tag.substr(0, 3);
        html_ += " id=\"" + heading.id + "\">";
    }

    static bool begins_section(const Heading& heading) { return heading.top_level && heading.level == 2; }

    void end_heading() {
        if (rest_.starts_with('\n')) add_text(take(1));
        if (begins_section(document_.headings[heading_ - 1])) section_ = {heading_ - 1, html_.size(), 0};
    }

    /// Notes the section that ends here; one before the first heading only if something is in it.
    void end_section() {
        section_.end = html_.size();
        if (section_.heading != Section::no_heading || section_.end > section_.begin) document_.sections.push_back(section_);
    }

    // Tables ----------------------------------------------------------------------------------------------------------

    void add_table_part() {
        const std::string_view tag = take_tag();
        const bool header = tag == "<th>" || tag.starts_with("<th ");
        // A wide table scrolls in its box, which a keyboard must be able to reach (WCAG 2.2, 2.1.1).
        if (tag == "<table>") html_ += "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n";
        if (!header && !tag.starts_with("<td ")) {
            html_ += tag;
            return;
        }
        html_ += tag.substr(0, 3);
        if (header) html_ += " scope=\"col\"";
        constexpr std::string_view align = " align=\"";
        if (const std::size_t at = tag.find(align); at != std::string_view::npos) {
            html_ += " class=\"align-";
            html_ += tag.substr(at + align.size());
        } else {
            html_ += '>';
        }
    }

    // Footnotes -------------------------------------------------------------------------------------------------------

    struct Marks {
        std::size_t total = 0;
        std::size_t written = 0;
    };

    Marks& marks_of(std::size_t number) {
        if (marks_.size() <= number) marks_.resize(number + 1);
        return marks_[number];
    }

    void add_footnote_part() {
        const std::string_view tag = take_tag();
        if (tag == "<sup class=\"footnote-ref\">") return add_mark();
        if (!tag.starts_with("<section ")) {
            html_ += tag;
            return;
        }
        end_section();
        has_footnotes_ = true;
        document_.footnotes = html_.size();
        html_ += "<section class=\"footnotes\" aria-label=\"Footnotes\">";
    }

    /// `<a …>2</a></sup>` behind a `<sup>`. Its id in cmark-gfm is made of the name that the author gave.
    void add_mark() {
        take_tag();
        std::size_t number = 0;
        for (const char c : take(rest_.find('<'))) number = number * 10 + static_cast<std::size_t>(c - '0');
        skip_past("</sup>");
        const std::string id = footnote_mark_id(number, ++marks_of(number).written);
        const std::string shown = std::to_string(number);
        html_ += "<sup class=\"footnote-ref\"><a href=\"#" + prefix_ + footnote_id(number) + "\" id=\"" + prefix_ + id +
                 "\" aria-label=\"Footnote " + shown + "\">" + shown + "</a></sup>";
    }

    void add_item() {
        const std::string_view tag = take_tag();
        if (!tag.starts_with("<li id=")) {
            html_ += tag;
            return;
        }
        back_references_written_ = false;
        html_ += "<li id=\"" + prefix_ + footnote_id(++footnote_) + "\">";
    }

    /// Writes the links back to all marks of a footnote in the place of the first, and drops the others.
    void add_back_references() {
        skip_past("</a>");
        const std::size_t total = marks_of(footnote_).total;
        if (std::exchange(back_references_written_, true) || total == 0) {
            if (html_.ends_with(' ')) html_.pop_back();
            return;
        }
        for (std::size_t mark = 1; mark <= total; ++mark) {
            const std::string id = footnote_mark_id(footnote_, mark);
            const std::string name = id.substr(id.find('-') + 1);
            html_ += (mark > 1 ? " " : "") + ("<a href=\"#" + prefix_ + id) +
                     "\" class=\"footnote-backref\"><span aria-hidden=\"true\">↩" +
                     (mark > 1 ? "<sup>" + std::to_string(mark) + "</sup>" : "") +
                     "</span><span class=\"visually-hidden\">Back to reference " + name + "</span></a>";
        }
    }

    // -----------------------------------------------------------------------------------------------------------------

    void add_end() {
        const std::string_view tag = take_tag();
        if (tag == "</a>") {
            const bool rendered = anchors_.back();
            anchors_.pop_back();
            if (!rendered) return;
        }
        html_ += tag;
        if (tag == "</table>") html_ += "\n</div>";
        if (tag.size() == 5 && tag[2] == 'h' && tag[3] >= '1' && tag[3] <= '6') end_heading();
    }

    std::string_view rest_;  ///< of the HTML of cmark-gfm
    const std::string& prefix_;
    std::size_t plain_text_size_;
    Prose& document_;
    std::string& html_;
    const std::vector<Inline>& links_;
    std::size_t words_ = 0;      ///< bytes of the plain text that are written
    std::size_t link_ = 0;       ///< next of `links_`
    std::size_t slot_ = 0;       ///< next of the document's links
    std::size_t heading_ = 0;    ///< next of the document's headings
    std::vector<bool> anchors_;  ///< for each link around this place whether its tags are written
    Section section_ = {Section::no_heading, 0, 0};
    std::vector<Marks> marks_;  ///< by number of the footnote
    std::size_t footnote_ = 0;  ///< number of the one being written
    bool has_footnotes_ = false;
    bool back_references_written_ = false;
};

}  // namespace

void write_html(const Tree& tree, const Options& options, Prose& document) { HtmlWriter(tree, options, document).run(); }

}  // namespace vitrine::markdown
