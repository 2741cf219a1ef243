#include "formats/markdown_places.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace vitrine::markdown {
namespace {

/// Longer runs of backticks are never code in cmark-gfm.
constexpr std::size_t longest_backtick_run = 80;

/// How many addresses ahead a link looks for its own. They come nearly in the order of the links, but not all are asked for.
constexpr std::size_t targets_ahead = 1024;

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t skip_white(std::string_view text, std::size_t at) { return std::min(text.find_first_not_of(" \t\n", at), text.size()); }

/// Cells of tables have lost the backslash of `\|`.
std::string with_escaped_bars(std::string_view content) {
    std::string out;
    for (const char c : content) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

Address address_at(std::string_view markdown, std::size_t at) {
    if (at < markdown.size() && markdown[at] == '<') {
        const std::size_t end = std::min(markdown.find_first_of(">\n", at), markdown.size());
        return {std::min(at + 1, end), end};
    }
    std::size_t end = at;
    for (std::size_t depth = 0; end < markdown.size(); ++end) {
        const char c = markdown[end];
        if (c == '\\' && end + 1 < markdown.size() && is_punctuation(markdown[end + 1])) {
            ++end;
        } else if (c == '(') {
            ++depth;
        } else if (c == ' ' || c == '\t' || c == '\n' || (c == ')' && depth-- == 0)) {
            break;
        }
    }
    return {at, std::min(end, markdown.size())};
}

bool means(std::string_view written, std::string_view target) {
    if (written == target) return true;
    if (written.find_first_of("\\&") == std::string_view::npos) return false;
    std::string plain;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] == '\\' && i + 1 < written.size() && is_punctuation(written[i + 1])) ++i;
        plain += written[i];
        if (written.substr(i).starts_with("&amp;")) i += 4;
    }
    return plain == target;
}

BlockText::BlockText(const Block& block, const Lines& lines)
    : block_(block), lines_(lines), content_(block.content), unclosed_(longest_backtick_run + 1) {
    line_starts_.push_back(0);
    for (std::size_t at = content_.find('\n'); at != std::string_view::npos && at + 1 < content_.size();
         at = content_.find('\n', at + 1))
        line_starts_.push_back(at + 1);
    first_line_ = first_line();
    scan();
    taken_.resize(targets_.size());
}

void BlockText::scan() {
    std::size_t at = 0;
    while (at < content_.size()) {
        switch (content_[at]) {
            case '\\':
                ++at;
                break;
            case '`':
                at = scan_code(at);
                continue;
            case '<':
                angles_.push_back(at);
                break;
            case ']':
                if (content_.substr(at + 1).starts_with('(')) scan_target(at + 2);
                break;
            case '[':
                scan_footnote(at);
                break;
            default:
                break;
        }
        ++at;
    }
}

/// Passes over a run of backticks, and over the code behind it if another run of its length closes it.
std::size_t BlockText::scan_code(std::size_t at) {
    const std::size_t begin = std::min(content_.find_first_not_of('`', at), content_.size());
    const std::size_t length = begin - at;
    if (length > longest_backtick_run || unclosed_[length]) return begin;
    for (std::size_t run = content_.find('`', begin); run != std::string_view::npos; run = content_.find('`', run)) {
        const std::size_t end = std::min(content_.find_first_not_of('`', run), content_.size());
        if (end - run == length) {
            code_.push_back({at, end});
            return end;
        }
        run = end;
    }
    unclosed_[length] = true;
    return begin;
}

void BlockText::scan_target(std::size_t at) {
    const Address address = address_at(content_, skip_white(content_, at));
    targets_.push_back({address.begin, address.end});
}

void BlockText::scan_footnote(std::size_t at) {
    // cmark-gfm takes `[\^x]` for a footnote too.
    const std::size_t begin = at + (content_.substr(at + 1).starts_with('\\') ? 3 : 2);
    if (begin > content_.size() || content_[begin - 1] != '^') return;
    const std::size_t end = content_.find(']', begin);
    if (end == std::string_view::npos || end == begin || is_link_from(end + 1)) return;
    footnote_marks_.push_back({content_.substr(begin, end - begin), span(Range{at, end + 1})});
}

