#include "base/text.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "content/load.h"
#include "formats/unicode.h"
#include "io/files.h"
#include "io/paths.h"
#include "model/section55.h"
#include "scaffold/place.h"
#include "scaffold/response_file.h"

namespace vitrine::cli {
namespace {

int failed(const Failure& failure, int status) {
    print_failure(failure.message);
    return status;
}

/// What is owed, and by when.
std::string deadline(Date report_published) {
    const std::string report = "The report is of " + long_date(report_published);
    if (default_section55(report_published) != Section55::applies)
        return report + ", before the rule of 56 days: there is no last day for the response.";
    return report + ": the response must be public by " + long_date(last_lawful_day(report_published)) + ", day 56.";
}

scaffold::Draft draft_of(const NewArguments& arguments, Date report_published, const SiteConfig& config) {
    scaffold::Draft draft;
    draft.title = {arguments.title, scaffold::Certainty::sure};
    draft.report_published = {report_published, scaffold::Certainty::sure};
    draft.commissioner = scaffold::commissioner_on(config.people, report_published);
    draft.id = arguments.id.value_or(scaffold::id_for(arguments.title, report_published));
    draft.body = scaffold::empty_form();
    return draft;
}

}  // namespace

int run_new(const NewArguments& arguments) {
    const auto root = find_site(arguments.site);
    if (!root) return failed(root.failure(), command_line_is_wrong);
    const auto report_published = parse_date(arguments.published);
    if (!report_published)
        return failed({"--published: " + quoted(arguments.published) +
                       " is no day; write the day on which the report was published as `2026-06-30`"},
                      command_line_is_wrong);
    if (trimmed(arguments.title).empty()) return failed({"the title is empty"}, command_line_is_wrong);
    if (arguments.id && slugified(*arguments.id) != *arguments.id)
        return failed({"--id: " + quoted(*arguments.id) + " is not made of lower-case letters, digits and hyphens"},
                      command_line_is_wrong);

    Diagnostics diagnostics;
    const auto config = content::load_config(*root, diagnostics);
    if (!config) return failed(config.failure(), machine_failed);
    if (diagnostics.has_errors() || !*config) {
        print_diagnostics(diagnostics, {});
        return content_has_errors;
    }

    const scaffold::Draft draft = draft_of(arguments, *report_published, **config);
    const auto present = scaffold::find_response(*root, draft.id);
    if (!present) return failed(present.failure(), machine_failed);
    if (*present)
        return failed({"there is a response with the id " + quoted(draft.id) + " already: " + **present +
                       "; to write another, give it an id with `--id`"},
                      content_has_errors);
    const std::string file = scaffold::file_for(draft.id);
    if (const Outcome written =
            io::write_new_file(io::join(*root, file), scaffold::response_file(draft, **config, scaffold::Comments::explain));
        !written)
        return failed(written.failure(), machine_failed);
    print_result(file + " is a draft with every key explained.");
    print_result(deadline(*report_published));
    return done;
}

}  // namespace vitrine::cli
