#include "import/labels.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/text.h"
#include "import/markup.h"
#include "model/form.h"

namespace vitrine::import {
namespace {

/// The words of a question.
struct Words {
    std::string_view words;
    Label label;
};

/// Longer words of one question before shorter ones.
constexpr std::array labels = {
    Words{"title of inspection", Label::title},
    Words{"title of the inspection", Label::title},
    Words{"inspection title", Label::title},
    Words{"title of report", Label::title},
    Words{"teitl yr arolygiad", Label::title},
    Words{"teitl yr adroddiad", Label::title},
    Words{"date inspection published", Label::report_published},
    Words{"date of inspection published", Label::report_published},
    Words{"date inspection report published", Label::report_published},
    Words{"date report published", Label::report_published},
    Words{"date of publication", Label::report_published},
    Words{"publication date", Label::report_published},
    Words{"dyddiad cyhoeddi'r arolygiad", Label::report_published},
    Words{"dyddiad cyhoeddi'r adroddiad", Label::report_published},
    Words{"dyddiad cyhoeddi", Label::report_published},
    Words{"type of inspection", Label::types},
    Words{"math o arolygiad", Label::types},
    Words{"deadline for response", Label::deadline},
    Words{"response deadline", Label::deadline},
    Words{"dyddiad cau ar gyfer ymateb", Label::deadline},
    Words{"dyddiad cau", Label::deadline},
    Words{"any recommendations / areas for improvement", Label::has_recommendations},
    Words{"any recommendations/areas for improvement", Label::has_recommendations},
    Words{"any recommendations or areas for improvement", Label::has_recommendations},
    Words{"unrhyw argymhellion", Label::has_recommendations},
    Words{"date response sent", Label::sent},
    Words{"date sent", Label::sent},
    Words{"dyddiad anfon yr ymateb", Label::sent},
};

/// How headings of the form begin where nothing marks them as headings.
constexpr std::array<std::string_view, 33> headings = {"executive summary",
                                                       "crynodeb gweithredol",
                                                       "findings",
                                                       "inspection findings",
                                                       "key findings",
                                                       "summary of findings",
                                                       "canfyddiadau",
                                                       "force response",
                                                       "force comments",
                                                       "police response",
                                                       "chief constable's response",
                                                       "chief constable's comments",
                                                       "response by the force",
                                                       "response from the force",
                                                       "response of the force",
                                                       "comments by the chief constable",
                                                       "comments from the chief constable",
                                                       "comments of the chief constable",
                                                       "ymateb yr heddlu",
                                                       "ymateb y prif gwnstabl",
                                                       "pcc response",
                                                       "pcc comments",
                                                       "pcc's response",
                                                       "pcc's comments",
                                                       "pcc reply",
                                                       "commissioner's response",
                                                       "commissioner's comments",
                                                       "police and crime commissioner's response",
                                                       "police and crime commissioner's comments",
                                                       "response by the pcc",
                                                       "response from the pcc",
                                                       "ymateb y comisiynydd",
                                                       "ateb y comisiynydd"};

bool contains(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

bool contains_any(std::string_view text, std::initializer_list<std::string_view> all) {
    return std::any_of(all.begin(), all.end(), [&](std::string_view words) { return contains(text, words); });
}

/// "is cleveland police quoted in the report", "a yw heddlu gogledd cymru wedi'i ddyfynnu yn yr adroddiad".
std::optional<std::size_t> end_of_quoted(std::string_view text) {
    const bool is_question = text.starts_with("is ") || text.starts_with("are ") || text.starts_with("a yw ");
    if (!is_question) return std::nullopt;
    for (const std::string_view end : {"quoted in the report", "quoted in report", "ddyfynnu yn yr adroddiad"})
        if (const std::size_t at = text.find(end); at != std::string_view::npos) return at + end.size();
    return std::nullopt;
}

std::size_t after_punctuation(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '?')) ++at;
    return at;
}

bool is_commissioner(std::string_view text) {
    return contains_any(text, {"pcc", "pfcc", "commissioner", "comisiynydd", "mayor", "mopac"});
}

bool is_force(std::string_view text) {
    return contains_any(text, {"force", "chief constable", "chief officer", "constabulary", "yr heddlu", "heddlu", "prif gwnstabl",
                               "police response"});
}

}  // namespace

