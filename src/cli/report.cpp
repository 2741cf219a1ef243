#include "cli/report.h"

#include <algorithm>
#include <iostream>
#include <set>
#include <utility>

#include "base/text.h"
#include "formats/json.h"

namespace vitrine::cli {

void print_diagnostics(const Diagnostics& diagnostics, const SiteArguments& arguments) {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        if (arguments.format == Format::json)
            std::cerr << to_json(diagnostic, arguments.strict) << '\n';
        else
            std::cerr << to_text(diagnostic, arguments.strict);
    }
}

std::string summary_of(const Diagnostics& diagnostics, bool warnings_are_errors) {
    std::size_t errors = diagnostics.count(Severity::error), warnings = diagnostics.count(Severity::warning);
    if (warnings_are_errors) errors += std::exchange(warnings, 0);
    std::set<std::string_view> files;
    for (const Diagnostic& diagnostic : diagnostics.all()) files.insert(diagnostic.location.path);
    std::string text = errors > 0 ? counted(errors, "error", "errors") : "";
    if (warnings > 0) text += (text.empty() ? "" : " and ") + counted(warnings, "warning", "warnings");
    return text.empty() ? text : text + " in " + counted(files.size(), "file", "files");
}

void print_failure(std::string_view sentence) { std::cerr << "vitrine: " << sentence << '\n'; }

void print_result(std::string_view line) { std::cout << line << '\n'; }

void print_summary(std::string_view line, const SiteArguments& arguments) {
    if (arguments.format == Format::text) std::cerr << line << '\n';
}

}  // namespace vitrine::cli
