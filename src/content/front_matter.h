#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "formats/toml.h"
#include "model/response.h"

namespace vitrine::content {

/// A content file cut in two.
struct FrontMatter {
    Span opening;            ///< the first `+++`
    toml_tree::Table table;
    FileParts parts;
};

/// Cuts a file at its two `+++` lines and parses what stands between. Reports front matter that is missing, not closed,
/// longer than 32 KB (toml++ crashes on deeper nesting than that can hold) or not TOML, and then gives nothing.
[[nodiscard]] std::optional<FrontMatter> parse_front_matter(const SourceText& source, Diagnostics& diagnostics);

}  // namespace vitrine::content
