#include "base/text.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/status.h"
#include "io/clock.h"
#include "io/folders.h"
#include "snapshot/restore.h"

namespace vitrine::cli {
namespace {

/// How to see that what came back makes the same site.
void print_restored(const snapshot::Restored& restored, const std::string& folder) {
    print_result(folder + ": " + counted(restored.files, "file", "files"));
    const std::string* clock = snapshot::find_field(restored.verdict.info, snapshot::clock_field);
    const std::string* digest = snapshot::find_field(restored.verdict.info, snapshot::site_digest_field);
    if (clock == nullptr || digest == nullptr) return;
    print_result("`vitrine snapshot create " + folder + " --build-afresh --at " + *clock + "` makes the site of " + *digest +
                 " again");
}

}  // namespace

int run_snapshot_restore(const SnapshotRestoreArguments& arguments) {
    io::use_universal_settings();
    const auto store = snapshot::Store::open(arguments.path);
    if (!store) {
        print_failure(store.failure().message);
        return command_line_is_wrong;
    }
    const auto restored = snapshot::restore(*store, io::absolute(arguments.folder));
    if (!restored) {
        print_failure(restored.failure().message);
        return machine_failed;
    }
    print_diagnostics(restored->verdict.diagnostics, arguments.site);
    if (restored->verdict.diagnostics.has_errors()) {
        print_summary(summary_of(restored->verdict.diagnostics, false) + "; nothing was restored", arguments.site);
        return content_has_errors;
    }
    if (!restored->done) {
        print_failure(store->name() + " holds no sources of a site: it is a bag, but no snapshot of vitrine");
        return content_has_errors;
    }
    if (!arguments.site.quiet) print_restored(*restored, arguments.folder);
    return done;
}

}  // namespace vitrine::cli