std::optional<FoundLabel> label_in(std::string_view comparable) {
    for (const auto& [words, label] : labels) {
        if (!comparable.starts_with(words)) continue;
        const std::string_view rest = comparable.substr(words.size());
        // "Title of inspection reports" is no label, and "Date of publication of this response" another one.
        if (rest.empty() || rest.front() == ':' || rest.front() == '?' ||
            (label == Label::has_recommendations && rest.front() == ' '))
            return FoundLabel{label, after_punctuation(comparable, words.size())};
    }
    if (const auto end = end_of_quoted(comparable)) return FoundLabel{Label::force_quoted, after_punctuation(comparable, *end)};
    return std::nullopt;
}

std::optional<std::size_t> section_in(std::string_view comparable) {
    constexpr std::size_t longest = 90;  // bytes; a sentence about a response is no heading
    std::string_view text = comparable;
    while (!text.empty() && (text.back() == ':' || text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
    if (text.size() > longest || is_heading_of_form(comparable)) return std::nullopt;
    if (contains_any(text, {"executive summary", "crynodeb gweithredol"})) return rank_in_form("executive-summary");
    if (text == "findings" || text == "canfyddiadau" || text == "findings of the inspection" || text == "inspection findings" ||
        text == "key findings" || text == "summary of findings")
        return rank_in_form("findings");
    const bool is_answer = contains_any(text, {"response", "comments", "reply", "ymateb", "sylwadau", "ateb"});
    if (!is_answer) return std::nullopt;
    if (is_commissioner(text) && (contains(text, "reply") || text.starts_with("ateb")))
        return rank_in_form("pcc-reply-to-the-force");
    // Who answers stands first: "PCC response to the force’s comments".
    const bool speaks_of_both = is_commissioner(text) && is_force(text);
    if (is_commissioner(text) && !(speaks_of_both && is_force(text.substr(0, text.find(' '))))) return rank_in_form("pcc-response");
    if (is_force(text)) return rank_in_form("force-response");
    return std::nullopt;
}

std::optional<std::size_t> section_of_line(std::string_view words) {
    constexpr std::size_t longest = 60;  // bytes
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (words.empty() || words.size() > longest || is_lower(words.front())) return std::nullopt;
    constexpr std::string_view ends_of_sentences = ".,;!?”\"";
    if (ends_of_sentences.find(words.back()) != std::string_view::npos) return std::nullopt;
    const std::string text = comparable(words);
    const bool is_in_capitals = std::none_of(words.begin(), words.end(), is_lower);
    // What may follow the words of a heading: "PCC response to the findings", and not "PCC comments are awaited".
    const auto ends_or_goes_on = [](std::string_view rest) {
        return rest.empty() || rest.front() == ':' || rest.starts_with(" to ") || rest.starts_with(" on ") ||
               rest.starts_with(" of ") || rest.starts_with(" i'r ");
    };
    const bool is_heading = std::any_of(headings.begin(), headings.end(), [&](std::string_view heading) {
        return text.starts_with(heading) && ends_or_goes_on(std::string_view(text).substr(heading.size()));
    });
    constexpr std::ptrdiff_t most_spaces = 7;
    if (!(is_in_capitals || is_heading) || std::count(text.begin(), text.end(), ' ') > most_spaces) return std::nullopt;
    return section_in(text);
}

bool is_heading_of_form(std::string_view comparable) {
    if (comparable == "inspection details" || comparable == "details of inspection" || comparable == "manylion yr arolygiad")
        return true;
    if (!comparable.starts_with("response by ") && !comparable.starts_with("response of ")) return false;
    // The second, where the heading takes two lines.
    return contains_any(comparable, {"inspections of", "inspection of", "hmic inspection", "hmicfrs inspection"}) ||
           comparable.ends_with("to hmic") || comparable.ends_with("to hmicfrs");
}

bool is_of_the_web_page(std::string_view comparable) {
    constexpr std::size_t longest = 400;
    if (comparable.size() > longest) return false;
    return contains_any(comparable, {"cookies", "skip to main content", "skip to content", "neidio i'r prif gynnwys", "cwcis",
                                     "back to top", "share this page", "print this page"});
}

}  // namespace vitrine::import
