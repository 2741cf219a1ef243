#include "serve/preview.h"

#include <utility>

#include "content/theme.h"
#include "io/clock.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::serve {

Preview::Preview(build::Options options)
    : options_(std::move(options)),
      bodies_(options_.root, "", content::Bodies::all_in_memory),
      run_(std::to_string(io::now_in_nanoseconds())) {}

void Preview::refresh(const std::optional<io::Changes>& changes, Instant now) {
    options_.now = now;
    if (changes && !changes->anything) {
        const std::string content = io::join(options_.root, "content");
        std::vector<std::string> changed;
        for (const std::string& file : changes->files)
            if (io::is_within(file, content) && file != content) changed.push_back(file.substr(content.size() + 1));
        if (changed.size() == changes->files.size())
            if (auto prepared = revised(changed)) return take(std::move(prepared));
        shelf_.expect(std::move(changed));
    }
    content::LoadAids aids;
    aids.bodies = &bodies_;
    aids.shelf = &shelf_;
    build::Stopwatch watch;
    auto prepared = build::prepare_site(options_, aids, watch);
    failure_ = prepared ? "" : prepared.failure().message;
    if (prepared) return take(std::move(*prepared));
    diagnostics_ = {};
    good_ = false;
}

std::unique_ptr<build::Prepared> Preview::revised(const std::vector<std::string>& changed) {
    if (!good_ || changed.empty()) return nullptr;
    const auto revisions = content::revise(options_.root, changed, shelf_, bodies_);
    return revisions ? build::revise_site(state_->prepared(), *revisions, options_) : nullptr;
}

void Preview::take(std::unique_ptr<build::Prepared> prepared) {
    diagnostics_ = prepared->diagnostics;
    good_ = prepared->good;
    if (!good_) return;
    next_opening_ = prepared->site.next_opening();
    state_ = std::make_unique<State>(std::move(prepared), run_ + "-" + std::to_string(++count_));
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
