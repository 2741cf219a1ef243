#include "output/in_place.h"

#include <algorithm>
#include <iterator>

#include "io/clock.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/stamp.h"
#include "output/survey.h"

namespace vitrine::output {
namespace {

/// Ends the name of a copy that is not yet whole.
constexpr std::string_view unfinished = ".unfinished";

class Replacement {
public:
    Replacement(const Claim& claim, const std::string& source, const Manifest& earlier, Manifest& next)
        : claim_(claim), output_(claim.output()), source_(source), earlier_(earlier), next_(next) {
        const auto by_path = [](const WrittenFile& a, const WrittenFile& b) { return a.path < b.path; };
        std::set_difference(earlier.files.begin(), earlier.files.end(), next.files.begin(), next.files.end(), std::back_inserter(stale_), by_path);
        // Somebody may have put a link in the place of a folder: what lies behind it stands elsewhere.
        std::erase_if(stale_, [&](const WrittenFile& file) { return is_within_one_of(next.foreign, file.path); });
    }

    Outcome run(const std::vector<bool>& changed) {
        if (Outcome noted = note_both(changed); !noted) return noted;
        if (Outcome removed = remove_stale(true); !removed) return removed;
        for (std::size_t i = 0; i < changed.size(); ++i)
            if (changed[i])
                if (Outcome placed = place(next_.files[i].path); !placed) return placed;
        if (Outcome removed = remove_stale(false); !removed) return removed;
        return note(changed);
    }

private:
    /// Until all is in place, the old and the new files are vitrine's: an interrupted build is cleared up by the next.
    Outcome note_both(const std::vector<bool>& changed) const {
        Manifest both;
        both.foreign = next_.foreign;
        both.files = stale_;
        both.files.insert(both.files.end(), next_.files.begin(), next_.files.end());
        for (WrittenFile& file : both.files) file = {file.path, {}, {}, {}};
        for (std::size_t i = 0; i < changed.size(); ++i)
            if (changed[i]) both.files.push_back({next_.files[i].path + std::string(unfinished), {}, {}, {}});
        std::sort(both.files.begin(), both.files.end(), [](const WrittenFile& a, const WrittenFile& b) { return a.path < b.path; });
        for (std::string& folder : folders_of(both.files)) both.folders.push_back({std::move(folder), {}});
        return save_manifest(claim_.state(), output_, both);
    }

    /// Whether a stale file stands where a folder is now needed, or lies in a folder where a file is.
    [[nodiscard]] bool is_in_the_way(const std::string& path) const {
        const std::string beginning = path + "/";
        const auto below = std::lower_bound(next_.files.begin(), next_.files.end(), beginning,
                                            [](const WrittenFile& file, const std::string& wanted) { return file.path < wanted; });
        if (below != next_.files.end() && below->path.starts_with(beginning)) return true;
        for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
            if (next_.find(path.substr(0, slash)) != nullptr) return true;
        return false;
    }

    Outcome remove_stale(bool in_the_way) const {
        for (const WrittenFile& file : stale_) {
            if (is_in_the_way(file.path) != in_the_way) continue;
            if (Outcome removed = io::remove_file(io::join(output_, file.path)); !removed) return removed;
            if (Outcome removed = io::remove_empty_folders_above(output_, file.path); !removed) return removed;
        }
        return done();
    }

    Outcome place(const std::string& path) const {
        const std::string from = io::join(source_, path), to = io::join(output_, path);
        if (Outcome made = io::make_folders(io::parent(to)); !made) return made;
        if (io::on_one_file_system(from, io::parent(to))) return io::replace(from, to);
        const std::string fresh = to + std::string(unfinished);
        if (Outcome copied = io::copy_to_new_file(from, fresh); !copied) return copied;
        return io::replace(fresh, to);
    }

    Outcome note(const std::vector<bool>& changed) const {
        const std::int64_t now = io::now_in_nanoseconds();
        for (std::size_t i = 0; i < changed.size(); ++i)
            if (changed[i]) next_.files[i].known = known_at(now, io::stamp_of_file(io::join(output_, next_.files[i].path)));
        next_.folders.clear();
        for (std::string& folder : folders_of(next_.files)) next_.folders.push_back({std::move(folder), {}});
        return save_manifest(claim_.state(), output_, next_);
    }

    const Claim& claim_;
    const std::string& output_;
    const std::string& source_;
    const Manifest& earlier_;
    Manifest& next_;
    std::vector<WrittenFile> stale_;
};

}  // namespace

Outcome replace_in_place(const Claim& claim, const std::string& source, const Manifest& earlier, Manifest& next, const std::vector<bool>& changed) {
    return Replacement(claim, source, earlier, next).run(changed);
}

}  // namespace vitrine::output
