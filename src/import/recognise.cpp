#include "import/recognise.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "import/body.h"
#include "import/boxes.h"
#include "import/dates.h"
#include "import/labels.h"
#include "import/letter.h"
#include "import/markup.h"
#include "import/recommendations.h"
#include "import/speakers.h"
#include "model/form.h"

namespace vitrine::import {
namespace {

using scaffold::Certainty;
using scaffold::Known;

using Choices = std::pair<std::string_view, std::size_t>;

constexpr std::size_t index_of(InspectionType type) { return static_cast<std::size_t>(type); }
constexpr std::size_t index_of(Answer answer) { return static_cast<std::size_t>(answer); }

constexpr std::array types = {
    Choices{"specific", index_of(InspectionType::force_specific)}, Choices{"penodol", index_of(InspectionType::force_specific)},
    Choices{"follow up", index_of(InspectionType::follow_up)},     Choices{"follow-up", index_of(InspectionType::follow_up)},
    Choices{"dilynol", index_of(InspectionType::follow_up)},       Choices{"partner", index_of(InspectionType::partner)},
    Choices{"joint", index_of(InspectionType::partner)},           Choices{"partneriaeth", index_of(InspectionType::partner)},
    Choices{"national", index_of(InspectionType::national)},       Choices{"cenedlaethol", index_of(InspectionType::national)},
    Choices{"thematic", index_of(InspectionType::thematic)},       Choices{"thematig", index_of(InspectionType::thematic)}};
constexpr std::array yes_or_no = {Choices{"yes", index_of(Answer::yes)},    Choices{"ydy", index_of(Answer::yes)},
                                  Choices{"oes", index_of(Answer::yes)},    Choices{"no", index_of(Answer::no)},
                                  Choices{"nac ydy", index_of(Answer::no)}, Choices{"nac oes", index_of(Answer::no)}};

/// Why a question with boxes has no answer.
std::string why_unanswered(Ticked::State state) {
    switch (state) {
        case Ticked::State::unmarked:
            return "the document shows every choice and no tick";
        case Ticked::State::none:
            return "no box is ticked in the document";
        case Ticked::State::unclear:
            return "it is not clear which choice the tick in the document belongs to";
        case Ticked::State::absent:
        case Ticked::State::answered:
            break;
    }
    return "";
}

/// What stands after the label at the beginning of a text, on its line.
std::string answer_on_line(std::string_view words) {
    const std::size_t mark = words.find_first_of(":?");
    return mark == std::string_view::npos ? "" : tidied(words.substr(mark + 1));
}

class Recogniser {
public:
    Recogniser(Document document, const SiteConfig& config)
        : config_(config), blocks_(std::move(document.blocks)), used_(blocks_.size(), false) {
        out_.left_out = std::move(document.left_out);
        footnotes_ = std::move(document.footnotes);
    }

    Recognised run() {
        leave_out_what_is_no_response();
        read_form();
        read_letter();
        read_title();
        read_day_of_report();
        read_speakers();
        read_recommendations();
        suggest_tags();
        if (!out_.draft.commissioner.is_known() && out_.draft.report_published.is_known())
            out_.draft.commissioner = scaffold::commissioner_on(config_.people, out_.draft.report_published.value);
        write_body();
        const auto& published = out_.draft.report_published;
        out_.draft.id =
            scaffold::id_for(out_.draft.title.value, published.is_known() ? std::optional(published.value) : std::nullopt);
        return std::move(out_);
    }

private:
    void leave_out(std::size_t block, std::string reason) {
        used_[block] = true;
        out_.left_out.push_back({blocks_[block].words, std::move(reason)});
    }
    void take(std::size_t block, std::string_view key) {
        used_[block] = true;
        out_.read.push_back({std::string(key), blocks_[block].words});
    }

    void leave_out_what_is_no_response() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const std::string text = comparable(blocks_[i].words);
            if (is_of_the_web_page(text))
                leave_out(i, "it belongs to the website that the document was on");
            else if (is_heading_of_form(text))
                leave_out(i, "it is a heading of the form itself");
        }
    }

