#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "cli/arguments.h"

namespace vitrine::cli {

/// Prints problems to stderr in the format asked for.
void print_diagnostics(const Diagnostics& diagnostics, const SiteArguments& arguments);

/// "2 errors in 2 files", "1 error and 3 warnings in 2 files"; empty when there are none.
[[nodiscard]] std::string summary_of(const Diagnostics& diagnostics, bool warnings_are_errors);

/// Prints a sentence to stderr: `vitrine: …`.
void print_failure(std::string_view sentence);

/// Prints a line to stdout.
void print_result(std::string_view line);

/// Prints a line to stderr, unless problems are printed as JSON.
void print_summary(std::string_view line, const SiteArguments& arguments);

}  // namespace vitrine::cli
