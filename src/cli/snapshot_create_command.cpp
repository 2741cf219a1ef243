#include <algorithm>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "content/load.h"
#include "io/clock.h"
#include "io/folders.h"
#include "io/paths.h"
#include "snapshot/create.h"

namespace vitrine::cli {
namespace {

/// The place that was asked for, or else the usual one in the site's folder.
Result<std::string> target_of(const SnapshotCreateArguments& arguments, const build::Options& site) {
    if (arguments.output) return io::absolute(*arguments.output);
    Diagnostics ignored;  // the creation reports them
    const auto config = content::load_config(site.root, ignored);
    if (!config) return config.failure();
    return io::join(io::join(site.root, "snapshots"), snapshot::usual_name(config->value_or(SiteConfig{}), site.now));
}

/// "index.html, feed.xml and 12 more".
std::string some_of(const std::vector<std::string>& paths) {
    constexpr std::size_t most = 5;
    std::vector<std::string> named(paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(std::min(most, paths.size())));
    if (paths.size() > most) named.push_back(grouped(paths.size() - most) + " more");
    return listed(named);
}

void print_unfaithful(const std::vector<std::string>& files, const SnapshotCreateArguments& arguments, const build::Options& site) {
    const std::string name = io::file_name(site.output) + "/";
    std::string command = "vitrine build " + (arguments.site.site.empty() ? "" : arguments.site.site + " ");
    if (arguments.public_folder) command += "--output " + *arguments.public_folder + " ";
    if (arguments.site.at) command += "--at " + *arguments.site.at + " ";
    command.pop_back();
    print_failure((io::is_folder(site.output) ? name + " is not what the sources make of it: " +
                                                    counted(files.size(), "file differs", "files differ") + ", " + some_of(files)
                                              : "there is no " + name) +
                  "; run `" + command + "`, look at the site and publish it, or archive what is built now with --build-afresh");
}

void print_created(const snapshot::Created& created, const std::string& target, const SnapshotCreateArguments& arguments) {
    if (!created.unfaithful.foreign.empty())
        print_summary(counted(created.unfaithful.foreign.size(), "file", "files") + " in the output that vitrine did not make " +
                          (created.unfaithful.foreign.size() == 1 ? "is" : "are") +
                          " not archived: " + some_of(created.unfaithful.foreign),
                      arguments.site);
    if (arguments.site.quiet) return;
    print_result(target + ": " + counted(created.snapshot.files, "file", "files") + ", " +
                 grouped(static_cast<std::size_t>(created.snapshot.size)) +
                 " bytes; left out: " + snapshot::in_words(created.left_out));
    print_result("sha256:" + created.snapshot.digest +
                 " is its digest, which snapshots.toml now lists: keep that file, build the site and publish it");
}

}  // namespace

int run_snapshot_create(const SnapshotCreateArguments& arguments) {
    io::use_universal_settings();
    auto site = site_options(arguments.site);
    if (!site) {
        print_failure(site.failure().message);
        return command_line_is_wrong;
    }
    if (arguments.public_folder) site->output = io::absolute(*arguments.public_folder);
    const auto target = target_of(arguments, *site);
    if (!target) {
        print_failure(target.failure().message);
        return machine_failed;
    }
    const auto created = snapshot::create({*site, *target, arguments.afresh});
    if (!created) {
        print_failure(created.failure().message);
        return machine_failed;
    }
    print_diagnostics(created->diagnostics, arguments.site);
    const std::string summary = summary_of(created->diagnostics, arguments.site.strict);
    if (!summary.empty()) print_summary(summary + (created->made ? "" : "; no snapshot was made"), arguments.site);
    if (!created->unfaithful.nothing()) print_unfaithful(created->unfaithful.files, arguments, *site);
    if (!created->made) return content_has_errors;
    print_created(*created, *target, arguments);
    return done;
}

}  // namespace vitrine::cli
