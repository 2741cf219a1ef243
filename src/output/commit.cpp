#include "output/commit.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "base/parallel.h"
#include "io/files.h"
#include "io/lock.h"
#include "output/manifest.h"

namespace vitrine::output {
namespace {

constexpr std::string_view generator_mark = "<meta name=\"generator\" content=\"vitrine ";

/// Whether a folder whose state was lost is nevertheless vitrine's work.
bool bears_our_mark(const std::string& output) {
    const auto home = io::read_file(io::join(output, "index.html"));
    return home.ok() && home->find(generator_mark) != std::string::npos;
}

/// What is to be done for one row.
struct Step {
    bool changed = false;
    std::optional<Failure> failure;
};

class Commit {
public:
    Commit(const plan::Plan& plan, const RenderPage& render, const std::string& output, std::size_t jobs)
        : plan_(plan),
          render_(render),
          output_(output),
          jobs_(jobs),
          state_(state_folder(output)),
          staging_(io::join(state_, "staging")) {}

    Result<Counts> run() {
        if (const Outcome made = io::make_folders(state_); !made) return made.failure();
        const auto lock = io::Lock::take(io::join(state_, "lock"));
        if (!lock) return lock.failure();
        if (!*lock) return Failure{"another build is writing to " + output_ + "; wait until it is done"};
        // What a build left there that was killed.
        if (const Outcome cleared = io::remove_folder(staging_); !cleared) return cleared.failure();
        Result<Counts> counts = staged_and_placed();
        if (const Outcome cleared = io::remove_folder(staging_); !cleared && counts) return cleared.failure();
        return counts;
    }

private:
    Result<Counts> staged_and_placed() {
        auto earlier = load_manifest(state_);
        if (!earlier) return earlier.failure();
        earlier_ = std::move(*earlier);
        owns_all_ = earlier_.paths.empty() && bears_our_mark(output_);
        if (const Outcome made = io::make_folders(staging_); !made) return made.failure();
        if (const Outcome staged = stage(); !staged) return staged.failure();
        if (const Outcome placed = place(); !placed) return placed.failure();
        Counts counts;
        counts.written = static_cast<std::size_t>(std::count_if(steps_.begin(), steps_.end(), [](const Step& s) { return s.changed; }));
        counts.unchanged = steps_.size() - counts.written;
        counts.removed = stale_.size();
        return counts;
    }

    [[nodiscard]] std::string staged_file(std::size_t row) const { return io::join(staging_, std::to_string(row)); }
    [[nodiscard]] std::string placed_file(std::size_t row) const { return io::join(output_, plan_.rows[row].path); }

    Outcome stage() {
        steps_.resize(plan_.rows.size());
        parallel_for(plan_.rows.size(), jobs_, [&](std::size_t i) {
            if (const Outcome staged = stage_row(i); !staged) steps_[i].failure = staged.failure();
        });
        for (const Step& step : steps_)
            if (step.failure) return *step.failure;
        return done();
    }

    Outcome stage_row(std::size_t i) {
        const plan::Row& row = plan_.rows[i];
        const std::string target = placed_file(i);
        if (const auto* copied = std::get_if<plan::CopiedFile>(&row.subject)) {
            if (io::same_bytes(copied->file, target)) return done();
            if (Outcome free = check_free(row, target); !free) return free;
            steps_[i].changed = true;
            return io::copy_file(copied->file, staged_file(i));
        }
        const std::string page = render_(row);
        if (io::holds(target, page)) return done();
        if (Outcome free = check_free(row, target); !free) return free;
        steps_[i].changed = true;
        return io::write_file(staged_file(i), page);
    }