/// Whether an address in parentheses begins here, which makes the brackets before it a link.
bool BlockText::is_link_from(std::size_t at) const {
    if (!content_.substr(at).starts_with('(')) return false;
    const Address address = address_at(content_, skip_white(content_, at + 1));
    const std::size_t behind = skip_white(content_, address.end + (content_.substr(address.end).starts_with('>') ? 1 : 0));
    return behind < content_.size() && std::string_view(")\"'(").find(content_[behind]) != std::string_view::npos;
}

std::optional<Span> BlockText::find_target(std::string_view target) {
    const std::size_t stop = std::min(targets_.size(), first_free_target_ + targets_ahead);
    for (std::size_t i = first_free_target_; i < stop; ++i) {
        const Range range = targets_[i];
        if (taken_[i] || !means(content_.substr(range.begin, range.end - range.begin), target)) continue;
        taken_[i] = true;
        while (first_free_target_ < targets_.size() && taken_[first_free_target_]) ++first_free_target_;
        return span(range);
    }
    return std::nullopt;
}

std::optional<Span> BlockText::find_angle(std::string_view html) {
    for (; next_angle_ < angles_.size(); ++next_angle_) {
        const std::size_t at = angles_[next_angle_];
        if (!content_.substr(at).starts_with(html)) continue;
        ++next_angle_;
        return span(Range{at, at + html.size()});
    }
    return std::nullopt;
}

std::optional<Span> BlockText::find_words(std::string_view words) const {
    for (std::size_t at = content_.find(words); at != std::string_view::npos; at = content_.find(words, at + 1)) {
        const bool in_code = std::any_of(code_.begin(), code_.end(), [&](Range code) { return at >= code.begin && at < code.end; });
        if (!in_code) return span(Range{at, at + words.size()});
    }
    return std::nullopt;
}

Span BlockText::span() const { return span(Range{0, content_.size()}); }

/// The line of the text on which the content begins.
std::size_t BlockText::first_line() const {
    const std::size_t count = line_starts_.size(), last = block_.last_line;
    if (block_.kind == Block::Kind::paragraph) return last + 1 > count ? last + 1 - count : 1;
    if (block_.kind != Block::Kind::heading) return block_.first_line;
    // `# Text` is exact. Text over `---` may begin below link definitions, and its last line is the underline or a later one.
    const std::string_view first = trimmed(content_.substr(0, content_.find('\n')));
    const auto holds = [&](std::size_t line) { return lines_[line].find(first) != std::string_view::npos; };
    for (const std::size_t candidate :
         {std::size_t{block_.first_line}, last - std::min(last, count), last - std::min(last, count + 1)})
        if (holds(candidate)) return candidate;
    return block_.first_line;
}

/// The span in the file of a range of the content; what goes beyond its first line is cut off.
Span BlockText::span(Range range) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), range.begin);
    const auto index = static_cast<std::size_t>(next - line_starts_.begin()) - 1;
    const std::string_view rest = content_.substr(line_starts_[index]);
    const std::string_view content = rest.substr(0, rest.find('\n'));
    const std::size_t begin = std::min(range.begin - line_starts_[index], content.size());
    const std::size_t end = std::min(range.end - line_starts_[index], content.size());
    const std::size_t number = first_line_ + index;
    const std::string_view line = lines_[number];
    if (block_.kind != Block::Kind::table_cell) {
        // The content of a line is what is left of it behind the markers of containers.
        const std::size_t at = line.rfind(content);
        return at == std::string_view::npos ? lines_.span(number) : lines_.span(number, at + begin, end - begin);
    }
    for (const std::size_t from : {std::size_t{block_.column} - 1, std::size_t{0}}) {
        if (const std::size_t at = line.find(content, from); at != std::string_view::npos)
            return lines_.span(number, at + begin, end - begin);
        const std::size_t at = line.find(with_escaped_bars(content), from);
        if (at == std::string_view::npos) continue;
        const std::size_t before = with_escaped_bars(content.substr(0, begin)).size();
        return lines_.span(number, at + before, with_escaped_bars(content.substr(begin, end - begin)).size());
    }
    return lines_.span(number);
}

}  // namespace vitrine::markdown
