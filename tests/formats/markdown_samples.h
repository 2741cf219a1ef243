#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "formats/markdown.h"

/// What the tests of Markdown share.
namespace vitrine::markdown {

/// A text that has been parsed, with what was found.
struct Sample {
    SourceText source;
    Diagnostics diagnostics;
    Document document;

    explicit Sample(const std::string& text, const Options& options = {}) : source("a.md", text) {
        initialise();
        document = parse_markdown(source, {0, static_cast<std::uint32_t>(source.text().size())}, options, diagnostics);
        diagnostics.sort();
    }

    /// What the command line would show of the problems.
    [[nodiscard]] std::string problems() const {
        std::string all;
        for (const Diagnostic& diagnostic : diagnostics.all()) all += to_text(diagnostic, false);
        return all;
    }

    [[nodiscard]] std::string_view text(Span span) const { return source.text().substr(span.begin, span.end - span.begin); }
};

/// The document of a text that must be free of problems.
inline Document parsed(const std::string& text, const Options& options = {}) {
    Sample sample(text, options);
    for (const Diagnostic& diagnostic : sample.diagnostics.all()) FAIL_CHECK(to_text(diagnostic, false));
    return std::move(sample.document);
}

/// `line:column` and the text under the caret of each problem.
inline std::vector<std::string> carets(const std::string& text, const Options& options = {}) {
    std::vector<std::string> all;
    const Sample sample(text, options);
    for (const Diagnostic& diagnostic : sample.diagnostics.all()) {
        const Location& place = diagnostic.location;
        const SourceText line("line", place.excerpt);
        const std::uint32_t begin = line.offset({1, place.column}), end = line.offset({1, place.column + place.width});
        all.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                      place.excerpt.substr(begin, end - begin));
    }
    return all;
}

}  // namespace vitrine::markdown
