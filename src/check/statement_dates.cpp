#include <algorithm>
#include <vector>

#include "check/scan.h"
#include "check/statements.h"
#include "check/text_checks.h"
#include "check/written_dates.h"
#include "model/section55.h"

namespace vitrine::check {
namespace {

/// The same day of another year, or day and month changed about.
bool is_near_miss(Date a, Date b) {
    const bool other_year = a.month() == b.month() && a.day() == b.day() && a.year() != b.year();
    const bool changed_about = a.year() == b.year() && static_cast<unsigned>(a.month()) == static_cast<unsigned>(b.day()) &&
                               static_cast<unsigned>(a.day()) == static_cast<unsigned>(b.month());
    return a != b && (other_year || changed_about);
}

/// A near miss, or a slip of the day or of the month alone.
bool is_slip(Date a, Date b) {
    const int same = (a.year() == b.year() ? 1 : 0) + (a.month() == b.month() ? 1 : 0) + (a.day() == b.day() ? 1 : 0);
    return same == 2 || is_near_miss(a, b);
}

/// Whether a place lies in words of somebody else: between quotation marks, or in a block that is quoted as a whole.
bool is_quoted(std::string_view words, const Block& block, std::size_t at) {
    const std::string_view before = words.substr(block.span.begin, at - block.span.begin);
    const std::size_t open = before.rfind("“"), close = before.rfind("”");
    if (open != std::string_view::npos && (close == std::string_view::npos || close < open)) return true;
    if (std::count(before.begin(), before.end(), '"') % 2 != 0) return true;
    const std::size_t line = words.substr(0, block.span.begin).rfind('\n') + 1;
    return words.substr(line, block.span.begin - line).find('>') != std::string_view::npos;
}

class StatementDates {
public:
    StatementDates(const Text& text, const Response& response, Diagnostics& diagnostics) : text_(text), response_(response), diagnostics_(diagnostics) {}

    void look_at(const Block& block) {
        // Headings, and words of the inspectors and of the force, which may speak of anything.
        if (block.key == "text" || block.key == "force_action" || block.kind == Block::Kind::heading) return;
        const std::string_view words = text_.words;
        for (const WrittenDate& written : dates_in(words, block)) {
            if (!written.date.ok() || is_quoted(words, block, written.span.begin)) continue;
            const std::string_view sentence = sentence_around(words, block, written.span.begin);
            const auto before = static_cast<std::size_t>(words.data() + written.span.begin - sentence.data());
            look_at_deadline(sentence, sentence.substr(0, before), written);
            if (const auto statement = statement_before_date(sentence.substr(0, before)))
                compare(*statement, written, speaks_of_another(words.substr(block.span.begin, block.span.end - block.span.begin)));
        }
    }

private:
    [[nodiscard]] bool is_exact() const { return response_.report_published_precision == Precision::day; }

    static bool speaks_of_another(std::string_view block) {
        return mentions(block, {"previous", "previously", "earlier", "follow-up", "followed up", "revisit", "reinspection", "last inspection", "other report",
                                "another report", "national report", "super-complaint"});
    }

    [[nodiscard]] bool is_recorded(Date date) const {
        const auto is_of = [&](const Response& one) {
            return one.report_published == date || one.response_published == date || one.sent_to_hmicfrs == date || one.sent_to_home_secretary == date ||
                   (one.chief_officer && (one.chief_officer->invited == date || one.chief_officer->received == date)) ||
                   std::any_of(one.updates.begin(), one.updates.end(), [&](const Update& update) { return update.date == date; });
        };
        return is_of(response_) || std::any_of(text_.followed.begin(), text_.followed.end(), [&](const Response* one) { return is_of(*one); });
    }

    void compare(const Statement& statement, const WrittenDate& written, bool may_be_another) {
        if (is_recorded(written.date)) return;
        if (statement.of == Statement::Of::report)
            compare_report(written, !statement.is_own && (statement.picks_out || may_be_another));
        else
            compare_response(written, !statement.is_own && (statement.picks_out || may_be_another));
    }

    void compare_report(const WrittenDate& written, bool may_be_another) {
        if (!is_exact() || (may_be_another && !is_slip(written.date, response_.report_published))) return;
        report(written, "the record says that the report was published on " + long_date(response_.report_published),
               "mend the date here, or `report_published`");
    }

    void compare_response(const WrittenDate& written, bool may_be_another) {
        for (const auto& recorded : {response_.response_published, response_.sent_to_hmicfrs, response_.sent_to_home_secretary})
            if (recorded && is_near_miss(written.date, *recorded))
                return report(written, "the record says " + long_date(*recorded), "mend the date here, or in the front matter");
        if (is_exact() && !may_be_another && written.date < response_.report_published)
            report(written, "this is before the report was published, on " + long_date(response_.report_published), "mend the date here, or `report_published`");
    }

    /// Adding 56 days to the date of the report gives the day after the last: Police Act 1996 s.55(5A).
    void look_at_deadline(std::string_view sentence, std::string_view before, const WrittenDate& written) {
        if (response_.section55 != Section55::applies || response_.report_published < rule_begins() || !is_exact()) return;
        const Date last = last_lawful_day(response_.report_published);
        if (written.date != plus_days(last, 1)) return;
        if (!mentions(sentence, {"response", "respond", "responses", "reply", "comments", "56 days", "56-day", "section 55", "s.55", "statutory"})) return;
        // "Before" that day is right, and something else may have happened on it.
        constexpr std::size_t near = 16;
        const std::string_view last_words = before.substr(before.size() - std::min(before.size(), near));
        const std::string_view since_last_number = before.substr(before.find_last_of("0123456789") + 1);
        const bool is_named = mentions(last_words, {"by", "due", "deadline", "until"}) ||
                              (mentions(since_last_number, {"deadline", "due"}) && !statement_before_date(before));
        const bool is_meant = is_named || (!is_recorded(written.date) && mentions(sentence, {"deadline", "due", "56 days", "56-day", "no later than"}));
        if (is_meant && !mentions(last_words, {"before"}))
            report(written, "this is the 57th day: the last lawful day for the response is " + long_date(last),
                   "the day on which the report is published counts as the first of the 56");
    }

    void report(const WrittenDate& written, std::string message, std::string help) {
        diagnostics_.add(Code::check_date, text_.source, written.span, std::move(message), std::move(help));
    }

    const Text& text_;
    const Response& response_;
    Diagnostics& diagnostics_;
};

}  // namespace

void find_dates_that_disagree(const Text& text, Diagnostics& diagnostics) {
    if (text.response == nullptr) return;
    StatementDates dates(text, *text.response, diagnostics);
    for (const Block& block : text.blocks) dates.look_at(block);
}

}  // namespace vitrine::check
