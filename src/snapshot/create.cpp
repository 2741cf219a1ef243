#include "snapshot/create.h"

#include <algorithm>

#include "base/text.h"
#include "content/snapshots.h"
#include "formats/archive.h"
#include "formats/unicode.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/lock.h"
#include "io/paths.h"
#include "output/claim.h"
#include "output/published.h"
#include "snapshot/chain.h"
#include "snapshot/pack.h"
#include "snapshot/record.h"
#include "snapshot/write_bag.h"

namespace vitrine::snapshot {
namespace {

/// The folder beside a snapshot in which it is put together. It goes when the object does; one that a killed run left is cleared
/// away by the next.
class Stage {
public:
    static Result<Stage> beside(const std::string& target) {
        std::string folder = io::join(io::parent(target), "." + io::file_name(target) + ".partial");
        if (const Outcome made = io::make_folders(folder); !made) return made.failure();
        auto lock = io::Lock::take(io::join(folder, "lock"));
        if (!lock) return lock.failure();
        if (!*lock) return Failure{"another program is making " + target + "; wait until it is done"};
        for (const char* left : {"bag", "built", "public"})
            if (const Outcome removed = io::remove_folder(io::join(folder, left)); !removed) return removed.failure();
        return Stage(std::move(folder), std::move(**lock));
    }

    ~Stage() {
        if (!folder_.empty()) static_cast<void>(io::remove_folder(folder_).ok());
    }
    Stage(Stage&& other) noexcept : folder_(std::exchange(other.folder_, std::string())), lock_(std::move(other.lock_)) {}
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    Stage& operator=(Stage&&) = delete;

    [[nodiscard]] std::string path(std::string_view below) const { return io::join(folder_, below); }

private:
    Stage(std::string folder, io::Lock lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}

    std::string folder_;
    io::Lock lock_;
};

Outcome check_target(const CreateOptions& options) {
    const std::string& target = options.target;
    for (const char* sources : {"content", "themes"})
        if (io::is_within(target, io::join(options.site.root, sources)))
            return Failure{"cannot make " + target + ": it would lie in the site’s `" + sources +
                           "`; choose another place with --output"};
    if (io::is_within(target, options.site.output) || io::is_within(options.site.root, target))
        return Failure{"cannot make " + target +
                       ": it would lie in the website or hold the site; choose another place with --output"};
    if (io::exists(target))
        return Failure{"cannot make " + target +
                       ": it is there already, and a snapshot is never replaced; choose another name with --output"};
    return done();
}

/// Builds into a folder of the stage, knowing what was public in the site's own output.
Result<build::Report> build_in(const CreateOptions& options, std::string folder, std::optional<Date> archived_on) {
    build::Options build = options.site;
    build.output = std::move(folder);
    build.archived_on = archived_on;
    const std::string published = output::published_file(output::state_folder(options.site.output));
    const auto found = io::has_file(published);
    if (!found) return found.failure();
    if (*found)
        if (const Outcome copied = io::copy_to_new_file(published, output::published_file(output::state_folder(build.output)));
            !copied)
            return copied.failure();
    return build::build_site(build);
}

Outcome copy_source(const SourceFile& source, const std::string& to) {
    if (!source.front_matter_only) return io::copy_to_new_file(source.file, to);
    const auto bytes = io::read_file(source.file);
    if (!bytes) return bytes.failure();
    return io::write_new_file(to, front_matter_of(*bytes));
}

Outcome add_to_register(const CreateOptions& options, const Snapshot& snapshot) {
    const std::string file = io::join(options.site.root, content::snapshots_file);
    const auto found = io::has_file(file);
    if (!found) return found.failure();
    std::string text =
        "# The snapshots of this site, oldest first. `vitrine snapshot create` adds them. Keep this file with the sources.\n";
    if (*found) {
        auto before = io::read_file(file);
        if (!before) return before.failure();
        text = std::move(*before);
    }
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    return io::write_in_one_step(file, text + "\n" + content::register_entry(snapshot));
}

class Creation {
public:
    Creation(const CreateOptions& options, Stage stage) : options_(options), stage_(std::move(stage)) {}

