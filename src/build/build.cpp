#include "build/build.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>

#include "base/parallel.h"
#include "base/version.h"
#include "content/load.h"
#include "content/theme.h"
#include "formats/hash.h"
#include "io/clock.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/stamp.h"
#include "output/published.h"
#include "plan/address.h"
#include "plan/links.h"
#include "plan/permanence.h"
#include "plan/plan.h"
#include "render/keys.h"
#include "render/renderer.h"

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
    for (const content::Asset& asset : assets) copies.push_back({asset.path(), asset.file, asset.shown, asset.size, !asset.fingerprint.empty()});
    return copies;
}

render::ThemeLinks links_of(const content::Theme& theme) {
    const auto address = [&](std::string_view name) { return plan::file_address(theme.path_of(name)); };
    return {address(content::stylesheet_name), address(content::custom_stylesheet_name), address(content::icon_name)};
}

std::size_t count_pages(const plan::Plan& plan) {
    return static_cast<std::size_t>(std::count_if(plan.rows.begin(), plan.rows.end(), [](const plan::Row& row) { return plan::is_page(row.subject); }));
}

/// What the templates of a theme are, and what they are told of its assets.
Digest digest_of(const content::Theme& theme) {
    hash::Inputs inputs;
    for (const auto& [name, source] : theme.templates) inputs.add(name).add(source->digest());
    for (const std::string_view name : content::assets_in_pages) inputs.add(theme.path_of(name));
    return inputs.digest();
}

/// The program itself: another one may read or render otherwise.
Digest digest_of_program() {
    const auto bytes = io::read_file(io::program_path());
    return bytes ? hash::digest_of(*bytes) : hash::digest_of(version());
}

/// A copied file is what it was as long as its stamp says so, and else what its bytes say.
Digest digest_of_copy(const plan::CopiedFile& copied, std::int64_t now) {
    const auto stamp = io::stamp_of(copied.file);
    hash::Inputs inputs;
    inputs.add(copied.file);
    if (stamp && io::is_settled(*stamp, now))
        return inputs.add(stamp->size).add(stamp->modified).add(stamp->changed).add(stamp->inode).digest();
    // Another one at every build, so that the bytes are compared.
    return inputs.add(now).digest();
}

plan::Keys keys_of(const render::Context& context, const render::Templates& templates, const content::Theme& theme, const Digest& program,
                   std::size_t jobs) {
    const std::int64_t now = io::now_in_nanoseconds();
    plan::Keys keys = render::keys_of(context, templates.name("recent"), jobs);
    keys.shared.program = program;
    keys.shared.theme = digest_of(theme);
    parallel_for(keys.rows.size(), jobs, [&](std::size_t i) {
        if (const auto* copied = std::get_if<plan::CopiedFile>(&context.plan.rows[i].subject)) keys.rows[i].source = digest_of_copy(*copied, now);
    });
    return keys;
}

/// The table of outputs, and what rendering them needs.
struct Planned {
    std::optional<plan::Plan> plan;
    std::optional<plan::LinkMap> links;
    std::optional<render::Templates> templates;
};

/// Plans the outputs, resolves the links and compiles the templates, which do not need each other.
Planned plan_all(const Site& site, const Options& options, const content::Theme& theme, Diagnostics& diagnostics) {
    Planned planned;
    std::array<Diagnostics, 3> found;
    const std::array<std::function<void()>, 3> tasks = {
        [&] { planned.links = plan::resolve_links(site, found[0]); },
        [&] { planned.plan = plan::plan_site(site, options.root, copies_of(theme.assets), found[1]); },
        [&] { planned.templates.emplace(theme.templates, found[2]); },
    };
    parallel_for(tasks.size(), options.jobs, [&](std::size_t i) { tasks[i](); });
    for (Diagnostics& some : found) diagnostics.merge(std::move(some));
    if (options.archived_on && !planned.templates->all_name("archived"))
        diagnostics.add({Code::template_no_archive_note, whole_file("themes/" + site.config.theme.value),
                         "a template of the theme does not show when a page was archived, so its pages would look like the living ones",
                         "put `{{> archived}}` behind `<body>` in `layout.mustache` and `redirect.mustache`", {}});
    return planned;
}

/// Notes how long each step takes.
class Watch {
public:
    explicit Watch(Report& report) : report_(report) {}

    void begin(std::string_view step) {
        const double now = io::seconds_running();
        if (!report_.timings.empty()) report_.timings.back().seconds = now - since_;
        since_ = now;
        report_.timings.push_back({step, 0});
    }
    void end() {
        if (!report_.timings.empty()) report_.timings.back().seconds = io::seconds_running() - since_;
    }

private:
    Report& report_;
    double since_ = 0;
};

