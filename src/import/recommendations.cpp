#include "import/recommendations.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "import/dates.h"
#include "import/labels.h"
#include "import/markup.h"

namespace vitrine::import {
namespace {

using scaffold::DraftRecommendation;

struct KindWords {
    std::string_view words;
    RecommendationKind kind;
};

constexpr std::array kinds = {
    KindWords{"accelerated cause of concern ", RecommendationKind::accelerated_cause_of_concern},
    KindWords{"cause of concern ", RecommendationKind::cause_of_concern},
    KindWords{"area for improvement ", RecommendationKind::area_for_improvement},
    KindWords{"afi ", RecommendationKind::area_for_improvement},
    KindWords{"recommendation ", RecommendationKind::recommendation},
    KindWords{"argymhelliad ", RecommendationKind::recommendation},
};

/// A line that begins an item: "Recommendation 3a – By 11 December …".
struct Beginning {
    RecommendationKind kind;
    std::string number;
    std::size_t words = 0;  ///< where, in the block's words, the item's own words begin; their size when none stand there
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Beginning> beginning_of(const Block& block) {
    const std::string text = comparable(block.words);
    for (const auto& [words, kind] : kinds) {
        if (!text.starts_with(words)) continue;
        std::size_t end = words.size();
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end == words.size()) return std::nullopt;
        if (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
        const std::string number = text.substr(words.size(), end - words.size());
        const bool is_whole = end == text.size();
        std::size_t rest = end;
        // A colon or a dash, and not "Recommendation 3 has been met".
        for (const std::string_view mark : {":", ".", " - ", " – ", " — "})
            if (std::string_view(text).substr(rest).starts_with(mark)) {
                rest += mark.size();
                break;
            }
        if (!is_whole && rest == end) return std::nullopt;
        while (rest < text.size() && text[rest] == ' ') ++rest;
        // What is compared has other bytes than the words only where an apostrophe or `&` was; not in front of the item's words.
        return Beginning{kind, number, rest};
    }
    return std::nullopt;
}

enum class Answerer { nobody, force, commissioner };

/// Whose answer a block begins: "PCC response:", "Force action", "Our response". A label is a heading, a line in bold, or up to
/// five words in front of a colon; "We wrote to the force about its response: …" is a sentence.
Answerer answerer_in(const Block& block) {
    const std::string text = comparable(block.words);
    const std::string_view label = std::string_view(text).substr(0, std::min(text.find(':'), text.size()));
    constexpr std::ptrdiff_t most_spaces = 4;
    const bool is_bold = block.markdown.starts_with("**") && block.markdown.ends_with("**");
    if (std::count(label.begin(), label.end(), ' ') > most_spaces) return Answerer::nobody;
    if (block.kind != Block::Kind::heading && label.size() == text.size() && !is_bold) return Answerer::nobody;
    const auto has = [&](std::string_view words) { return label.find(words) != std::string_view::npos; };
    const auto begins = [&](std::initializer_list<std::string_view> all) {
        return std::any_of(all.begin(), all.end(), [&](std::string_view words) { return label.starts_with(words); });
    };
    if (!has("response") && !has("action") && !has("comment") && !has("reply") && !has("ymateb")) return Answerer::nobody;
    if (begins({"force", "the force", "chief constable", "constabulary", "ymateb yr heddlu"})) return Answerer::force;
    const bool is_commissioner = begins({"pcc", "the pcc", "pfcc", "police and crime", "commissioner", "our ", "my ", "response",
                                         "action", "comment", "reply", "ymateb"});
    return is_commissioner ? Answerer::commissioner : Answerer::nobody;
}

/// The words after the label of an answer: none when they stand in the blocks that follow.
std::string after_label(const Block& block) {
    const std::size_t colon = block.markdown.find(':');
    if (block.kind == Block::Kind::heading || colon == std::string::npos) return "";
    std::string rest = block.markdown.substr(colon + 1);
    // "**PCC response:** We have …"
    const std::size_t marks = rest.find_first_not_of('*');
    if (block.markdown.starts_with("**") && marks != 0 && marks != std::string::npos) rest = rest.substr(marks);
    return tidied(rest.find_first_not_of("* ") == std::string::npos ? "" : rest);
}

void append(std::string& text, const std::vector<Block>& blocks) {
    const std::string markdown = markdown_of(blocks);
    if (markdown.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += markdown.substr(0, markdown.size() - 1);
}

bool is_quoted(const Block& block) {
    return block.is_quotation || block.words.starts_with("“") || block.words.starts_with("\"") || block.words.starts_with("‘");
}

std::optional<Date> due_in(std::string_view text) {
    for (const std::string_view by : {"By ", "by ", "Erbyn ", "erbyn "}) {
        const std::size_t at = text.find(by);
        if (at == std::string_view::npos) continue;
        const auto date = first_date(text.substr(0, at + 40), at);
        if (date && date->precision == Precision::day && date->begin <= at + by.size() + 4) return date->date;
    }
    return std::nullopt;
}

std::vector<Addressee> addressees_in(std::string_view words) {
    using Name = std::pair<std::string_view, Addressee>;
    constexpr std::array known = {
        Name{"chief constable", Addressee::chief_constable}, Name{"police and crime commissioner", Addressee::pcc},
        Name{"home office", Addressee::home_office},         Name{"national police chiefs' council", Addressee::npcc},
        Name{"college of policing", Addressee::college},
    };
    const std::string text = comparable(words);
    // Who should do something stands in front of "should".
    const std::string_view subject = std::string_view(text).substr(0, std::min(text.find(" should"), text.size()));
    std::vector<Addressee> found;
    if (subject.size() == text.size()) return found;
    for (const auto& [name, addressee] : known)
        if (subject.find(name) != std::string_view::npos) found.push_back(addressee);
    return found;
}

/// Reads one item from its first block on.
class ItemReader {
public:
    ItemReader(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) : blocks_(blocks), at_(begin), end_(end) {}

    DraftRecommendation read(const Beginning& beginning) {
        DraftRecommendation item;
        item.kind = beginning.kind;
        item.number = beginning.number;
        read_text(beginning, item);
        Answerer whose = Answerer::commissioner;
        std::vector<Block> answer;
        const auto end_answer = [&] {
            append(whose == Answerer::force ? item.force_action : item.pcc_explanation, answer);
            answer.clear();
        };
        for (; at_ < end_; ++at_) {
            const Answerer next = answerer_in(blocks_[at_]);
            if (next == Answerer::nobody) {
                answer.push_back(blocks_[at_]);
                continue;
            }
            end_answer();
            whose = next;
            labels_.push_back(blocks_[at_].words.substr(0, blocks_[at_].words.find(':')));
            Block rest;
            rest.markdown = after_label(blocks_[at_]);
            if (!rest.markdown.empty()) answer.push_back(std::move(rest));
        }
        end_answer();
        item.due = due_in(item.text);
        item.addressed_to = addressees_in(item.text);
        return item;
    }

    std::vector<std::string> take_labels() { return std::move(labels_); }

private:
    /// The words of the report: what stands on the first line, else what is quoted, else one block.
    void read_text(const Beginning& beginning, DraftRecommendation& item) {
        const Block& first = blocks_[at_++];
        labels_.push_back(first.words.substr(0, beginning.words));
        std::vector<Block> text;
        if (beginning.words < first.words.size()) {
            Block own;
            own.words = first.words.substr(beginning.words);
            own.markdown = escaped_markdown(own.words, true);
            text.push_back(std::move(own));
        }
        while (at_ < end_ && answerer_in(blocks_[at_]) == Answerer::nobody) {
            const bool goes_on = is_quoted(blocks_[at_]) || text.empty() ||
                                 (blocks_[at_].kind == Block::Kind::item && text.back().markdown.ends_with(':')) ||
                                 (blocks_[at_].kind == Block::Kind::item && text.back().kind == Block::Kind::item);
            if (!goes_on) break;
            text.push_back(blocks_[at_++]);
            text.back().is_quotation = false;
            if (text.back().kind == Block::Kind::heading) text.back().kind = Block::Kind::paragraph;
        }
        append(item.text, text);
    }

    const std::vector<Block>& blocks_;
    std::size_t at_;
    std::size_t end_;
    std::vector<std::string> labels_;
};

/// Where an item ends: at the next one, at a section of the form, at a heading no lower than its own.
std::size_t end_of_item(const std::vector<Block>& blocks, std::size_t begin) {
    const int level = blocks[begin].kind == Block::Kind::heading ? blocks[begin].level : 7;
    for (std::size_t i = begin + 1; i < blocks.size(); ++i) {
        if (beginning_of(blocks[i])) return i;
        const bool is_answer = answerer_in(blocks[i]) != Answerer::nobody;
        if (blocks[i].kind == Block::Kind::heading && (blocks[i].level <= level || level == 7) &&
            !(is_answer && blocks[i].level > level))
            return i;
        const std::string text = comparable(blocks[i].words);
        if (text.starts_with("yours sincerely") || text.starts_with("yours faithfully")) return i;
    }
    return blocks.size();
}

}  // namespace

std::vector<FoundRecommendation> find_recommendations(const std::vector<Block>& blocks) {
    std::vector<FoundRecommendation> found;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto beginning = beginning_of(blocks[i]);
        if (!beginning) continue;
        const std::size_t end = end_of_item(blocks, i);
        ItemReader reader(blocks, i, end);
        FoundRecommendation next{reader.read(*beginning), i, end, {}};
        next.labels = reader.take_labels();
        const bool is_repeated = std::any_of(
            found.begin(), found.end(), [&](const FoundRecommendation& other) { return other.item.number == next.item.number; });
        if (!next.item.text.empty() && !is_repeated) found.push_back(std::move(next));
        i = end - 1;
    }
    return found;
}

}  // namespace vitrine::import
