#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include "base/version.h"
#include "cli/status.h"

namespace vitrine::cli {
namespace {

void add_site_options(CLI::App& command, SiteArguments& site) {
    command.add_option("SITE,--site", site.site, "The site's folder; by default the current one or the nearest above it that holds site.toml")
        ->type_name("DIR");
    command.add_option("--at", site.at, "Build as of that moment: a date, or a date and time (RFC 3339)")->type_name("TIME");
    command.add_option("--theme", site.theme, "Use this theme in place of the one that site.toml names")->type_name("NAME");
    command.add_option("--jobs", site.jobs, "How many threads to use; by default one for each processor")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    command.add_flag("--strict", site.strict, "Treat warnings as errors");
    command.add_flag("--quiet", site.quiet, "Print problems only");
    command.add_option("--format", site.format, "How to print problems: text, or json with one object a line")
        ->type_name("text|json")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}})
                        .description(""));
}

/// CLI11 explains an error in a line of its own; ours ends with where to look.
Message wrong(const CLI::App& app, const CLI::ParseError& error) {
    std::string command = "vitrine";
    for (const CLI::App* chosen : app.get_subcommands()) command += " " + chosen->get_name();
    return {"vitrine: " + std::string(error.what()) + "\nRun `" + command + " --help` to see what it takes.\n", command_line_is_wrong};
}

}  // namespace

Arguments parse_arguments(int count, const char* const* values) {
    CLI::App app("vitrine makes a public website from a folder of responses to police inspections.", "vitrine");
    app.set_version_flag("--version", "vitrine " + std::string(version()), "Print the version");
    app.set_help_flag("--help", "Print this help");
    app.require_subcommand(1);

    BuildArguments build;
    CLI::App* build_command = app.add_subcommand("build", "Make the website in public/");
    add_site_options(*build_command, build.site);
    build_command->add_option("--output", build.output, "The folder to build into; by default public/ in the site's folder")->type_name("DIR");

    CheckArguments check;
    CLI::App* check_command = app.add_subcommand("check", "Find every problem that would stop a build; write nothing");
    add_site_options(*check_command, check.site);

    try {
        app.parse(count, values);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return Message{chosen.empty() ? app.help() : chosen.front()->help("vitrine"), done};
    } catch (const CLI::CallForVersion& asked) {
        return Message{std::string(asked.what()) + "\n", done};
    } catch (const CLI::ParseError& error) {
        return wrong(app, error);
    }
    if (build_command->parsed()) return build;
    return check;
}

}  // namespace vitrine::cli
