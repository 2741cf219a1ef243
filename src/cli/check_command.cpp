#include "base/text.h"
#include "build/build.h"
#include "check/findings.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "formats/json.h"
#include "io/folders.h"

namespace vitrine::cli {
namespace {

/// What is accepted stands in the files, but nobody would look there.
void print_accepted(const std::vector<Diagnostic>& accepted, Format format) {
    for (const Diagnostic& one : accepted) {
        const std::string code(describe(one.code).name);
        if (format == Format::json)
            print_result(to_json({{"accepted", code},
                                  {"path", one.location.path},
                                  {"line", std::int64_t{one.location.line}},
                                  {"message", one.message},
                                  {"reason", one.help}}));
        else
            print_result("accepted " + one.location.path + ":" + std::to_string(one.location.line) + ": " + one.message + " [" + code + "]: " + one.help);
    }
}

}  // namespace

int run_check(const CheckArguments& arguments) {
    auto options = site_options(arguments.site);
    if (!options) {
        print_failure(options.failure().message);
        return command_line_is_wrong;
    }
    if (arguments.output) options->output = io::absolute(*arguments.output);
    options->commit = false;
    auto report = build::build_site(*options);
    if (!report) {
        print_failure(report.failure().message);
        return machine_failed;
    }
    check::Findings findings = check::findings_of(*report->site, options->jobs);
    Diagnostics all = std::move(report->diagnostics);
    all.merge(std::move(findings.open));
    all.raise(Code::response_vanished);
    all.sort();
    print_diagnostics(all, arguments.site);
    const std::string summary = summary_of(all, arguments.site.strict);
    if (!summary.empty()) print_summary(summary, arguments.site);
    if (!arguments.site.quiet) print_accepted(findings.accepted, arguments.site.format);
    const bool failed = all.has_errors() || (arguments.site.strict && !all.empty());
    if (failed) return content_has_errors;
    if (!arguments.site.quiet) print_result("no errors; a build would make " + counted(report->pages, "page", "pages"));
    return done;
}

}  // namespace vitrine::cli
