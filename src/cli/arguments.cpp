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

void add_site_options(CLI::App& command, SiteArguments& site) {
    add_site_folder(command, "SITE,--site", site.site);
    command.add_option("--at", site.at, "Build as of that moment: a date, or a date and time (RFC 3339)")->type_name("TIME");
    command.add_option("--theme", site.theme, "Use this theme in place of the one that site.toml names")->type_name("NAME");
    command.add_option("--jobs", site.jobs, "How many threads to use; by default one for each processor")
        ->type_name("N")
        ->check(CLI::Range(1, 1024).description(""));
    command.add_flag("--strict", site.strict, "Treat warnings as errors");
    command.add_flag("--quiet", site.quiet, "Print problems only");
    command.add_option("--format", site.format, "How to print problems: text, or json with one object a line")
        ->type_name("text|json")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Format>{{"text", Format::text}, {"json", Format::json}})
                        .description(""));
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
std::string explained(const CLI::App& app, const CLI::ParseError& error, const std::string& first_word) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    if (chosen.empty() && !first_word.empty()) {
        std::vector<std::string> names;
        for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
        return first_word.starts_with('-') ? there_is_no("option", first_word, names_of_options(app)) : there_is_no("command", first_word, names);
    }
    if (chosen.empty()) return "name a command";
    for (const std::string& word : app.remaining(true))
        if (word.starts_with("--")) return there_is_no("option", word, names_of_options(*chosen.front()));
    return error.what();
}

Message wrong(const CLI::App& app, const CLI::ParseError& error, const std::string& first_word) {
    std::string command = "vitrine";
    for (const CLI::App* chosen : app.get_subcommands()) command += " " + chosen->get_name();
    return {"vitrine: " + explained(app, error, first_word) + "\nRun `" + command + " --help` to see what it takes.\n", command_line_is_wrong};
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

    try {
        app.parse(count, values);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return Message{chosen.empty() ? app.help() : chosen.front()->help("vitrine"), done};
    } catch (const CLI::CallForVersion& asked) {
        return Message{std::string(asked.what()) + "\n", done};
    } catch (const CLI::ParseError& error) {
        return wrong(app, error, count > 1 ? values[1] : "");
    }
    if (build_command->parsed()) return build;
    if (due_command->parsed()) return due;
    if (new_command->parsed()) return fresh;
    if (import_command->parsed()) return import;
    return check;
}

}  // namespace vitrine::cli
