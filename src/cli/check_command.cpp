#include "base/text.h"
#include "build/build.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"

namespace vitrine::cli {

int run_check(const CheckArguments& arguments) {
    auto options = site_options(arguments.site);
    if (!options) {
        print_failure(options.failure().message);
        return command_line_is_wrong;
    }
    options->commit = false;
    const auto report = build::build_site(*options);
    if (!report) {
        print_failure(report.failure().message);
        return machine_failed;
    }
    print_diagnostics(report->diagnostics, arguments.site);
    const std::string summary = summary_of(report->diagnostics, arguments.site.strict);
    if (!summary.empty()) print_summary(summary, arguments.site);
    const bool failed = report->diagnostics.has_errors() || (arguments.site.strict && !report->diagnostics.empty());
    if (failed) return content_has_errors;
    if (!arguments.site.quiet) print_result("no errors; a build would make " + counted(report->pages, "page", "pages"));
    return done;
}

}  // namespace vitrine::cli
