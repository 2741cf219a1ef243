#include "base/summary.h"

#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace vitrine {

std::string summary_of(const Diagnostics& diagnostics, bool warnings_are_errors) {
    std::size_t errors = diagnostics.count(Severity::error), warnings = diagnostics.count(Severity::warning);
    if (warnings_are_errors) errors += std::exchange(warnings, 0);
    std::set<std::string_view> files;
    for (const Diagnostic& diagnostic : diagnostics.all()) files.insert(diagnostic.location.path);
    std::string text = errors > 0 ? counted(errors, "error", "errors") : "";
    if (warnings > 0) text += (text.empty() ? "" : " and ") + counted(warnings, "warning", "warnings");
    return text.empty() ? text : text + " in " + counted(files.size(), "file", "files");
}

}  // namespace vitrine
