#include <iostream>

#include "base/parallel.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/status.h"
#include "io/clock.h"
#include "snapshot/diff_report.h"
#include "snapshot/record.h"

namespace vitrine::cli {
namespace {

/// A snapshot that was found valid and read, or the status to exit with.
struct Side {
    std::optional<snapshot::Record> record;
    std::string name;
    int status = done;
};

Side read_side(const std::string& path) {
    Side side;
    const auto refuse = [&](std::string_view message, int status) {
        print_failure(message);
        side.status = status;
        return std::move(side);
    };
    const auto store = snapshot::Store::open(path);
    if (!store) return refuse(store.failure().message, command_line_is_wrong);
    side.name = store->name();
    const auto verdict = snapshot::verify(*store);
    if (!verdict) return refuse(verdict.failure().message, machine_failed);
    if (verdict->diagnostics.has_errors()) {
        print_diagnostics(verdict->diagnostics, {});
        return refuse(side.name + " is not valid, so what it says is not compared", content_has_errors);
    }
    auto record = snapshot::load_record(*store, verdict->listing, default_jobs());
    if (!record) return refuse(record.failure().message, content_has_errors);
    side.record.emplace(std::move(*record));
    return side;
}

}  // namespace

int run_snapshot_diff(const SnapshotDiffArguments& arguments) {
    io::use_universal_settings();
    const Side before = read_side(arguments.before);
    if (before.status != done) return before.status;
    const Side after = read_side(arguments.after);
    if (after.status != done) return after.status;
    const snapshot::Difference difference = snapshot::compare(before.record->state(), after.record->state());
    const snapshot::Compared compared = {before.name, after.name, before.record->site.today(), after.record->site.today()};
    switch (arguments.format) {
        case ReportFormat::text:
            std::cout << text_report(difference, compared);
            break;
        case ReportFormat::json:
            std::cout << json_report(difference, compared);
            break;
        case ReportFormat::html:
            std::cout << html_report(difference, compared);
            break;
    }
    return done;
}

}  // namespace vitrine::cli
