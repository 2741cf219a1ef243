#include <algorithm>
#include <string_view>
#include <vector>

#include "check/scan.h"
#include "check/sections.h"
#include "check/text_checks.h"
#include "model/section55.h"

namespace vitrine::check {
namespace {

/// Where what the front matter lacks is reported: at its beginning.
constexpr Span front_matter = {0, 3};

/// A section of the form; null when there is none.
const WrittenSection* section_of(const std::vector<WrittenSection>& sections, std::string_view id) {
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const WrittenSection& section) { return section.id == id; });
    return found == sections.end() ? nullptr : &*found;
}

/// The commissioner’s comments: Police Act 1996 s.55(5)(a).
void find_missing_comments(const Text& text, const std::vector<WrittenSection>& sections, Diagnostics& diagnostics) {
    const WrittenSection* section = section_of(sections, "pcc-response");
    if (section != nullptr && !section->is_empty) return;
    diagnostics.add(Code::check_no_comments, text.source, section == nullptr ? front_matter : section->heading,
                    section == nullptr ? "the commissioner’s comments are missing: there is no section `PCC response`"
                                       : "the commissioner’s comments are missing: the section `PCC response` is empty",
                    "they are what section 55(5)(a) of the Police Act 1996 asks for");
}

/// Where the front matter says what came of inviting the chief officer's comments.
Span place_of_outcome(const Text& text) {
    for (const std::string_view key : {"outcome", "received"})
        if (const toml_tree::Value* value = value_of(table_of(text.front_matter, "chief_officer"), key); value != nullptr) return value->span;
    return front_matter;
}

/// "The Chief Constable was invited to comment, and no comments were received."
bool explains_silence(const Text& text, const WrittenSection& section) {
    const std::string_view words = std::string_view(text.words).substr(section.words.begin, section.words.end - section.words.begin);
    return mentions(words, {"no comment", "no comments", "no response", "not comment", "not commented", "none received", "none was received", "none were received",
                            "not invited", "not respond", "not responded"});
}

/// Whether the record and the sections agree on the chief officer's comments.
void find_contradictions_on_comments(const Text& text, const Response& response, const WrittenSection* section, Diagnostics& diagnostics) {
    if (!response.chief_officer) return;
    const ChiefOfficer& officer = *response.chief_officer;
    const bool has_words = section != nullptr && !section->is_empty;
    const bool has_commented = officer.outcome ? *officer.outcome == CommentsOutcome::comments : officer.received.has_value();
    if (has_commented && !has_words)
        diagnostics.add(Code::check_chief_officer, text.source, place_of_outcome(text), "the chief officer commented, but the comments are not here",
                        "write them in a section `Force response`: section 55(5)(b) of the Police Act 1996 has them published");
    if (officer.outcome && *officer.outcome != CommentsOutcome::comments && has_words && !explains_silence(text, *section))
        diagnostics.add(Code::check_chief_officer, text.source, section->heading, "a section `Force response` beside `outcome = \"" + std::string(key(*officer.outcome)) + "\"`",
                        "if the chief officer did comment, write `outcome = \"comments\"`; if not, say in another section whose words these are");
}

/// Police Act 1996 s.55(5)(b).
void find_silence_on_chief_officer(const Text& text, const Response& response, const WrittenSection* section, Diagnostics& diagnostics) {
    const bool is_known = response.chief_officer && (response.chief_officer->outcome || response.chief_officer->received);
    if (is_known || (section != nullptr && !section->is_empty)) return;
    diagnostics.add(Code::check_chief_officer, text.source, section == nullptr ? front_matter : section->heading, "nothing says whether the chief officer commented",
                    "write a section `Force response`, or `outcome = \"none-received\"` in `[chief_officer]`: section 55(5)(b)");
}

void find_missing_copies(const Text& text, const Response& response, Diagnostics& diagnostics) {
    if (response.sent_to_hmicfrs && response.sent_to_home_secretary) return;
    const bool both = !response.sent_to_hmicfrs && !response.sent_to_home_secretary;
    const std::string_view missing = both ? "the inspectors and the Home Secretary" : response.sent_to_hmicfrs ? "the Home Secretary" : "the inspectors";
    diagnostics.add(Code::check_copies, text.source, front_matter, "no date says when a copy went to " + std::string(missing),
                    both                       ? "add `sent_to_hmicfrs` and `sent_to_home_secretary`"
                    : response.sent_to_hmicfrs ? "add `sent_to_home_secretary`"
                                               : "add `sent_to_hmicfrs`");
}

/// Police Act 1996 s.55(5B): the action taken or proposed, or why there is none. Areas for improvement and causes of concern are
/// no recommendations.
void find_unanswered_recommendations(const Text& text, const Response& response, Diagnostics& diagnostics) {
    for (const Recommendation& item : response.recommendations) {
        if (item.kind != RecommendationKind::recommendation || (item.pcc_action && item.pcc_explanation)) continue;
        diagnostics.add(Code::check_unanswered, text.source, item.number.span,
                        "recommendation " + quoted(item.number.value) +
                            (item.pcc_action ? " has no explanation of the commissioner’s action" : " has no answer of the commissioner"),
                        item.pcc_action ? "add `pcc_explanation`: what was done or is proposed" : "add `pcc_action` and `pcc_explanation`: section 55(5B) of the Police Act 1996");
    }
}

}  // namespace

void find_gaps_in_the_record(const Text& text, Diagnostics& diagnostics) {
    if (text.response == nullptr) return;
    const Response& response = *text.response;
    if (response.status != Status::published) return;
    const std::vector<WrittenSection> sections = written_sections(text, response);
    const WrittenSection* force_response = section_of(sections, "force-response");
    find_contradictions_on_comments(text, response, force_response, diagnostics);
    if (response.section55 != Section55::applies || response.report_published < rule_begins()) return;
    find_missing_comments(text, sections, diagnostics);
    find_silence_on_chief_officer(text, response, force_response, diagnostics);
    find_missing_copies(text, response, diagnostics);
    find_unanswered_recommendations(text, response, diagnostics);
}

}  // namespace vitrine::check
