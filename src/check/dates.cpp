#include <array>

#include "base/date.h"
#include "check/scan.h"
#include "check/text_checks.h"
#include "check/written_dates.h"

namespace vitrine::check {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

std::string days_of(Date date) {
    const auto last = (date.year() / date.month() / std::chrono::last).day();
    return month_and_year(date) + " has " + std::to_string(static_cast<unsigned>(last)) + " days";
}

void look_at(const WrittenDate& written, const Text& text, Diagnostics& diagnostics) {
    const auto report = [&](std::string message, std::string help) {
        diagnostics.add(Code::check_date, text.source, written.span, std::move(message), std::move(help));
    };
    const Date date = written.date;
    if (!date.month().ok()) return report("there is no month of that number", "write the day first, and the month as a word");
    if (!date.ok()) return report("there is no such day", days_of(date));
    if (!written.weekday) return;
    const std::chrono::weekday real{std::chrono::sys_days(date)};
    if (real != *written.weekday)
        report(long_date(date) + " was a " + std::string(weekdays[real.c_encoding()]), "mend the day of the week, or the date");
}

}  // namespace

void find_impossible_dates(const Text& text, Diagnostics& diagnostics) {
    for (const Block& block : text.blocks)
        for (const WrittenDate& written : dates_in(text.words, block)) look_at(written, text, diagnostics);
}

}  // namespace vitrine::check
