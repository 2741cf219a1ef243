#include "snapshot/sources.h"

#include <algorithm>

#include "base/text.h"
#include "content/snapshots.h"
#include "io/files.h"
#include "io/paths.h"
#include "io/walk.h"
#include "output/claim.h"
#include "output/published.h"

namespace vitrine::snapshot {
namespace {

class Collector {
public:
    Collector(const Site& site, const std::string& root) : site_(site), root_(root) {}

    void add(const std::string& path, bool front_matter_only = false) {
        sources_.files.push_back({io::join(root_, path), path, front_matter_only});
    }

    Outcome add_if_there(const std::string& file, const std::string& path) {
        const auto found = io::has_file(file);
        if (!found) return found.failure();
        if (*found) sources_.files.push_back({file, path, false});
        return done();
    }

    Outcome add_folder(const std::string& path) {
        const auto found = io::walk(io::join(root_, path));
        if (!found) return found.failure();
        for (const io::FoundFile& file : *found) add(io::join(path, file.path));
        return done();
    }

    void add_content() {
        for (const Response& response : site_.responses) {
            const bool withdrawn = response.status == Status::withdrawn;
            add(response.source->path(), withdrawn);
            if (withdrawn) continue;
            for (const Attachment& file : response.attachments) add(file.path);
        }
        for (const Page& page : site_.pages) add(page.source->path());
        if (site_.introduction) add(site_.introduction->source->path());
        for (const Attachment& file : site_.files) add(file.path);
    }

    Outcome count_left_out() {
        for (const Response& response : site_.hidden.responses)
            ++(response.status == Status::draft ? sources_.left_out.drafts : sources_.left_out.embargoed);
        sources_.left_out.drafts += site_.hidden.pages.size();
        const auto all = io::walk(io::join(root_, "content"));
        if (!all) return all.failure();
        const auto taken =
            static_cast<std::size_t>(std::count_if(sources_.files.begin(), sources_.files.end(),
                                                   [](const SourceFile& file) { return file.path.starts_with("content/"); }));
        const std::size_t hidden = site_.hidden.responses.size() + site_.hidden.pages.size();
        sources_.left_out.files = all->size() - std::min(all->size(), taken + hidden);
        return done();
    }

    Sources sorted() {
        std::sort(sources_.files.begin(), sources_.files.end(),
                  [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
        return std::move(sources_);
    }

private:
    const Site& site_;
    const std::string& root_;
    Sources sources_;
};

}  // namespace

Result<Sources> public_sources(const Site& site, const std::string& root, const std::string& output) {
    Collector collector(site, root);
    collector.add("site.toml");
    collector.add_content();
    const std::string published = output::published_file(output::state_folder(output));
    const std::string usual = output::published_file(".vitrine/public");
    const std::string snapshots(content::snapshots_file);
    if (const Outcome added = collector.add_if_there(published, usual); !added) return added.failure();
    if (const Outcome added = collector.add_if_there(io::join(root, snapshots), snapshots); !added) return added.failure();
    if (const Outcome added = collector.add_folder("themes/" + site.config.theme.value); !added) return added.failure();
    if (const Outcome counted = collector.count_left_out(); !counted) return counted.failure();
    return collector.sorted();
}

std::string_view front_matter_of(std::string_view text) {
    if (text.empty()) return text;
    // The first line has one of the two, and perhaps a byte order mark.
    std::size_t at = std::min(text.find('\n'), text.size() - 1) + 1;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = std::min(end + 1, text.size());
        if (line.starts_with("+++") && trimmed(line) == "+++") return text.substr(0, at);
    }
    return text;
}

std::string in_words(const LeftOut& left_out) {
    std::vector<std::string> parts;
    if (left_out.drafts > 0) parts.push_back(counted(left_out.drafts, "draft", "drafts"));
    if (left_out.embargoed > 0) parts.push_back(counted(left_out.embargoed, "response under embargo", "responses under embargo"));
    if (left_out.files > 0)
        parts.push_back(counted(left_out.files, "other file that is not public", "other files that are not public"));
    return parts.empty() ? "nothing" : listed(parts);
}

}  // namespace vitrine::snapshot
