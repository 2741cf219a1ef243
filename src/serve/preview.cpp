#include "serve/preview.h"

#include <utility>

#include "content/theme.h"
#include "io/clock.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::serve {

Preview::Preview(build::Options options)
    : options_(std::move(options)), bodies_(options_.root, "", content::Bodies::all_in_memory), run_(std::to_string(io::now_in_nanoseconds())) {}

void Preview::refresh(const std::optional<io::Changes>& changes, Instant now) {
    options_.now = now;
    if (changes && !changes->anything) {
        const std::string content = io::join(options_.root, "content");
        std::vector<std::string> changed;
        for (const std::string& file : changes->files)
            if (io::is_within(file, content) && file != content) changed.push_back(file.substr(content.size() + 1));
        shelf_.expect(std::move(changed));
    }
    content::LoadAids aids;
    aids.bodies = &bodies_;
    aids.shelf = &shelf_;
    build::Stopwatch watch;
    auto prepared = build::prepare_site(options_, aids, watch);
    failure_ = prepared ? "" : prepared.failure().message;
    diagnostics_ = prepared ? (*prepared)->diagnostics : Diagnostics();
    good_ = prepared && (*prepared)->good;
    if (!good_) return;
    next_opening_ = (*prepared)->site.next_opening();
    state_ = std::make_unique<State>(std::move(*prepared), run_ + "-" + std::to_string(++count_));
}

Preview::Folders Preview::folders() const {
    Folders folders{{options_.root}, {io::join(options_.root, "content"), io::join(options_.root, "themes")}};
    if (const auto shipped = content::shipped_themes_folder()) folders.with_all_below.push_back(io::absolute(*shipped));
    return folders;
}

bool Preview::concerns(const std::string& file) const {
    if (io::parent(file) != options_.root) return true;
    return io::file_name(file) == "site.toml";
}

}  // namespace vitrine::serve