    [[nodiscard]] bool ends_answer(std::size_t block) const {
        const std::string text = comparable(blocks_[block].words);
        return used_[block] || label_in(text) || section_of(blocks_[block]);
    }

    /// Takes the blocks that answer the question in block `i`, at most so many, and gives their words.
    std::string take_answer(std::size_t i, std::size_t most, std::string_view key) {
        std::string answer = answer_on_line(blocks_[i].words);
        take(i, key);
        if (!answer.empty() && most == 1) return answer;
        for (std::size_t next = i + 1, taken = 0; next < blocks_.size() && taken < most && !ends_answer(next); ++next, ++taken) {
            if (blocks_[next].kind == Block::Kind::heading) break;
            answer += (answer.empty() ? "" : " ") + blocks_[next].words;
            take(next, key);
        }
        return answer;
    }

    /// Takes the blocks after a question that hold nothing but its choices.
    std::string take_choices(std::size_t i, std::span<const Choices> choices, std::string_view key) {
        std::string answer = answer_on_line(blocks_[i].words);
        take(i, key);
        constexpr std::size_t longest_choice = 80;  // bytes; a sentence with "national" in it is none
        for (std::size_t next = i + 1; next < blocks_.size() && !ends_answer(next); ++next) {
            const std::string& words = blocks_[next].words;
            if (words.size() > longest_choice || read_boxes(words, choices).state == Ticked::State::absent) break;
            answer += " " + words;
            take(next, key);
        }
        return answer;
    }

