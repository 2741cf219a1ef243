#include "build/build.h"

#include <algorithm>

#include "content/load.h"
#include "content/theme.h"
#include "io/files.h"
#include "plan/links.h"
#include "plan/plan.h"
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
    for (const content::Asset& asset : assets) copies.push_back({"assets/" + asset.name, asset.file, asset.shown});
    return copies;
}

bool has_asset(const content::Theme& theme, std::string_view name) {
    return std::any_of(theme.assets.begin(), theme.assets.end(), [&](const content::Asset& asset) { return asset.name == name; });
}

std::size_t count_pages(const plan::Plan& plan) {
    return static_cast<std::size_t>(std::count_if(plan.rows.begin(), plan.rows.end(), [](const plan::Row& row) {
        return !std::holds_alternative<plan::CopiedFile>(row.subject) && !std::holds_alternative<plan::RedirectPage>(row.subject);
    }));
}

}  // namespace

Result<Report> build_site(const Options& options) {
    if (options.commit)
        if (const Outcome usable = output::check_output_folder(options.output, options.root); !usable) return usable.failure();

    Report report;
    Diagnostics& diagnostics = report.diagnostics;

    // Load: bytes to documents.
    auto config = content::load_config(options.root, diagnostics);
    if (!config) return config.failure();
    auto documents = content::load_content(options.root, options.jobs, diagnostics);
    if (!documents) return documents.failure();
    const auto theme = load_theme(options, config->value_or(SiteConfig{}), diagnostics);
    if (!theme) return theme.failure();

    // Assemble and plan: documents to a site, a site to the table of its outputs.
    const Site site = assemble_site(std::move(*config).value_or(SiteConfig{}), std::move(*documents), options.now, diagnostics);
    const plan::Plan plan = plan::plan_site(site, options.root, copies_of(theme->assets), diagnostics);
    const plan::LinkMap links = plan::resolve_links(site, diagnostics);
    const render::Templates templates(theme->templates, diagnostics);
    report.pages = count_pages(plan);

    // Every problem is known before the first change.
    diagnostics.sort();
    const bool stopped = diagnostics.has_errors() || (options.warnings_are_errors && !diagnostics.empty());
    if (stopped || !options.commit) return report;

    // Render and commit: rows to files.
    const render::Context context{site, plan, links};
    const render::Renderer renderer(context, templates, {.custom_stylesheet = has_asset(*theme, "custom.css")});
    const auto counts = output::commit_output(plan, [&](const plan::Row& row) { return renderer.page(row); }, options.output, options.jobs);
    if (!counts) return counts.failure();
    report.counts = *counts;
    report.committed = true;
    return report;
}

}  // namespace vitrine::build
