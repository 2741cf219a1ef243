#include "build/build.h"

#include <algorithm>
#include <atomic>

#include "base/parallel.h"
#include "base/version.h"
#include "build/prepare.h"
#include "formats/hash.h"
#include "io/clock.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "io/stamp.h"
#include "output/published.h"
#include "render/keys.h"

namespace vitrine::build {
namespace {

std::size_t count_pages(const plan::Plan& plan) {
    return static_cast<std::size_t>(
        std::count_if(plan.rows.begin(), plan.rows.end(), [](const plan::Row& row) { return plan::is_page(row.subject); }));
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

plan::Keys keys_of(const render::Context& context, const render::Templates& templates, const content::Theme& theme,
                   const Digest& program, std::size_t jobs) {
    const std::int64_t now = io::now_in_nanoseconds();
    plan::Keys keys = render::keys_of(context, templates.name("recent"), jobs);
    keys.shared.program = program;
    keys.shared.theme = digest_of(theme);
    parallel_for(keys.rows.size(), jobs, [&](std::size_t i) {
        if (const auto* copied = std::get_if<plan::CopiedFile>(&context.plan.rows[i].subject))
            keys.rows[i].source = digest_of_copy(*copied, now);
    });
    return keys;
}

content::LoadAids aids_of(const Options& options, const content::DocumentCache& cache, content::Bodies& bodies) {
    content::LoadAids aids{&cache, options.commit ? &bodies : nullptr, {}};
    if (options.progress) aids.progress = [&](std::size_t done, std::size_t of) { options.progress("read", done, of); };
    return aids;
}

/// Renders and commits: rows to files.
Result<output::Committed> commit(const Options& options, const Prepared& site, const Digest& program, const content::Bodies& bodies,
                                 const output::Claim& claim, Stopwatch& watch) {
    render::Context context = site.context();
    if (options.archived_on) context.archived = render::Archived{*options.archived_on};
    const render::Renderer renderer(context, *site.templates, site.theme_links());
    const plan::Keys keys = keys_of(context, *site.templates, site.theme, program, options.jobs);
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

Result<Report> build_site(const Options& options) {
    if (options.commit)
        if (const Outcome usable = output::check_output_folder(options.output, options.root); !usable) return usable.failure();

    Stopwatch watch;
    const std::string state = output::state_folder(options.output);
    const Digest program = digest_of_program();
    const content::DocumentCache cache = options.commit ? content::DocumentCache::open(state, program) : content::DocumentCache();
    content::Bodies bodies(options.root, state);
    auto prepared = prepare_site(options, aids_of(options, cache, bodies), watch);
    if (!prepared) return prepared.failure();
    Prepared& site = **prepared;

    Report report;
    report.diagnostics = std::move(site.diagnostics);
    report.pages = count_pages(*site.plan);
    report.next_opening = site.site.next_opening();
    if (!options.commit) report.site = std::move(site.site);
    if (!site.good || !options.commit) return report;

    watch.begin("compare");
    const auto claim = output::Claim::on(options.output);
    if (!claim) return claim.failure();
    auto committed = commit(options, site, program, bodies, *claim, watch);
    if (!committed) return committed.failure();
    report.output = std::move(*committed);
    report.committed = true;

    watch.begin("remember");
    if (const Outcome added = output::add_published(state, site.published, site.addresses); !added) return added.failure();
    remember(*claim, program, cache, site.files, site.site);
    watch.end();
    report.site = std::move(site.site);
    report.timings = watch.timings();
    return report;
}

}  // namespace vitrine::build
