#include "output/survey.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/parallel.h"
#include "io/clock.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/stamp.h"
#include "io/walk.h"

namespace vitrine::output {
namespace {

constexpr std::string_view generator_mark = "<meta name=\"generator\" content=\"vitrine ";

bool has_mark(const std::string& file) {
    const auto page = io::read_file(file);
    return page.ok() && page->find(generator_mark) != std::string::npos;
}

/// Whether a name has a fingerprint between its stem and its extension, as assets that pages name have: `style.5f0c9a31d2b46e87.css`.
bool has_fingerprint(std::string_view name) {
    constexpr std::size_t digits = 16;
    const std::size_t end = name.rfind('.');
    const std::size_t begin = end == std::string_view::npos || end == 0 ? end : name.rfind('.', end - 1);
    return begin != std::string_view::npos && end - begin == digits + 1 &&
           name.substr(begin + 1, digits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Whether a file that stands in an output of vitrine is one of its own: a page that says so, an asset with a fingerprint, or one of these
/// compressed.
bool is_ours(const std::string& output, std::string path) {
    for (const std::string_view suffix : {".gz", ".br"})
        if (path.ends_with(suffix)) path.resize(path.size() - suffix.size());
    return (path.starts_with("assets/") && has_fingerprint(path)) || (path.ends_with(".html") && has_mark(io::join(output, path)));
}

bool is_in(const std::vector<std::string>& sorted, std::string_view path) { return std::binary_search(sorted.begin(), sorted.end(), path, std::less<>()); }

std::string below(const std::string& folder, const std::string& name) { return folder.empty() ? name : folder + "/" + name; }

/// Whether a path lies directly in a folder.
bool lies_in(std::string_view path, std::string_view folder) {
    const std::size_t slash = path.rfind('/');
    return path.substr(0, slash == std::string_view::npos ? 0 : slash) == folder;
}

/// Looks into the folders of an output for what is not vitrine's.
class Search {
public:
    Search(const std::string& output, const Manifest& manifest, const std::vector<std::string>& planned)
        : output_(output), manifest_(manifest), planned_(planned) {
        for (const KnownFolder& folder : manifest.folders) known_.push_back(folder.path);
        std::set_union(known_.begin(), known_.end(), planned.begin(), planned.end(), std::back_inserter(folders_));
    }

    Result<Survey> survey(std::size_t jobs) const {
        Survey whole;
        whole.folders.resize(folders_.size());
        std::vector<Result<std::vector<Foreign>>> in_folder(folders_.size(), std::vector<Foreign>{});
        parallel_for(folders_.size(), jobs, [&](std::size_t i) {
            whole.folders[i].path = folders_[i];
            in_folder[i] = foreign_in(whole.folders[i]);
        });
        for (auto& some : in_folder) {
            if (!some) return some.failure();
            std::move(some->begin(), some->end(), std::back_inserter(whole.foreign));
        }
        std::sort(whole.foreign.begin(), whole.foreign.end(), [](const Foreign& a, const Foreign& b) { return a.path < b.path; });
        drop_nested(whole.foreign);
        return whole;
    }

private:
    /// Somebody may have put a link in the place of a folder: what was found through it stands elsewhere.
    static void drop_nested(std::vector<Foreign>& foreign) {
        std::vector<std::string> outermost;
        std::erase_if(foreign, [&](const Foreign& entry) {
            if (is_within_one_of(outermost, entry.path)) return true;
            outermost.push_back(entry.path);
            return false;
        });
    }

    Result<std::vector<Foreign>> foreign_in(KnownFolder& folder) const {
        const std::string path = io::join(output_, folder.path);
        const std::int64_t now = io::now_in_nanoseconds();
        const auto stamp = io::stamp_of_folder(path);
        if (!stamp) return stamp.failure();
        const KnownFolder* noted = manifest_.find_folder(folder.path);
        if (noted != nullptr && noted->known.still(*stamp)) {
            folder.known = noted->known;
            return noted_in(folder.path);
        }
        folder.known = known_at(now, *stamp);
        return *stamp ? listed_in(folder.path, path) : std::vector<Foreign>{};
    }

    /// What the manifest has noted of a folder. A foreign folder in which the site is going to have files is looked into on
    /// its own.
    std::vector<Foreign> noted_in(const std::string& folder) const {
        std::vector<Foreign> entries;
        for (const std::string& path : manifest_.foreign) {
            if (!lies_in(path, folder)) continue;
            const bool is_folder = io::is_folder(io::join(output_, path));
            if (!(is_folder && is_in(folders_, path))) entries.push_back({path, is_folder});
        }
        return entries;
    }

    Result<std::vector<Foreign>> listed_in(const std::string& folder, const std::string& path) const {
        const auto entries = io::list_folder(path);
        if (!entries) return entries.failure();
        std::vector<Foreign> foreign;
        for (const io::Entry& entry : *entries) {
            std::string whole = below(folder, entry.name);
            const bool ours = entry.is_folder ? is_in(folders_, whole) : manifest_.find(whole) != nullptr;
            if (!ours) foreign.push_back({std::move(whole), entry.is_folder});
        }
        return foreign;
    }

    const std::string& output_;
    const Manifest& manifest_;
    const std::vector<std::string>& planned_;
    std::vector<std::string> known_;
    std::vector<std::string> folders_;
};

}  // namespace

std::vector<bool> intact_files(const std::string& output, const Manifest& manifest, std::size_t jobs) {
    std::vector<char> intact(manifest.files.size());  // not of bool, whose elements share bytes between threads
    parallel_for(intact.size(), jobs, [&](std::size_t i) {
        const WrittenFile& file = manifest.files[i];
        intact[i] = file.known.settled && file.known.still(io::stamp_of_file(io::join(output, file.path)));
    });
    return {intact.begin(), intact.end()};
}

bool is_within_one_of(const std::vector<std::string>& paths, std::string_view path) {
    for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1))
        if (is_in(paths, path.substr(0, end))) return true;
    return is_in(paths, path);
}

Result<Survey> survey_output(const std::string& output, const Manifest& manifest, const std::vector<std::string>& planned, std::size_t jobs) {
    return Search(output, manifest, planned).survey(jobs);
}

bool bears_our_mark(const std::string& output) { return has_mark(io::join(output, "index.html")); }

Manifest recovered_manifest(const std::string& state, const std::string& output, const std::vector<std::string>& planned) {
    std::vector<std::string> paths;
    if (const auto other = load_any_manifest(state)) {
        for (const WrittenFile& file : other->files) paths.push_back(file.path);
    } else if (bears_our_mark(output)) {
        paths = planned;
        if (const auto files = io::walk(output))
            for (const io::FoundFile& file : *files)
                if (is_ours(output, file.path)) paths.push_back(file.path);
        std::sort(paths.begin(), paths.end());
        paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    }
    Manifest manifest;
    for (std::string& path : paths)
        if (io::exists(io::join(output, path))) manifest.files.push_back({std::move(path), {}, {}, {}});
    for (std::string& folder : folders_of(manifest.files)) manifest.folders.push_back({std::move(folder), {}});
    return manifest;
}

}  // namespace vitrine::output
