#pragma once

#include <string>

#include "support/samples.h"

namespace vitrine::samples {

/// The front matter of a response without faults, with keys put in the place of its own or added (`key = value`), or taken
/// out (`-key`), and with tables and a body behind it.
[[nodiscard]] std::string response_file(const Lines& changes, const std::string& tables = "",
                                        const std::string& body = "\nThe text.\n");

/// A response that was read from `content/inspections/custody-2024.md`, with what was found.
struct ParsedResponse {
    Source source;
    Diagnostics diagnostics;
    Response response;

    explicit ParsedResponse(const std::string& file);

    /// The marks of its problems: see samples.h.
    [[nodiscard]] Lines marks() const { return samples::marks(diagnostics); }
};

/// `ParsedResponse(response_file(…))`.
[[nodiscard]] ParsedResponse parsed(const Lines& changes, const std::string& tables = "",
                                    const std::string& body = "\nThe text.\n");

}  // namespace vitrine::samples