    /// Fails when something that vitrine did not write stands at a row's path, or is a file where one of its folders belongs.
    [[nodiscard]] Outcome check_free(const plan::Row& row, const std::string& target) const {
        const auto taken = [&](const std::string& what, const std::string& path) {
            return Failure{"cannot write " + target + ": " + what + " that vitrine did not write stands " +
                           (path == target ? "there" : "at " + path) + "; move it away, or rename " + row.origin};
        };
        for (std::size_t slash = row.path.find('/'); slash != std::string::npos; slash = row.path.find('/', slash + 1)) {
            const std::string folder = row.path.substr(0, slash);
            if (const std::string path = io::join(output_, folder); io::is_file(path) && !earlier_.contains(folder))
                return taken("a file", path);
        }
        if (io::is_folder(target)) return is_folder_of(earlier_, row.path) ? done() : Outcome(taken("a folder", target));
        if (owns_all_ || earlier_.contains(row.path) || !io::exists(target)) return done();
        return taken("a file", target);
    }

    /// Whether paths of a manifest lie in that folder.
    static bool is_folder_of(const Manifest& manifest, const std::string& folder) {
        const std::string beginning = folder + "/";
        const auto below = std::lower_bound(manifest.paths.begin(), manifest.paths.end(), beginning);
        return below != manifest.paths.end() && below->starts_with(beginning);
    }

    Outcome place() {
        Manifest now;
        for (const plan::Row& row : plan_.rows) now.paths.push_back(row.path);
        std::set_difference(earlier_.paths.begin(), earlier_.paths.end(), now.paths.begin(), now.paths.end(), std::back_inserter(stale_));
        // Until all is in place, both the old and the new files are vitrine's: an interrupted commit is cleared up by the next.
        Manifest both;
        std::set_union(earlier_.paths.begin(), earlier_.paths.end(), now.paths.begin(), now.paths.end(), std::back_inserter(both.paths));
        if (Outcome written = write_manifest(state_, both); !written) return written;
        if (Outcome cleared = remove_stale(now, true); !cleared) return cleared;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (!steps_[i].changed) continue;
            if (Outcome made = io::make_folders(io::parent(placed_file(i))); !made) return made;
            if (Outcome replaced = io::replace_file(staged_file(i), placed_file(i)); !replaced) return replaced;
        }
        if (Outcome removed = remove_stale(now, false); !removed) return removed;
        return write_manifest(state_, now);
    }

    /// Whether a stale file stands where a folder is now needed, or lies in a folder where a file is.
    static bool is_in_the_way(const std::string& path, const Manifest& now) {
        if (is_folder_of(now, path)) return true;
        for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
            if (now.contains(path.substr(0, slash))) return true;
        return false;
    }

    Outcome remove_stale(const Manifest& now, bool in_the_way) {
        for (const std::string& path : stale_) {
            if (is_in_the_way(path, now) != in_the_way) continue;
            if (Outcome removed = io::remove_file(io::join(output_, path)); !removed) return removed;
            for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1))
                io::remove_if_empty(io::join(output_, path.substr(0, slash)));
        }
        return done();
    }

    const plan::Plan& plan_;
    const RenderPage& render_;
    const std::string& output_;
    std::size_t jobs_;
    std::string state_;
    std::string staging_;
    Manifest earlier_;
    bool owns_all_ = false;
    std::vector<Step> steps_;
    std::vector<std::string> stale_;
};

}  // namespace

Outcome check_output_folder(const std::string& output, const std::string& root) {
    if (io::is_within(root, output))
        return Failure{"cannot build into " + output + ": the folder holds the site’s sources; choose another with --output"};
    for (const char* sources : {"content", "themes"})
        if (io::is_within(output, io::join(root, sources)))
            return Failure{"cannot build into " + output + ": the folder lies in the site’s `" + sources + "`; choose another with --output"};
    if (io::exists(output) && !io::is_folder(output)) return Failure{"cannot build into " + output + ": it is a file"};
    const auto empty = io::is_empty_folder(output);
    if (!empty) return empty.failure();
    if (*empty || io::exists(io::join(state_folder(output), "manifest")) || bears_our_mark(output)) return done();
    return Failure{"cannot build into " + output + ": the folder is not empty and vitrine did not write it; empty it, or choose another with --output"};
}

Result<Counts> commit_output(const plan::Plan& plan, const RenderPage& render, const std::string& output, std::size_t jobs) {
    return Commit(plan, render, output, jobs).run();
}

}  // namespace vitrine::output
