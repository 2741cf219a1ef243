#include "output/spare.h"

#include <algorithm>
#include <set>

#include "base/parallel.h"
#include "io/clock.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/stamp.h"
#include "io/walk.h"

namespace vitrine::output {
namespace {

/// The folders above a path, and the output itself: those whose times change when something at the path comes or goes.
void add_folders_above(const std::string& path, std::set<std::string, std::less<>>& folders) {
    folders.insert("");
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) folders.insert(path.substr(0, slash));
}

/// What is known of a folder that was just filled; nothing when that cannot be learned, and then it is read anew.
Known stamped(std::int64_t now, const std::string& folder) {
    const auto stamp = io::stamp_of_folder(folder);
    return stamp ? known_at(now, *stamp) : Known{};
}

/// Calls `work(i)` for each number below `count` and gives the first failure in order.
template <class Work>
Outcome try_each(std::size_t count, std::size_t jobs, Work work) {
    std::vector<std::optional<Failure>> failures(count);
    parallel_for(count, jobs, [&](std::size_t i) {
        if (const Outcome outcome = work(i); !outcome) failures[i] = outcome.failure();
    });
    for (auto& failure : failures)
        if (failure) return std::move(*failure);
    return done();
}

}  // namespace

Spare::Spare(const std::string& state, const std::string& output, const std::vector<std::string>& planned)
    : state_(state), folder_(io::join(state, "spare")), output_(output), planned_(planned) {}

Outcome Spare::begin() {
    std::call_once(begin_once_, [&] {
        begun_ = true;
        auto known = load_manifest(state_, folder_);
        // From here on nobody knows what the copy holds, until it is complete.
        Outcome begun = drop_manifest(state_, folder_);
        if (begun && known && *known) {
            earlier_ = std::move(**known);
            begun = clear();
        } else if (begun) {
            begun = io::remove_folder(folder_);
        }
        if (begun) begun = io::make_folders(folder_);
        if (!begun) failure_ = begun.failure();
    });
    return failure_ ? Outcome(*failure_) : done();
}

/// Removes what the site does not have any more, and everything foreign, which is taken over anew.
Outcome Spare::clear() {
    for (const std::string& path : earlier_.foreign) {
        if (Outcome removed = io::remove_folder(io::join(folder_, path)); !removed) return removed;
        cleared_.push_back(path);
    }
    for (const WrittenFile& file : earlier_.files) {
        if (std::binary_search(planned_.begin(), planned_.end(), file.path)) continue;
        if (Outcome removed = io::remove_file(io::join(folder_, file.path)); !removed) return removed;
        cleared_.push_back(file.path);
    }
    for (const std::string& path : cleared_)
        if (Outcome removed = io::remove_empty_folders_above(folder_, path); !removed) return removed;
    return done();
}

Outcome Spare::write(const std::string& path, std::string_view bytes) {
    if (Outcome begun = begin(); !begun) return begun;
    return io::write_new_file(io::join(folder_, path), bytes);
}

Outcome Spare::copy(const std::string& path, const std::string& from) {
    if (Outcome begun = begin(); !begun) return begun;
    return io::copy_to_new_file(from, io::join(folder_, path));
}

Outcome Spare::take_over(WrittenFile& file, bool& touched) {
    const WrittenFile* present = earlier_.find(file.path);
    touched = present == nullptr || present->known.stamp.inode != file.known.stamp.inode;
    if (!touched) return done();
    return io::give_name(io::join(output_, file.path), io::join(folder_, file.path));
}

Outcome Spare::take_over_foreign(const Foreign& entry) {
    const std::string from = io::join(output_, entry.path), to = io::join(folder_, entry.path);
    if (!entry.is_folder) return io::give_name(from, to);
    if (Outcome made = io::make_folders(to); !made) return made;
    const auto entries = io::list_folder(from);
    if (!entries) return entries.failure();
    for (const io::Entry& below : *entries)
        if (Outcome taken = take_over_foreign({entry.path + "/" + below.name, below.is_folder}); !taken) return taken;
    return done();
}

Outcome Spare::complete(Manifest& next, const std::vector<bool>& changed, const std::vector<Foreign>& foreign, std::size_t jobs) {
    if (Outcome begun = begin(); !begun) return begun;
    std::vector<char> touched(next.files.size());
    const Outcome taken = try_each(next.files.size(), jobs, [&](std::size_t i) {
        bool is_touched = true;
        if (!changed[i])
            if (Outcome here = take_over(next.files[i], is_touched); !here) return here;
        touched[i] = is_touched;
        return done();
    });
    if (!taken) return taken;
    for (const Foreign& entry : foreign)
        if (Outcome here = take_over_foreign(entry); !here) return here;

    const std::int64_t now = io::now_in_nanoseconds();
    parallel_for(next.files.size(), jobs, [&](std::size_t i) {
        if (!touched[i]) return;
        next.files[i].known = known_at(now, io::stamp_of_file(io::join(folder_, next.files[i].path)));
    });
    stamp_folders(next, {touched.begin(), touched.end()}, foreign, jobs);
    return save_manifest(state_, folder_, next);
}

void Spare::stamp_folders(Manifest& next, const std::vector<bool>& touched, const std::vector<Foreign>& foreign, std::size_t jobs) const {
    std::set<std::string, std::less<>> changed;
    for (std::size_t i = 0; i < touched.size(); ++i)
        if (touched[i]) add_folders_above(next.files[i].path, changed);
    for (const std::string& path : cleared_) add_folders_above(path, changed);
    for (const Foreign& entry : foreign) add_folders_above(entry.path, changed);
    next.folders.clear();
    for (std::string& folder : folders_of(next.files)) next.folders.push_back({std::move(folder), {}});
    const std::int64_t now = io::now_in_nanoseconds();
    parallel_for(next.folders.size(), jobs, [&](std::size_t i) {
        KnownFolder& folder = next.folders[i];
        const KnownFolder* present = changed.contains(folder.path) ? nullptr : earlier_.find_folder(folder.path);
        folder.known = present != nullptr ? present->known : stamped(now, io::join(folder_, folder.path));
    });
}

void Spare::abandon() {
    if (begun_ && drop_manifest(state_, folder_)) tidy();
}

void Spare::tidy() const {
    const auto is_kept = has_manifest(state_, folder_);
    // What cannot be removed now is removed by a later build.
    if (is_kept && !*is_kept) static_cast<void>(io::remove_folder(folder_).ok());
}

}  // namespace vitrine::output