    void read_form() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const auto label = used_[i] ? std::nullopt : label_in(comparable(blocks_[i].words));
            if (!label) continue;
            scaffold::Draft& draft = out_.draft;
            switch (label->label) {
                case Label::title:
                    set_title(take_answer(i, 1, "title"), Certainty::sure, "");
                    break;
                case Label::report_published:
                    set_date(draft.report_published, take_answer(i, 1, "report_published"), true);
                    break;
                case Label::types:
                    read_types(take_choices(i, types, "types"));
                    break;
                case Label::force_quoted:
                    read_force_quoted(take_choices(i, yes_or_no, "force_quoted"));
                    break;
                case Label::sent:
                    set_date(draft.sent_to_hmicfrs, take_answer(i, 1, "sent_to_hmicfrs"), false);
                    break;
                case Label::deadline:
                    static_cast<void>(take_answer(i, 1, ""));
                    break;
                case Label::has_recommendations:
                    static_cast<void>(take_choices(i, types, ""));
                    break;
            }
        }
    }

    void set_title(const std::string& title, Certainty certainty, std::string note) {
        if (title.empty() || out_.draft.title.is_known()) return;
        out_.draft.title = {title, certainty, std::move(note)};
    }

    void set_date(Known<Date>& into, const std::string& words, bool is_of_report) {
        const auto date = first_date(words);
        if (!date || into.is_known()) {
            if (!words.empty() && !into.is_known()) into.note = "the document says “" + words + "”";
            return;
        }
        into = {date->date, Certainty::sure, ""};
        if (is_of_report) out_.draft.precision = date->precision;
    }

    void read_types(const std::string& words) {
        const Ticked ticked = read_boxes(words, types);
        out_.draft.types.note = why_unanswered(ticked.state);
        if (ticked.state != Ticked::State::answered) return;
        out_.draft.types.certainty = Certainty::sure;
        for (const std::size_t choice : ticked.choices) out_.draft.types.value.push_back(static_cast<InspectionType>(choice));
    }

    void read_force_quoted(const std::string& words) {
        const Ticked ticked = read_boxes(words, yes_or_no);
        out_.draft.force_quoted.note = why_unanswered(ticked.state);
        if (ticked.state == Ticked::State::answered && ticked.choices.size() == 1)
            out_.draft.force_quoted = {static_cast<Answer>(ticked.choices.front()), Certainty::sure, ""};
    }

    void read_letter() {
        const auto letter = find_letter(blocks_);
        if (!letter) return;
        if (letter->subject) {
            set_title(letter->title, Certainty::to_confirm, "from the subject of the letter");
            take(*letter->subject, "title");
        }
        if (letter->date && letter->is_to_home_secretary)
            out_.draft.sent_to_home_secretary = {*letter->date, Certainty::to_confirm,
                                                 "the date of the letter to the Home Secretary"};
        if (!letter->signatory.empty())
            out_.draft.commissioner = {{letter->signatory, letter->role}, Certainty::to_confirm, "who signed the letter"};
    }

    /// A title that no label names: the first heading.
    void read_title() {
        if (out_.draft.title.is_known()) return;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (used_[i] || blocks_[i].kind != Block::Kind::heading || section_of(blocks_[i])) continue;
            set_title(blocks_[i].words, Certainty::to_confirm, "the first heading of the document");
            return take(i, "title");
        }
    }

    void read_day_of_report() {
        if (out_.draft.report_published.is_known()) return;
        for (const Block& block : blocks_) {
            const std::string text = comparable(block.words);
            for (const std::string_view words : {"published on ", "published in ", "published by hmicfrs on ",
                                                 "published by hmic on ", "cyhoeddwyd ar ", "cyhoeddwyd yn "}) {
                const std::size_t at = text.find(words);
                const auto date = at == std::string::npos ? std::nullopt : first_date(text, at + words.size());
                constexpr std::size_t furthest = 20;  // bytes for a weekday
                if (!date || date->begin > at + words.size() + furthest || date->precision == Precision::year) continue;
                out_.draft.report_published = {date->date, Certainty::to_confirm,
                                               "from the words “" + text.substr(at, date->end - at) + "”"};
                out_.draft.precision = date->precision;
                return;
            }
        }
    }

    void read_speakers() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const auto found = used_[i] ? std::nullopt : speaker_in(blocks_[i].words, config_.office.force);
            if (!found || found->speaker.name.empty()) continue;
            Known<scaffold::DraftSpeaker>& speaker =
                found->who == Speaker::chief_officer ? out_.draft.chief_officer : out_.draft.commissioner;
            if (speaker.certainty == Certainty::sure) continue;
            speaker = {found->speaker, Certainty::sure, ""};
            take(i, found->who == Speaker::chief_officer ? "chief_officer" : "commissioner");
        }
    }

    void read_recommendations() {
        std::vector<Block> rest;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (used_[i]) continue;
            rest.push_back(blocks_[i]);
            places.push_back(i);
        }
        std::size_t bytes = 0;
        const std::vector<FoundRecommendation> found = find_recommendations(rest);
        for (const FoundRecommendation& one : found)
            bytes += one.item.text.size() + one.item.force_action.size() + one.item.pcc_explanation.size();
        constexpr std::size_t room = 24000;  // bytes; front matter may have 32 KB
        if (found.empty() || bytes > room) return;
        out_.draft.recommendations.certainty = Certainty::to_confirm;
        out_.draft.recommendations.note = "kinds, addressees, due dates and whose answer is whose follow from the document’s words";
        for (const FoundRecommendation& one : found) {
            out_.draft.recommendations.value.push_back(one.item);
            for (std::size_t i = one.begin; i < one.end; ++i) used_[places[i]] = true;
            for (const std::string& label : one.labels) out_.read.push_back({"recommendations", label});
        }
    }

    /// Tags of the site whose words stand in the title.
    void suggest_tags() {
        constexpr std::size_t most = 5;
        const std::string title = comparable(out_.draft.title.value);
        std::vector<std::string> slugs;
        for (const auto& [slug, label] : config_.tag_labels)
            if (slugs.size() < most && !title.empty() && title.find(comparable(label)) != std::string::npos) slugs.push_back(slug);
        if (!slugs.empty()) out_.draft.tags = {std::move(slugs), Certainty::to_confirm, "their words stand in the title"};
    }

    void write_body() {
        std::vector<Block> rest;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (!used_[i]) rest.push_back(blocks_[i]);
        out_.draft.body = body_of(std::move(rest), footnotes_, out_.left_out);
    }

    const SiteConfig& config_;
    std::vector<Block> blocks_;
    std::vector<bool> used_;
    std::vector<std::string> footnotes_;
    Recognised out_;
};

}  // namespace

Recognised recognise(Document document, const SiteConfig& config) { return Recogniser(std::move(document), config).run(); }

}  // namespace vitrine::import
