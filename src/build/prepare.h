#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "build/build.h"
#include "content/load.h"
#include "content/revision.h"
#include "content/theme.h"
#include "model/site.h"
#include "plan/links.h"
#include "plan/plan.h"
#include "render/renderer.h"

/// A site up to the point where its outputs are made: what a build commits and a preview keeps in memory.
namespace vitrine::build {

/// Notes how long each step of a pipeline takes.
class Stopwatch {
public:
    void begin(std::string_view step);
    void end();
    [[nodiscard]] const std::vector<Timing>& timings() const { return timings_; }

private:
    std::vector<Timing> timings_;
    double since_ = 0;
};

/// A site that was read, planned and checked, with all that rendering needs. Its parts refer to one another, so it stays where it
/// was made. Any number of threads may render.
struct Prepared {
    Prepared(Site assembled, std::string root_folder) : site(std::move(assembled)), root(std::move(root_folder)) {}
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    Site site;
    std::vector<content::ReadFile> files;  ///< to be remembered for the next build; sorted by path
    std::string root;                      ///< of the sources
    content::Theme theme;
    std::shared_ptr<const plan::Plan> plan;
    std::shared_ptr<const plan::LinkMap> links;
    std::shared_ptr<const render::Templates> templates;
    std::vector<std::string> published;  ///< the addresses that were public once, as `output::load_published` gives them
    std::vector<std::string> addresses;  ///< the permanent ones of the plan
    Diagnostics diagnostics;             ///< all problems of the site, sorted
    bool good = false;                   ///< nothing stands against making the outputs

    /// Of a site that was revised: the links as they were when all were resolved, and the responses that have others now.
    std::shared_ptr<const plan::LinkMap> all_links;
    std::vector<std::size_t> revised;

    [[nodiscard]] render::Context context() const { return {site, *plan, *links, {}}; }
    [[nodiscard]] render::ThemeLinks theme_links() const;
};

/// Reads and plans the site and finds every problem of it; nothing is written. A failure means that the machine stopped it.
Result<std::unique_ptr<Prepared>> prepare_site(const Options& options, const content::LoadAids& aids, Stopwatch& watch);

/// What a site becomes by revisions of its responses, at a moment of the same day: everything but these pages stays, and is shared with the
/// site before. Null when more could change, or when what was reported before speaks of these files; then it has to be prepared anew.
[[nodiscard]] std::unique_ptr<Prepared> revise_site(const Prepared& before, const std::vector<content::Revision>& revisions, const Options& options);

}  // namespace vitrine::build
