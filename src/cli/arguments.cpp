#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include "base/diagnostic.h"
#include "base/version.h"
#include "cli/status.h"

namespace vitrine::cli {
namespace {

void add_site_folder(CLI::App& command, const std::string& names, std::string& folder) {
    command.add_option(names, folder, "The site's folder; by default the current one or the nearest above it that holds site.toml")->type_name("DIR");
}

void add_print_options(CLI::App& command, SiteArguments& site) {
    command.add_flag("--strict", site.strict, "Treat warnings as errors");
    command.add_flag("--quiet", site.quiet, "Print problems only");
    command.add_option("--format", site.format, "How to print problems: text, or json with one object a line")
        ->type_name("text|json")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}})
                        .description(""));
}

void add_site_options(CLI::App& command, SiteArguments& site, bool with_theme = true) {
    add_site_folder(command, "SITE,--site", site.site);
    command.add_option("--at", site.at, "Build as of that moment: a date, or a date and time (RFC 3339)")->type_name("TIME");
    if (with_theme) command.add_option("--theme", site.theme, "Use this theme in place of the one that site.toml names")->type_name("NAME");
    command.add_option("--jobs", site.jobs, "How many threads to use; by default one for each processor")
        ->type_name("N")
        ->check(CLI::Range(1, 1024).description(""));
    add_print_options(command, site);
}

/// The command that was chosen last: `verify` in `snapshot verify`.
const CLI::App& innermost(const CLI::App& app) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    return chosen.empty() ? app : innermost(*chosen.front());
}

/// "vitrine snapshot verify": what was chosen, from the program down.
std::string names_down_to(const CLI::App& command) {
    const CLI::App* above = command.get_parent();
    return above == nullptr ? command.get_name() : names_down_to(*above) + " " + command.get_name();
}

std::vector<std::string> names_of_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::string there_is_no(const std::string& kind, const std::string& word, const std::vector<std::string>& names) {
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string help = did_you_mean(word, candidates);
    return "there is no " + kind + " " + vitrine::quoted(word) + (help.empty() ? "" : "; " + help);
}

/// What is wrong, in our words where CLI11's do not help.
std::string explained(const CLI::App& app, const CLI::ParseError& error, const std::string& word_for_command) {
    const CLI::App& chosen = innermost(app);
    const std::vector<const CLI::App*> commands = chosen.get_subcommands([](const CLI::App*) { return true; });
    if (!commands.empty() && !word_for_command.empty()) {
        std::vector<std::string> names;
        for (const CLI::App* command : commands) names.push_back(command->get_name());
        return word_for_command.starts_with('-') ? there_is_no("option", word_for_command, names_of_options(chosen))
                                                 : there_is_no("command", word_for_command, names);
    }
    if (!commands.empty()) return "name a command";
    for (const std::string& word : app.remaining(true))
        if (word.starts_with("--")) return there_is_no("option", word, names_of_options(chosen));
    return error.what();
}

Message wrong(const CLI::App& app, const CLI::ParseError& error, int count, const char* const* values) {
    const CLI::App& chosen = innermost(app);
    int depth = 1;
    for (const CLI::App* command = &chosen; command->get_parent() != nullptr; command = command->get_parent()) ++depth;
    return {"vitrine: " + explained(app, error, count > depth ? values[depth] : "") + "\nRun `" + names_down_to(chosen) + " --help` to see what it takes.\n",
            command_line_is_wrong};
}

struct SnapshotArguments {
    SnapshotCreateArguments create;
    SnapshotVerifyArguments verify;
    SnapshotDiffArguments diff;
    SnapshotRestoreArguments restore;
};

void add_snapshot_commands(CLI::App& snapshot, SnapshotArguments& arguments) {
    snapshot.require_subcommand(1);
    CLI::App* create = snapshot.add_subcommand("create", "Make a dated archive of what the public may see");
    add_site_options(*create, arguments.create.site, false);
    create->add_option("--output", arguments.create.output, "The folder to make, or the file where the name ends in .tar.gz or .zip; by default a .zip in snapshots/")
        ->type_name("PATH");
    create->add_option("--public", arguments.create.public_folder, "The folder that you build into; by default public/ in the site's folder")->type_name("DIR");
    create->add_flag("--build-afresh", arguments.create.afresh, "Archive what is built now, whatever stands in public/");

    CLI::App* verify = snapshot.add_subcommand("verify", "Check that a snapshot, or any bag (RFC 8493), is complete and unchanged");
    verify->add_option("PATH", arguments.verify.path, "A folder, or a .tar.gz or .zip file")->required();
    verify->add_option("--previous", arguments.verify.previous, "A snapshot that came before, where it does not lie beside this one; may be repeated")
        ->type_name("PATH")
        ->expected(1)
        ->take_all();
    add_print_options(*verify, arguments.verify.site);

    CLI::App* diff = snapshot.add_subcommand("diff", "Say what changed from one snapshot to another");
    diff->add_option("BEFORE", arguments.diff.before, "The earlier snapshot")->required();
    diff->add_option("AFTER", arguments.diff.after, "The later snapshot")->required();
    diff->add_option("--format", arguments.diff.format, "How to print the changes: text, json, or html for a page of its own")
        ->type_name("text|json|html")
        ->transform(CLI::CheckedTransformer(
                        std::map<std::string, ReportFormat>{{"text", ReportFormat::text}, {"json", ReportFormat::json}, {"html", ReportFormat::html}})
                        .description(""));

    CLI::App* restore = snapshot.add_subcommand("restore", "Give the sources of a snapshot back, byte for byte");
    restore->add_option("PATH", arguments.restore.path, "The snapshot")->required();
    restore->add_option("DIR", arguments.restore.folder, "The folder to make; it must be new or empty")->required();
    add_print_options(*restore, arguments.restore.site);
}

