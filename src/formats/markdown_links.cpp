#include "formats/markdown_links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/markdown_places.h"

namespace vitrine::markdown {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_slash(char c) { return c == '/' || c == '\\'; }

/// The scheme of an address in lower case, without its colon; empty for a relative one. Control characters and spaces do
/// not count, since some browsers pass over them.
std::string scheme_of(std::string_view address) {
    std::string scheme;
    for (const char c : address) {
        if (static_cast<unsigned char>(c) <= ' ') continue;
        if (c == ':') return scheme;
        const bool follows = !scheme.empty() && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
        if (!is_letter(c) && !follows) return {};
        scheme += ascii_lower(c);
    }
    return {};
}

/// `//host/path` takes the scheme of the page, and backslashes count as slashes there.
bool names_host(std::string_view target) { return target.size() > 1 && is_slash(target[0]) && is_slash(target[1]); }

/// `%20` and the like resolved, but for control characters; an address that would not be UTF-8 then stays as it is.
std::string percent_decoded(std::string_view address) {
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const auto byte = percent_encoded_at(address, i);
        const bool is_control = byte && (static_cast<unsigned char>(*byte) < ' ' || *byte == 0x7f);
        if (byte && !is_control) {
            out += *byte;
            i += 2;
        } else {
            out += address[i];
        }
    }
    return first_invalid_utf8(out) ? std::string(address) : out;
}

/// Looks at the links and images one after the other.
class LinkWalk {
public:
    LinkWalk(const Tree& tree, const Lines& lines, Prose& document, Report& report)
        : tree_(tree), lines_(lines), document_(document), report_(report) {}

    void run() {
        for (const Inline& link : tree_.inlines())
            if (is_rendered(link)) visit(link);
    }

private:
    void visit(const Inline& link) {
        const TargetKind kind = target_kind(link);
        const bool image = link.kind == Inline::Kind::image;
        const bool silent = trimmed(link.words).empty() && !link.has_image;
        if (kind == TargetKind::external && !silent) return;
        const Span span = place(link);
        if (kind == TargetKind::empty) return report_empty(link, span);
        if (kind == TargetKind::internal) document_.links.push_back({percent_decoded(link.target), image, span, 0});
        if (kind == TargetKind::unsafe) report_unsafe(link, span);
        if (silent && image)
            report_.add(
                Code::markdown_image_description, span, "the image " + quoted(link.target) + " has no description",
                "write what it shows: " + quoted("![Bar chart of calls answered in time](" + std::string(link.target) + ")"));
        else if (silent)
            report_.add(Code::markdown_empty_link, span, "the link to " + quoted(link.target) + " has no text",
                        "write between the square brackets what readers will find there");
    }

    void report_empty(const Inline& link, Span span) {
        const bool image = link.kind == Inline::Kind::image;
        // Only parentheses stand there: show them.
        if (span.begin == span.end && span.begin > 0) span = {span.begin - 1, span.end + 1};
        const std::string words = trimmed(link.words).empty() ? "" : " " + quoted(trimmed(link.words));
        report_.add(Code::markdown_empty_link, span,
                    (image ? "the image" : "the link") + words + (image ? " names no file" : " has no target"),
                    image ? "write the name of a picture beside this file: `![what it shows](chart.png)`"
                          : "write the address between the parentheses: `[text](address)`");
    }

    void report_unsafe(const Inline& link, Span span) {
        const std::string scheme = scheme_of(link.target);
        const std::string address = quoted(link.target);
        if (link.kind == Inline::Kind::image) {
            const bool elsewhere = names_host(link.target) || scheme == "http" || scheme == "https" || scheme == "ftp";
            report_.add(Code::markdown_unsafe_link, span,
                        elsewhere ? "the image " + address + " is on another host, and pages load nothing from there"
                                  : "an image cannot be " + quoted(scheme + ":"),
                        "save the picture beside this file and write its name");
        } else if (names_host(link.target)) {
            report_.add(Code::markdown_unsafe_link, span, "the address " + address + " does not say how to reach its host",
                        "begin it with `https://`");
        } else if (scheme == "file" || scheme.size() == 1) {
            report_.add(Code::markdown_unsafe_link, span, "the address " + address + " is a place on one computer",
                        "save the file beside this one and link to its name");
        } else {
            report_.add(Code::markdown_unsafe_link, span, "a link cannot begin with " + quoted(scheme + ":"),
                        "links begin with `https:`, `http:`, `mailto:` or `tel:`, or name a file of this site");
        }
    }

    /// The target in the file: where the link is, or where it is defined, or else the line of the link.
    Span place(const Inline& link) {
        if (!text_ || block_ != link.block) {
            text_.emplace(tree_.blocks()[link.block], lines_);
            block_ = link.block;
        }
        if (const auto span = text_->find_target(link.target)) return *span;
        if (const auto span = find_definition(link.target)) return *span;
        // Addresses in the text lack the scheme that cmark-gfm adds.
        for (const std::string_view added : {"", "http://", "mailto:"})
            if (link.target.size() > added.size() && link.target.starts_with(added))
                if (const auto span = text_->find_words(link.target.substr(added.size()))) return *span;
        const Block& block = tree_.blocks()[link.block];
        return link.line >= block.first_line && link.line <= block.last_line ? lines_.span(link.line) : text_->span();
    }

    std::optional<Span> find_definition(std::string_view target) {
        if (!definitions_) definitions_ = definitions();
        const auto found = std::find_if(definitions_->begin(), definitions_->end(),
                                        [&](const Definition& each) { return means(each.written, target); });
        return found == definitions_->end() ? std::nullopt : std::optional(found->span);
    }

    /// `[label]: address` on one line, as most people write it.
    struct Definition {
        std::string_view written;
        Span span;
    };

    [[nodiscard]] std::vector<Definition> definitions() const {
        std::vector<Definition> all;
        for (std::size_t number = 1; number <= lines_.count(); ++number) {
            const std::string_view line = lines_[number];
            const std::size_t bracket = line.find("]:");
            if (bracket == std::string_view::npos || line.substr(0, bracket).find('[') == std::string_view::npos) continue;
            const std::size_t begin = line.find_first_not_of(" \t", bracket + 2);
            if (begin == std::string_view::npos) continue;
            const Address address = address_at(line, begin);
            all.push_back({line.substr(address.begin, address.end - address.begin),
                           lines_.span(number, address.begin, address.end - address.begin)});
        }
        return all;
    }

    const Tree& tree_;
    const Lines& lines_;
    Prose& document_;
    Report& report_;
    std::optional<BlockText> text_;  ///< of the block at hand
    std::size_t block_ = 0;
    std::optional<std::vector<Definition>> definitions_;
};

}  // namespace

TargetKind target_kind(const Inline& link) {
    constexpr std::array<std::string_view, 4> allowed = {"http", "https", "mailto", "tel"};
    if (link.target.empty()) return TargetKind::empty;
    if (names_host(link.target)) return TargetKind::unsafe;
    const std::string scheme = scheme_of(link.target);
    if (scheme.empty()) return TargetKind::internal;
    const bool known = std::find(allowed.begin(), allowed.end(), scheme) != allowed.end();
    return known && link.kind == Inline::Kind::link ? TargetKind::external : TargetKind::unsafe;
}

bool is_rendered(const Inline& link) {
    if (link.kind == Inline::Kind::link) return !link.in_image && !link.in_link;
    return link.kind == Inline::Kind::image && !link.in_image;
}

void add_links(const Tree& tree, const Lines& lines, Prose& document, Report& report) {
    LinkWalk(tree, lines, document, report).run();
}

}  // namespace vitrine::markdown
