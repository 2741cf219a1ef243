#include "output/claim.h"

#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/walk.h"
#include "output/manifest.h"
#include "output/survey.h"

namespace vitrine::output {

std::string state_folder(const std::string& output) { return io::join(io::join(io::parent(output), ".vitrine"), io::file_name(output)); }

Outcome check_output_folder(const std::string& output, const std::string& root) {
    if (io::is_within(root, output))
        return Failure{"cannot build into " + output + ": the folder holds the site’s sources; choose another with --output"};
    for (const char* sources : {"content", "themes"})
        if (io::is_within(output, io::join(root, sources)))
            return Failure{"cannot build into " + output + ": the folder lies in the site’s `" + sources + "`; choose another with --output"};
    if (io::exists(output) && !io::is_folder(output)) return Failure{"cannot build into " + output + ": it is a file"};
    const auto entries = io::list_folder(output);
    if (!entries) return entries.failure();
    const auto known = has_manifest(state_folder(output), output);
    if (!known) return known.failure();
    if (entries->empty() || *known || bears_our_mark(output)) return done();
    return Failure{"cannot build into " + output + ": the folder is not empty and vitrine did not write it; empty it, or choose another with --output"};
}

Result<Claim> Claim::on(const std::string& output) {
    std::string state = state_folder(output);
    if (const Outcome made = io::make_folders(state); !made) return made.failure();
    auto lock = io::Lock::take(io::join(state, "lock"));
    if (!lock) return lock.failure();
    if (!*lock) return Failure{"another build is writing to " + output + "; wait until it is done"};
    return Claim(output, std::move(state), std::move(**lock));
}

}  // namespace vitrine::output