/// Those of the command that was chosen.
Arguments chosen_among(const CLI::App& snapshot, const SnapshotArguments& arguments) {
    const std::string name = innermost(snapshot).get_name();
    if (name == "create") return arguments.create;
    if (name == "verify") return arguments.verify;
    if (name == "diff") return arguments.diff;
    return arguments.restore;
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
    build_command->add_flag("--explain", build.explain, "Say for each file that is written why");
    build_command->add_flag("--timings", build.timings, "Say how long each step took");

    CheckArguments check;
    CLI::App* check_command = app.add_subcommand("check", "Find every problem that would stop a build, and what an editor should know; write nothing");
    add_site_options(*check_command, check.site);
    check_command->add_option("--output", check.output, "The folder that you build into, to see that addresses which are public there stay; by default public/")
        ->type_name("DIR");

    DueArguments due;
    CLI::App* due_command = app.add_subcommand("due", "List what the office owes, the nearest day first");
    add_site_options(*due_command, due.site);
    due_command->add_option("--within", due.within, "List what is due within so many days (90), and what is overdue")
        ->type_name("DAYS")
        ->check(CLI::Range(0, 36500).description(""));
    due_command->add_option("--ics", due.ics, "Also write all that has a day to this file, for a calendar program")->type_name("FILE");

    NewArguments fresh;
    CLI::App* new_command = app.add_subcommand("new", "Write a new response as a draft with every key explained");
    new_command->add_option("TITLE", fresh.title, "The title of the inspection, exactly as on the report")->required();
    new_command->add_option("--published", fresh.published, "The day on which the report was published")->type_name("DATE")->required();
    new_command->add_option("--id", fresh.id, "The id, which is the page's address for ever; by default from the title and the year")->type_name("ID");
    add_site_folder(*new_command, "--site", fresh.site);

    ImportArguments import;
    CLI::App* import_command = app.add_subcommand("import", "Turn existing documents into responses: .docx, .odt, .pdf, .html, .md, .txt");
    import_command->add_option("FILE", import.files, "The documents")->required();
    import_command->add_flag("--force", import.force, "Write a response anew that is there already");
    add_site_folder(*import_command, "--site", import.site);

    SnapshotArguments snapshot;
    CLI::App* snapshot_command = app.add_subcommand("snapshot", "Make, check, compare and restore dated archives of the site");
    add_snapshot_commands(*snapshot_command, snapshot);

    ServeArguments serve;
    CLI::App* serve_command = app.add_subcommand("serve", "Show the site as it will be, with drafts marked, in a browser on this machine, and follow every edit");
    add_site_options(*serve_command, serve.site);
    serve_command->add_option("--port", serve.port, "The port to listen on; by default 8000, or a free one when that is taken")
        ->type_name("N")
        ->check(CLI::Range(1, 65535).description(""));
    serve_command->add_option("--host", serve.host, "The address to listen on; by default only this machine can reach the preview")->type_name("ADDR");
    serve_command->add_flag("--as-public", serve.as_public, "Show exactly what the public would get: no drafts, nothing under embargo");

    try {
        app.parse(count, values);
    } catch (const CLI::CallForHelp&) {
        const CLI::App& chosen = innermost(app);
        return Message{&chosen == &app ? app.help() : chosen.help(names_down_to(*chosen.get_parent())), done};
    } catch (const CLI::CallForVersion& asked) {
        return Message{std::string(asked.what()) + "\n", done};
    } catch (const CLI::ParseError& error) {
        return wrong(app, error, count, values);
    }
    if (build_command->parsed()) return build;
    if (due_command->parsed()) return due;
    if (new_command->parsed()) return fresh;
    if (import_command->parsed()) return import;
    if (snapshot_command->parsed()) return chosen_among(*snapshot_command, snapshot);
    if (serve_command->parsed()) return serve;
    return check;
}

}  // namespace vitrine::cli