/// A file as a person would write it who stands in the site's folder.
std::string shown_from(const std::string& root, const std::string& file) {
    return io::is_within(file, root) && root != "/" ? file.substr(root.size() + 1) : file;
}

content::LoadAids aids_of(const Options& options, const content::DocumentCache& cache, content::Bodies& bodies) {
    content::LoadAids aids{&cache, options.commit ? &bodies : nullptr, {}};
    if (options.progress) aids.progress = [&](std::size_t done, std::size_t of) { options.progress("read", done, of); };
    return aids;
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
    return Sources{assemble_site(std::move(settings), std::move(loaded->content), options.now, diagnostics), std::move(loaded->files)};
}

/// Renders and commits: rows to files.
Result<output::Committed> commit(const Options& options, const render::Context& context, const render::Renderer& renderer,
                                 const plan::Keys& keys, const content::Bodies& bodies, const output::Claim& claim, Watch& watch) {
    const auto make_page = [&](std::size_t row) -> Result<std::string> {
        const plan::Row& wanted = context.plan.rows[row];
        const auto* page = std::get_if<plan::ResponsePage>(&wanted.subject);
        if (page == nullptr) return renderer.page(wanted);
        const auto body = bodies.html_of(context.site.responses[page->response]);
        if (!body) return body.failure();
        return renderer.page(wanted, *body);
    };
    std::atomic<std::size_t> done = 0;
    const auto row_done = [&] {
        if (options.progress) options.progress("render", ++done, context.plan.rows.size());
    };
    const auto step = [&](std::string_view name) { watch.begin(name); };
    return output::commit_output(claim, context.plan, keys, make_page, {step, row_done}, options.jobs);
}

/// Leaves what was read for the next build, unless it has that already. The site is out by now: what cannot be noted only
/// costs the next build its time.
void remember(const output::Claim& claim, const Digest& program, const content::DocumentCache& cache,
              const std::vector<content::ReadFile>& files, const Site& site) {
    if (!cache.is_news(files)) return;
    static_cast<void>(content::save_documents(claim.state(), program, cache, files, site).ok());
}

}  // namespace

Result<Site> read_site(const Options& options, Diagnostics& diagnostics) {
    auto read = read_sources(options, {}, diagnostics);
    if (!read) return read.failure();
    diagnostics.sort();
    return std::move(read->site);
}

Result<Report> build_site(const Options& options) {
    if (options.commit)
        if (const Outcome usable = output::check_output_folder(options.output, options.root); !usable) return usable.failure();

    Report report;
    Watch watch(report);
    Diagnostics& diagnostics = report.diagnostics;

    // Load and assemble: bytes to documents, documents to a site.
    watch.begin("read");
    const std::string state = output::state_folder(options.output);
    const Digest program = digest_of_program();
    const content::DocumentCache cache = options.commit ? content::DocumentCache::open(state, program) : content::DocumentCache();
    content::Bodies bodies(options.root, state);
    auto read = read_sources(options, aids_of(options, cache, bodies), diagnostics);
    if (!read) return read.failure();
    Site& site = read->site;
    const auto theme = load_theme(options, site.config, diagnostics);
    if (!theme) return theme.failure();

    // Plan: a site to the table of its outputs.
    watch.begin("plan");
    const Planned planned = plan_all(site, options, *theme, diagnostics);
    report.pages = count_pages(*planned.plan);
    report.next_opening = site.next_opening();
    const auto published = output::load_published(state);
    if (!published) return published.failure();
    const std::vector<std::string> addresses = plan::permanent_addresses(*planned.plan, site);
    plan::check_permanence(*planned.plan, site, addresses, *published, shown_from(options.root, output::published_file(state)), diagnostics);

    // Every problem is known before the first change.
    diagnostics.sort();
    const bool stopped = diagnostics.has_errors() || (options.warnings_are_errors && !diagnostics.empty());
    if (!options.commit) report.site = std::move(site);
    if (stopped || !options.commit) return report;

    watch.begin("compare");
    render::Context context{site, *planned.plan, *planned.links};
    if (options.archived_on) context.archived = render::Archived{*options.archived_on};
    const render::Renderer renderer(context, *planned.templates, links_of(*theme));
    const auto claim = output::Claim::on(options.output);
    if (!claim) return claim.failure();
    auto committed = commit(options, context, renderer, keys_of(context, *planned.templates, *theme, program, options.jobs), bodies, *claim, watch);
    if (!committed) return committed.failure();
    report.output = std::move(*committed);
    report.committed = true;

    watch.begin("remember");
    if (const Outcome added = output::add_published(state, *published, addresses); !added) return added.failure();
    remember(*claim, program, cache, read->files, site);
    watch.end();
    report.site = std::move(site);
    return report;
}

}  // namespace vitrine::build
