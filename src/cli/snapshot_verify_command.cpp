#include "base/text.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/status.h"
#include "io/clock.h"
#include "snapshot/chain.h"
#include "snapshot/verify.h"

namespace vitrine::cli {
namespace {

void print_chain(const snapshot::Chain& chain) {
    if (!chain.followed.empty()) print_result("it follows " + listed(chain.followed) + ", unchanged since");
    if (chain.missing)
        print_result(*chain.missing + " came before and is not here: put it beside this one, or name it with --previous");
}

void print_verdict(const snapshot::Verdict& verdict, const std::string& name) {
    print_result(name + " is valid: " + counted(verdict.files, "file", "files") + ", " +
                 grouped(static_cast<std::size_t>(verdict.bytes)) + " bytes, checked by " + listed(verdict.algorithms));
    if (!verdict.digest.empty()) print_result("sha256:" + verdict.digest + " is its digest");
}

}  // namespace

int run_snapshot_verify(const SnapshotVerifyArguments& arguments) {
    io::use_universal_settings();
    const auto store = snapshot::Store::open(arguments.path);
    if (!store) {
        print_failure(store.failure().message);
        return command_line_is_wrong;
    }
    auto verdict = snapshot::verify(*store);
    if (!verdict) {
        print_failure(verdict.failure().message);
        return machine_failed;
    }
    const auto chain = snapshot::follow_chain(verdict->info, arguments.path, arguments.previous, verdict->diagnostics);
    if (!chain) {
        print_failure(chain.failure().message);
        return machine_failed;
    }
    verdict->diagnostics.sort();
    print_diagnostics(verdict->diagnostics, arguments.site);
    const std::string summary = summary_of(verdict->diagnostics, arguments.site.strict);
    const bool valid = !verdict->diagnostics.has_errors() && !(arguments.site.strict && !verdict->diagnostics.empty());
    if (!summary.empty()) print_summary(valid ? summary : summary + "; " + store->name() + " is not valid", arguments.site);
    if (!valid) return content_has_errors;
    if (arguments.site.quiet) return done;
    print_verdict(*verdict, store->name());
    print_chain(*chain);
    return done;
}

}  // namespace vitrine::cli
