#include <algorithm>
#include <string_view>

#include "check/text_checks.h"
#include "model/section55.h"

namespace vitrine::check {
namespace {

/// Where what the front matter lacks is reported: at its beginning.
constexpr Span front_matter = {0, 3};

bool has_section(const Response& response, std::string_view id) {
    return std::any_of(response.body.headings.begin(), response.body.headings.end(), [&](const Heading& heading) { return heading.id == id; });
}

/// Police Act 1996 s.55(5).
void find_missing_statements(const Text& text, const Response& response, Diagnostics& diagnostics) {
    if (!has_section(response, "pcc-response"))
        diagnostics.add(Code::check_no_comments, text.source, front_matter, "the commissioner’s comments are missing: there is no section `PCC response`",
                        "they are what section 55(5)(a) of the Police Act 1996 asks for");
    const auto& officer = response.chief_officer;
    const bool is_explained = officer && officer->outcome && *officer->outcome != CommentsOutcome::comments;
    if (!has_section(response, "force-response") && !is_explained)
        diagnostics.add(Code::check_chief_officer, text.source, front_matter, "nothing says whether the chief officer commented",
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
    if (response.status != Status::published || response.section55 != Section55::applies || response.report_published < rule_begins()) return;
    find_missing_statements(text, response, diagnostics);
    find_missing_copies(text, response, diagnostics);
    find_unanswered_recommendations(text, response, diagnostics);
}

}  // namespace vitrine::check
