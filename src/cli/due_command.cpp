#include <algorithm>
#include <vector>

#include "base/text.h"
#include "build/build.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "formats/calendar.h"
#include "formats/json.h"
#include "io/files.h"
#include "model/due.h"
#include "plan/address.h"

namespace vitrine::cli {
namespace {

std::string_view kind_word(Duty::Kind kind) {
    switch (kind) {
        case Duty::Kind::response: return "response";
        case Duty::Kind::chief_officer_comments: return "chief officer’s comments";
        case Duty::Kind::recommendation: return "recommendation";
        case Duty::Kind::page_review: return "page review";
    }
    return "";
}

/// "chief officer’s comments", "area for improvement 3a".
std::string what(const Duty& duty) {
    if (!duty.item) return std::string(kind_word(duty.kind));
    std::string words = std::string(label(duty.item->kind)) + " " + duty.item->number;
    words.front() = static_cast<char>(words.front() - 'A' + 'a');
    return words;
}

/// "12 days overdue", "today", "in 1 day".
std::string when(Date due, Date today) {
    const int days = days_between(today, due);
    if (days == 0) return "today";
    const std::string count = counted(static_cast<std::size_t>(std::abs(days)), "day", "days");
    return days < 0 ? count + " overdue" : "in " + count;
}

/// The calendar day, in how many days that is, what is owed, on which response or page, and where it stands.
std::vector<std::string> row_of(const Duty& duty, Date today) {
    return {duty.due ? iso(*duty.due) : "no date", duty.due ? when(*duty.due, today) : "", what(duty), duty.title, locate(*duty.source, duty.place).path};
}

void print_table(const std::vector<Duty>& duties, Date today) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> widths;
    for (const Duty& duty : duties) {
        rows.push_back(row_of(duty, today));
        widths.resize(rows.back().size());
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], count_code_points(rows.back()[i]));
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += row[i] + (i + 1 == row.size() ? "" : std::string(widths[i] - count_code_points(row[i]) + 2, ' '));
        print_result(line);
    }
}

/// "3 overdue and 5 due within 90 days, as at 30 June 2026".
std::string summary_line(const std::vector<Duty>& duties, Date today, int within) {
    const auto overdue = static_cast<std::size_t>(
        std::count_if(duties.begin(), duties.end(), [&](const Duty& duty) { return duty.due && *duty.due < today; }));
    const std::string days = counted(static_cast<std::size_t>(within), "day", "days"), as_at = ", as at " + long_date(today);
    if (duties.empty()) return "nothing is due within " + days + as_at;
    return grouped(overdue) + " overdue and " + grouped(duties.size() - overdue) + " due within " + days + " or without a date" + as_at;
}

std::string url_of(const Duty& duty, const Site& site) {
    if (!duty.is_public) return "";
    const std::string folder = duty.kind == Duty::Kind::page_review ? duty.id : plan::response_folder(duty.id);
    const std::string anchor = duty.kind == Duty::Kind::recommendation ? "#" + duty.part : "";
    return site.config.base_url + plan::page_address(folder, site.config.links) + anchor;
}

void print_json(const std::vector<Duty>& duties, const Site& site) {
    for (const Duty& duty : duties) {
        const Location place = locate(*duty.source, duty.place);
        const std::string url = url_of(duty, site);
        print_result(to_json({{"due", duty.due ? Json(iso(*duty.due)) : Json()},
                              {"days", duty.due ? Json(std::int64_t{days_between(site.today(), *duty.due)}) : Json()},
                              {"kind", std::string(kind_word(duty.kind))},
                              {"id", duty.id},
                              {"part", duty.part},
                              {"title", duty.title},
                              {"url", url.empty() ? Json() : Json(url)},
                              {"path", place.path},
                              {"line", std::int64_t{place.line}}}));
    }
}

/// The host and folder of the site, which no other site has.
std::string name_of(const Site& site) {
    const std::string& url = site.config.base_url;
    const std::size_t host = url.find("://");
    std::string name = host == std::string::npos ? url : url.substr(host + 3);
    while (name.ends_with('/')) name.pop_back();
    return name.empty() ? "vitrine" : name;
}

std::string calendar_of(const std::vector<Duty>& duties, const Site& site) {
    std::vector<calendar::Event> events;
    for (const Duty& duty : duties) {
        if (!duty.due) continue;
        const std::string summary = what(duty) + " due: " + duty.title;
        events.push_back({duty.id + "/" + duty.part + "@" + name_of(site), *duty.due,
                          static_cast<char>(summary.front() - 'a' + 'A') + summary.substr(1), locate(*duty.source, duty.place).path, url_of(duty, site)});
    }
    const std::string& office = site.config.office.name;
    return calendar::to_icalendar(office.empty() ? "What is due" : office + ": what is due", site.now, events);
}

}  // namespace

int run_due(const DueArguments& arguments) {
    const auto options = site_options(arguments.site);
    if (!options) {
        print_failure(options.failure().message);
        return command_line_is_wrong;
    }
    Diagnostics diagnostics;
    const auto site = build::read_site(*options, diagnostics);
    if (!site) {
        print_failure(site.failure().message);
        return machine_failed;
    }
    std::vector<Duty> duties = duties_of(*site);
    if (arguments.ics) {
        if (const Outcome written = io::write_in_one_step(*arguments.ics, calendar_of(duties, *site)); !written) {
            print_failure(written.failure().message);
            return machine_failed;
        }
    }
    const Date last = plus_days(site->today(), arguments.within);
    std::erase_if(duties, [&](const Duty& duty) { return duty.due && *duty.due > last; });
    if (arguments.site.format == Format::json)
        print_json(duties, *site);
    else
        print_table(duties, site->today());
    if (arguments.site.format == Format::text && !arguments.site.quiet) print_result(summary_line(duties, site->today(), arguments.within));
    // What cannot be read may be owed too.
    if (!diagnostics.has_errors() && !(arguments.site.strict && !diagnostics.empty())) return done;
    print_diagnostics(diagnostics, arguments.site);
    print_summary(summary_of(diagnostics, arguments.site.strict) + "; what stands there may be missing from the list", arguments.site);
    return content_has_errors;
}

}  // namespace vitrine::cli