    Result<Created> run() {
        const auto faithful = check_output();
        if (!faithful) return faithful.failure();
        if (!*faithful) return std::move(created_);

        auto report = build_in(options_, stage_.path("built/site"), uk_date(options_.site.now));
        if (!report) return report.failure();
        created_.diagnostics = std::move(report->diagnostics);
        if (!report->committed) return std::move(created_);
        const Site& site = *report->site;
        if (const Outcome named = check_name(site.config); !named) return named.failure();

        if (const Outcome filled = fill(site); !filled) return filled.failure();
        auto snapshot =
            write_bag(stage_.path("bag"), {site.config, options_.site.now, created_.left_out, created_.unfaithful.foreign.size()},
                      options_.site.jobs);
        if (!snapshot) return snapshot.failure();
        created_.snapshot = std::move(*snapshot);
        created_.snapshot.name = io::file_name(options_.target);
        if (const Outcome compared = compare_with_previous(site.config); !compared) return compared.failure();
        if (const Outcome placed = place(); !placed) return placed.failure();
        if (const Outcome noted = add_to_register(options_, created_.snapshot); !noted) return noted.failure();
        created_.made = true;
        return std::move(created_);
    }

private:
    /// Whether the output is what would be built, or need not be. Where the sources have errors that is left to the build that
    /// follows.
    Result<bool> check_output() {
        if (options_.afresh) return true;
        auto report = build_in(options_, stage_.path("public/site"), std::nullopt);
        if (!report) return report.failure();
        if (!report->committed) {
            created_.diagnostics = std::move(report->diagnostics);
            return false;
        }
        auto unfaithful = compare_output(options_.site.output, stage_.path("public/site"), options_.site.jobs);
        if (!unfaithful) return unfaithful.failure();
        created_.unfaithful = std::move(*unfaithful);
        if (const Outcome removed = io::remove_folder(stage_.path("public")); !removed) return removed.failure();
        return created_.unfaithful.nothing();
    }

    [[nodiscard]] Outcome check_name(const SiteConfig& config) const {
        const std::string name = io::file_name(options_.target);
        const bool taken = std::any_of(config.snapshots.begin(), config.snapshots.end(),
                                       [&](const Snapshot& other) { return other.name == name; });
        if (!taken) return done();
        return Failure{"cannot make " + options_.target + ": " + std::string(content::snapshots_file) +
                       " lists a snapshot of that name; choose another with --output"};
    }

    /// Puts the site and its sources into the bag.
    Outcome fill(const Site& site) {
        if (Outcome made = io::make_folders(stage_.path("bag/data")); !made) return made;
        if (Outcome moved = io::replace(stage_.path("built/site"), stage_.path("bag/data/site")); !moved) return moved;
        auto sources = public_sources(site, options_.site.root, options_.site.output);
        if (!sources) return sources.failure();
        created_.left_out = sources->left_out;
        const std::string folder = stage_.path("bag/data/sources");
        for (const SourceFile& source : sources->files)
            if (Outcome copied = copy_source(source, io::join(folder, source.path)); !copied) return copied;
        return done();
    }

    /// Counts what changed since the snapshot before, where that lies beside the new one and is what the register says.
    Outcome compare_with_previous(const SiteConfig& config) {
        if (config.snapshots.empty()) return done();
        const auto path = find_snapshot(config.snapshots.back().name, {}, io::parent(options_.target));
        if (!path) return done();
        const auto previous = load(*path, config.snapshots.back().digest), now = load(stage_.path("bag"), created_.snapshot.digest);
        if (!previous) return previous.failure();
        if (!now) return now.failure();
        if (*previous && *now) created_.snapshot.changes = compare((**previous).state(), (**now).state()).counts();
        return done();
    }

    /// The record of a snapshot with that digest; nothing when it has another, or cannot be read any more.
    [[nodiscard]] Result<std::optional<Record>> load(const std::string& path, const std::string& digest) const {
        const auto store = Store::open(path);
        if (!store) return store.failure();
        const auto listing = store->look();
        if (!listing) return listing.failure();
        if (!listing->unsafe.empty() || digest_of(*listing) != digest) return std::optional<Record>{};
        auto record = load_record(*store, *listing, options_.site.jobs);
        if (!record) return std::optional<Record>{};
        return std::optional(std::move(*record));
    }

    /// Gives the whole bag its name, packed where the name asks for it.
    [[nodiscard]] Outcome place() const {
        const std::string name = io::file_name(options_.target);
        const auto kind = archive::kind_of(name);
        if (!kind) return io::replace(stage_.path("bag"), options_.target);
        const std::string packed = stage_.path("packed");
        if (Outcome done = pack(stage_.path("bag"), std::string(archive::without_ending(name)), *kind, options_.site.now, packed);
            !done)
            return done;
        return io::replace(packed, options_.target);
    }

    const CreateOptions& options_;
    Stage stage_;
    Created created_;
};

}  // namespace

std::string usual_name(const SiteConfig& config, Instant now) {
    const std::string& office = config.office.force.empty() ? config.title : config.office.force;
    const std::string slug = slugified(office);
    return iso(uk_date(now)) + "-" + (slug.empty() ? "site" : slug) + ".zip";
}

Result<Created> create(const CreateOptions& options) {
    if (const Outcome usable = check_target(options); !usable) return usable.failure();
    auto stage = Stage::beside(options.target);
    if (!stage) return stage.failure();
    return Creation(options, std::move(*stage)).run();
}

}  // namespace vitrine::snapshot
