#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/summary.h"
#include "cli/arguments.h"

namespace vitrine::cli {

/// Prints problems to stderr in the format asked for.
void print_diagnostics(const Diagnostics& diagnostics, const SiteArguments& arguments);

/// Prints a sentence to stderr: `vitrine: …`.
void print_failure(std::string_view sentence);

/// Prints a line to stdout.
void print_result(std::string_view line);

/// Prints a line to stderr, unless problems are printed as JSON.
void print_summary(std::string_view line, const SiteArguments& arguments);

}  // namespace vitrine::cli
