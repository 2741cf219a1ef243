#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

/// A rendered text and what the rest of the program must know of it. Made from Markdown by formats/markdown.
namespace vitrine {

/// A heading of the document, in order.
struct Heading {
    int level = 2;        ///< as written, 1 to 6
    std::string id;       ///< unique in the document, made from the text as GitHub does
    std::string text;     ///< without markup
    Span span;            ///< the heading's text in the source
    bool top_level = true;  ///< not inside a quotation or a list
};

/// A link or image whose target is not an absolute address: a file beside this one, or an anchor. The renderer leaves its
/// address open, for only the site knows where its target will be.
struct InternalLink {
    std::string target;     ///< as written, percent-decoded: `../other.md#findings`, `letter.pdf`, `#findings`
    bool image = false;
    Span span;              ///< the target in the source where it can be found there, else the line of the link
    std::size_t slot = 0;   ///< offset in `html` at which the address belongs
};

/// The document from one heading of level 2 at top level to the next.
struct Section {
    std::size_t heading = 0;  ///< index into `headings`; `no_heading` for what comes before the first
    std::size_t begin = 0;    ///< offsets in `html`, after the heading itself
    std::size_t end = 0;

    static constexpr std::size_t no_heading = static_cast<std::size_t>(-1);
};

/// A text as it will stand on a page.
struct Prose {
    std::string html;
    std::vector<Heading> headings;
    std::vector<InternalLink> links;  ///< sorted by `slot`
    std::vector<Section> sections;    ///< in order; they cover `html` but for the level 2 headings and the footnotes
    std::size_t footnotes = 0;        ///< offset in `html` at which the list of footnotes begins; its size when there is none
    /// The words without markup, blocks separated by a space; of a long text the first, as many as were asked for.
    std::string plain_text;

    /// The words, also when they are kept once only.
    [[nodiscard]] std::string_view words() const;
    /// Lets go of `plain_text` where `html` is a paragraph of just these words.
    void keep_words_once();
};

}  // namespace vitrine
