#include <array>
#include <cstdio>

#include "base/text.h"
#include "build/build.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "io/clock.h"
#include "io/files.h"

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
    return shown(output) + ": " + counted(report.pages, "page", "pages") + "; " + counted(report.counts.written, "file", "files") + " written, " +
           grouped(report.counts.unchanged) + " unchanged, " + grouped(report.counts.removed) + " removed in " + seconds_text(seconds);
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
    const auto report = build::build_site(*options);
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
    if (!arguments.site.quiet) print_result(result_line(*report, options->output, io::seconds_running() - begin));
    return done;
}

}  // namespace vitrine::cli
