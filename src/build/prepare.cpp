#include "build/prepare.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/parallel.h"
#include "io/clock.h"
#include "io/paths.h"
#include "output/claim.h"
#include "output/published.h"
#include "plan/address.h"
#include "plan/permanence.h"

namespace vitrine::build {
namespace {

Result<content::Theme> load_theme(const Options& options, const SiteConfig& config, Diagnostics& diagnostics) {
    const auto shipped = content::shipped_themes_folder();
    if (!shipped) return shipped.failure();
    if (options.theme) return content::load_theme(options.root, *shipped, *options.theme, whole_file("--theme"), diagnostics);
    const Location place = config.source ? locate(*config.source, config.theme.span) : whole_file("site.toml");
    return content::load_theme(options.root, *shipped, config.theme.value, place, diagnostics);
}

std::vector<plan::Copy> copies_of(const std::vector<content::Asset>& assets) {
    std::vector<plan::Copy> copies;
    for (const content::Asset& asset : assets)
        copies.push_back({asset.path(), asset.file, asset.shown, asset.size, !asset.fingerprint.empty()});
    return copies;
}

/// Plans the outputs, resolves the links and compiles the templates, which do not need each other.
void plan_all(Prepared& prepared, const Options& options) {
    std::array<Diagnostics, 3> found;
    const std::array<std::function<void()>, 3> tasks = {
        [&] { prepared.links = std::make_shared<const plan::LinkMap>(plan::resolve_links(prepared.site, found[0])); },
        [&] {
            prepared.plan = std::make_shared<const plan::Plan>(
                plan::plan_site(prepared.site, prepared.root, copies_of(prepared.theme.assets), found[1]));
        },
        [&] { prepared.templates = std::make_shared<const render::Templates>(prepared.theme.templates, found[2]); },
    };
    parallel_for(tasks.size(), options.jobs, [&](std::size_t i) { tasks[i](); });
    for (Diagnostics& some : found) prepared.diagnostics.merge(std::move(some));
    if (options.archived_on && !prepared.templates->all_name("archived"))
        prepared.diagnostics.add({Code::template_no_archive_note, whole_file("themes/" + prepared.site.config.theme.value),
                                  "a template of the theme does not show when a page was archived, so its pages would look like the living ones",
                                  "put `{{> archived}}` behind `<body>` in `layout.mustache` and `redirect.mustache`", {}});
}

/// A file as a person would write it who stands in the site's folder.
std::string shown_from(const std::string& root, const std::string& file) {
    return io::is_within(file, root) && root != "/" ? file.substr(root.size() + 1) : file;
}

/// A site, and what to remember of its files.
struct Sources {
    Site site;
    std::vector<content::ReadFile> files;
};

/// Bytes to documents, and documents to a site.
Result<Sources> read_sources(const Options& options, const content::LoadAids& aids, Diagnostics& diagnostics) {
    auto config = content::load_config(options.root, diagnostics);
    if (!config) return config.failure();
    auto loaded = content::load_content(options.root, options.jobs, aids, diagnostics);
    if (!loaded) return loaded.failure();
    SiteConfig settings = std::move(*config).value_or(SiteConfig{});
    if (options.archived_on) {
        settings.links = LinkStyle::file;
        settings.hosting = {};
    }
    return Sources{assemble_site(std::move(settings), std::move(loaded->content), options.now, diagnostics, options.audience),
                   std::move(loaded->files)};
}

/// Reports what was public once and leads nowhere any more.
Outcome check_permanence(Prepared& prepared, const std::string& state) {
    auto published = output::load_published(state);
    if (!published) return published.failure();
    prepared.published = std::move(*published);
    prepared.addresses = plan::permanent_addresses(*prepared.plan, prepared.site);
    plan::check_permanence(*prepared.plan, prepared.site, prepared.addresses, prepared.published,
                           shown_from(prepared.root, output::published_file(state)), prepared.diagnostics);
    return done();
}

void conclude(Prepared& prepared, const Options& options) {
    prepared.diagnostics.sort();
    prepared.good = !prepared.diagnostics.has_errors() && !(options.warnings_are_errors && !prepared.diagnostics.empty());
}

std::optional<std::size_t> index_of(const Site& site, const Responses::Shared& response) {
    for (std::size_t i = 0; i < site.responses.size(); ++i)
        if (site.responses.share(i) == response) return i;
    return std::nullopt;
}

void replace(Responses& responses, std::size_t index, const Responses::Shared& other) {
    Responses all;
    all.reserve(responses.size());
    for (std::size_t i = 0; i < responses.size(); ++i) all.push_back(i == index ? other : responses.share(i));
    responses = std::move(all);
}

/// Puts what is reported of a file on its own in place of what was. False when more was: that may have changed as well.
bool replace_diagnostics(Diagnostics& diagnostics, const content::Revision& revision) {
    const std::string& path = revision.before->file.path;
    Diagnostics others;
    std::size_t of_file = 0;
    for (const Diagnostic& one : diagnostics.all()) {
        const auto is_here = [&](const Related& related) { return related.location.path == path; };
        if (std::any_of(one.related.begin(), one.related.end(), is_here)) return false;
        if (one.location.path == path)
            ++of_file;
        else
            others.add(one);
    }
    if (of_file != revision.before->diagnostics.size()) return false;
    for (const Diagnostic& one : revision.after->diagnostics) others.add(one);
    diagnostics = std::move(others);
    return true;
}

}  // namespace

void Stopwatch::begin(std::string_view step) {
    end();
    since_ = io::seconds_running();
    timings_.push_back({step, 0});
}

void Stopwatch::end() {
    if (!timings_.empty()) timings_.back().seconds = io::seconds_running() - since_;
}

render::ThemeLinks Prepared::theme_links() const {
    const auto address = [&](std::string_view name) { return plan::file_address(theme.path_of(name)); };
    return {address(content::stylesheet_name), address(content::custom_stylesheet_name), address(content::icon_name)};
}

Result<Site> read_site(const Options& options, Diagnostics& diagnostics) {
    auto read = read_sources(options, {}, diagnostics);
    if (!read) return read.failure();
    diagnostics.sort();
    return std::move(read->site);
}

Result<std::unique_ptr<Prepared>> prepare_site(const Options& options, const content::LoadAids& aids, Stopwatch& watch) {
    // Load and assemble: bytes to documents, documents to a site.
    watch.begin("read");
    Diagnostics diagnostics;
    auto read = read_sources(options, aids, diagnostics);
    if (!read) return read.failure();
    auto prepared = std::make_unique<Prepared>(std::move(read->site), options.root);
    prepared->files = std::move(read->files);
    prepared->diagnostics = std::move(diagnostics);
    auto theme = load_theme(options, prepared->site.config, prepared->diagnostics);
    if (!theme) return theme.failure();
    prepared->theme = std::move(*theme);

    // Plan: a site to the table of its outputs.
    watch.begin("plan");
    plan_all(*prepared, options);
    if (const Outcome checked = check_permanence(*prepared, output::state_folder(options.output)); !checked)
        return checked.failure();

    // Every problem is known before the first change.
    conclude(*prepared, options);
    return prepared;
}

std::unique_ptr<Prepared> revise_site(const Prepared& before, const std::vector<content::Revision>& revisions,
                                      const Options& options) {
    const auto opening = before.site.next_opening();
    const bool same_day = uk_date(options.now) == uk_date(before.site.now) && options.now >= before.site.now;
    if (!before.good || !same_day || (opening && uk_instant(opening->at) <= options.now)) return nullptr;
    auto after = std::make_unique<Prepared>(before.site, before.root);
    after->site.now = options.now;
    after->theme = before.theme;
    after->plan = before.plan;
    after->templates = before.templates;
    after->all_links = before.all_links == nullptr ? before.links : before.all_links;
    after->revised = before.revised;
    after->diagnostics = before.diagnostics;
    for (const content::Revision& revision : revisions) {
        const auto index = index_of(after->site, revision.before->response);
        if (!index || !replace_diagnostics(after->diagnostics, revision)) return nullptr;
        replace(after->site.responses, *index, revision.after->response);
        if (std::find(after->revised.begin(), after->revised.end(), *index) == after->revised.end())
            after->revised.push_back(*index);
    }
    after->links = std::make_shared<const plan::LinkMap>(
        plan::resolve_links_of(after->site, after->revised, after->all_links, after->diagnostics));
    conclude(*after, options);
    return after;
}

}  // namespace vitrine::build
