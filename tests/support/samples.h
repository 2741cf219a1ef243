#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "formats/toml.h"
#include "model/site.h"

/// Small values of the model for tests, and short ways to look at what came of them.
namespace vitrine::samples {

using Lines = std::vector<std::string>;

[[nodiscard]] Date day(std::string_view iso);
[[nodiscard]] Instant moment(std::string_view rfc3339);

/// A text with its places, as if it were the file of that path.
[[nodiscard]] Source source(const std::string& path, const std::string& text);

/// A published response to a report of that day, from `content/inspections/<id>.md`; everything else is at its default.
[[nodiscard]] Response response(const std::string& id, std::string_view report_published);

/// A recommendation without texts.
[[nodiscard]] Recommendation recommendation(const std::string& number, RecommendationStatus status);

/// The page of the file `content/<path>.md`.
[[nodiscard]] Page page(const std::string& path, const std::string& title);

/// A use of a tag that was written as its slug.
[[nodiscard]] TagUse tag(const std::string& slug);

/// A configuration as a short site.toml would give it.
[[nodiscard]] SiteConfig config();

/// The site of these responses at that moment; a problem fails the test.
[[nodiscard]] Site site(std::vector<Response> responses, std::string_view now = "2026-06-30");

/// The ids of responses of a site.
[[nodiscard]] Lines ids(const Site& site);
[[nodiscard]] Lines ids(const Site& site, const std::vector<std::size_t>& responses);

/// Each problem as `line:column text under the caret [code]`, or `path [code]` where the fault is the whole file.
[[nodiscard]] Lines faults(const Diagnostics& diagnostics);

/// The same without the place: `text under the caret [code]`.
[[nodiscard]] Lines marks(const Diagnostics& diagnostics);

/// Each problem as the command line shows it.
[[nodiscard]] std::string shown(const Diagnostics& diagnostics);

/// A text that must be free of problems as TOML.
[[nodiscard]] toml_tree::Table toml(const SourceText& source);

}  // namespace vitrine::samples
