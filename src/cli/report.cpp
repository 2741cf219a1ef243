#include "cli/report.h"

#include <iostream>

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

void print_failure(std::string_view sentence) { std::cerr << "vitrine: " << sentence << '\n'; }

void print_result(std::string_view line) { std::cout << line << '\n'; }

void print_summary(std::string_view line, const SiteArguments& arguments) {
    if (arguments.format == Format::text) std::cerr << line << '\n';
}

}  // namespace vitrine::cli
