#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "build/build.h"
#include "content/bodies.h"
#include "content/shelf.h"
#include "io/watch.h"
#include "serve/state.h"

namespace vitrine::serve {

/// The site as its sources are: the last state without errors, and what is wrong with the sources now. For one thread.
class Preview {
public:
    /// What is read stays in memory, so that only what changed is read again. `options` say for whom and as at when.
    explicit Preview(build::Options options);

    /// Reads and plans the site again. Without `changes` everything is looked at.
    void refresh(const std::optional<io::Changes>& changes, Instant now);

    /// The last good state; null when there was none yet.
    [[nodiscard]] State* state() { return state_.get(); }

    /// What is wrong with the sources as they are; warnings alone are no reason not to show them.
    [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }
    /// Whether the sources are as they are shown.
    [[nodiscard]] bool is_good() const { return good_; }
    /// Why the sources could not even be read; empty when they could.
    [[nodiscard]] const std::string& failure() const { return failure_; }
    /// When something opens by itself.
    [[nodiscard]] std::optional<Site::Opening> next_opening() const { return next_opening_; }
    [[nodiscard]] Instant now() const { return options_.now; }

    /// The folders to watch: those themselves, and those with all below them.
    struct Folders {
        std::vector<std::string> alone;
        std::vector<std::string> with_all_below;
    };
    [[nodiscard]] Folders folders() const;

    /// Whether a change of that file may change the site.
    [[nodiscard]] bool concerns(const std::string& file) const;

private:
    /// The site, where nothing but words of responses changed in those files of the content folder; null where more did.
    std::unique_ptr<build::Prepared> revised(const std::vector<std::string>& changed);
    void take(std::unique_ptr<build::Prepared> prepared);

    build::Options options_;
    content::Shelf shelf_;
    content::Bodies bodies_;
    std::unique_ptr<State> state_;
    Diagnostics diagnostics_;
    bool good_ = false;
    std::string failure_;
    std::optional<Site::Opening> next_opening_;
    std::uint64_t count_ = 0;
    std::string run_;  ///< tells the states of this run from those of others
};

}  // namespace vitrine::serve
