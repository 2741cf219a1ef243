#include "cli/site.h"

#include <charconv>

#include "base/diagnostic.h"
#include "base/parallel.h"
#include "io/clock.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::cli {
namespace {

/// One that cannot be looked at counts: who reads it will say why it cannot be read.
bool holds_site(const std::string& folder) {
    const auto found = io::has_file(io::join(folder, "site.toml"));
    return !found || *found;
}

Result<Instant> read_clock(const std::optional<std::string>& at) {
    if (at) {
        if (const auto instant = parse_instant(*at)) return *instant;
        return Failure{"--at: " + quoted(*at) + " is no time; write `2026-06-30` or `2026-06-30T09:00:00Z`"};
    }
    const std::string epoch = io::environment("SOURCE_DATE_EPOCH");
    if (epoch.empty()) return io::now();
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(epoch.data(), epoch.data() + epoch.size(), seconds);
    constexpr std::int64_t last = 253402300799;  // the end of the year 9999
    if (error != std::errc() || end != epoch.data() + epoch.size() || seconds < 0 || seconds > last)
        return Failure{"SOURCE_DATE_EPOCH: " + quoted(epoch) + " is no number of seconds since 1970"};
    return Instant(std::chrono::seconds(seconds));
}

}  // namespace

Result<std::string> find_site(const std::string& written) {
    if (!written.empty()) {
        const std::string folder = io::absolute(written);
        if (holds_site(folder)) return folder;
        return Failure{quoted(written) + " holds no site.toml, so it is not a site"};
    }
    const std::string here = io::absolute(".");
    for (std::string folder = here;; folder = io::parent(folder)) {
        if (holds_site(folder)) return folder;
        if (folder == "/") break;
    }
    return Failure{"there is no site.toml in this folder or above it; name the site’s folder with `--site DIR`"};
}

Result<build::Options> site_options(const SiteArguments& arguments) {
    const auto root = find_site(arguments.site);
    if (!root) return root.failure();
    const auto now = read_clock(arguments.at);
    if (!now) return now.failure();
    build::Options options;
    options.root = *root;
    options.output = io::join(*root, "public");
    options.theme = arguments.theme;
    options.now = *now;
    options.jobs = arguments.jobs == 0 ? default_jobs() : arguments.jobs;
    options.warnings_are_errors = arguments.strict;
    return options;
}

}  // namespace vitrine::cli
