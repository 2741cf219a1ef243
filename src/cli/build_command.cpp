#include <array>
#include <cstdio>

#include "base/text.h"
#include "build/build.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "io/clock.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::cli {
namespace {

/// The output as a person would write it: below the current folder where it is there.
std::string shown(const std::string& output) {
    const std::string here = io::absolute(".");
    if (output != here && io::is_within(output, here)) return output.substr(here == "/" ? 1 : here.size() + 1) + "/";
    return output + "/";
}

std::string seconds_text(double seconds) {
    std::array<char, 32> text = {};
    std::snprintf(text.data(), text.size(), "%.2f s", seconds);
    return text.data();
}

std::string result_line(const build::Report& report, const std::string& output, double seconds) {
    return shown(output) + ": " + counted(report.pages, "page", "pages") + "; " + counted(report.output.counts.written, "file", "files") + " written, " +
           grouped(report.output.counts.unchanged) + " unchanged, " + grouped(report.output.counts.removed) + " removed in " + seconds_text(seconds);
}

std::string why(const output::Change& change) {
    switch (change.reason) {
        case output::Reason::nothing_known: return "nothing is known of an earlier build";
        case output::Reason::new_file: return "it is new";
        case output::Reason::program: return "vitrine itself changed";
        case output::Reason::settings: return "site.toml or a page in the menus changed";
        case output::Reason::theme: return "the theme changed";
        case output::Reason::day: return "it says how things stand, and another day has come";
        case output::Reason::source: return change.origin + " changed";
        case output::Reason::others: return "something that it lists or links to changed";
        case output::Reason::altered: return "somebody changed or removed the file";
        case output::Reason::none: break;
    }
    return "";
}

void explain(const output::Committed& committed, const std::string& output) {
    for (const output::Change& change : committed.changes) print_result("written " + shown(output) + change.path + ": " + why(change));
    for (const std::string& path : committed.removed) print_result("removed " + shown(output) + path + ": the site has no such file any more");
}

void name_foreign(const std::vector<std::string>& foreign, const std::string& output, const SiteArguments& arguments) {
    for (const std::string& path : foreign) print_summary(shown(output) + path + " was not made by vitrine, and stays", arguments);
}

/// "2 responses open on 1 December 2026 at 00:01: build again then".
std::string opening_line(const Site::Opening& opening) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(opening.at.time_of_day).count();
    std::array<char, 16> time = {};
    std::snprintf(time.data(), time.size(), "%02d:%02d", static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
    return counted(opening.responses, "response opens", "responses open") + " on " + long_date(opening.at.date) + " at " + time.data() + ": build again then";
}

void print_timings(const std::vector<build::Timing>& timings) {
    for (const build::Timing& timing : timings) print_result(std::string(timing.step) + " " + seconds_text(timing.seconds));
}

}  // namespace

int run_build(const BuildArguments& arguments) {
    const double begin = io::seconds_running();
    auto options = site_options(arguments.site);
    if (!options) {
        print_failure(options.failure().message);
        return command_line_is_wrong;
    }
    if (arguments.output) options->output = io::absolute(*arguments.output);
    ProgressLine line;
    if (!arguments.site.quiet) options->progress = [&](std::string_view step, std::size_t done, std::size_t of) { line.show(step, done, of); };
    const auto report = build::build_site(*options);
    line.clear();
    if (!report) {
        print_failure(report.failure().message);
        return machine_failed;
    }
    print_diagnostics(report->diagnostics, arguments.site);
    const std::string summary = summary_of(report->diagnostics, arguments.site.strict);
    if (!report->committed) {
        print_summary(summary + "; " + shown(options->output) + " is unchanged", arguments.site);
        return content_has_errors;
    }
    if (!summary.empty()) print_summary(summary, arguments.site);
    name_foreign(report->output.foreign, options->output, arguments.site);
    if (arguments.explain) explain(report->output, options->output);
    if (arguments.timings) print_timings(report->timings);
    if (report->next_opening && !arguments.site.quiet) print_result(opening_line(*report->next_opening));
    if (!arguments.site.quiet) print_result(result_line(*report, options->output, io::seconds_running() - begin));
    return done;
}

}  // namespace vitrine::cli
