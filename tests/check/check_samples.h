#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "base/text.h"
#include "check/text_checks.h"
#include "support/parsed_response.h"

namespace vitrine::samples {

/// What one check finds in a response as `parsed` makes it, on 30 June 2026; the marks and messages of each finding are as in
/// `ParsedResponse::marks`, with the message behind it: `text under the caret: message`.
struct Checked {
    ParsedResponse file;
    SiteConfig config = samples::config();

    explicit Checked(const std::string& body, const Lines& changes = {}, const std::string& tables = "") : file(parsed(changes, tables, body)) {}

    [[nodiscard]] check::Text text() const {
        const check::Subject subject{file.source.get(), file.response.parts, &file.response.accepted, &file.response};
        return check::read_text(subject, config, day("2026-06-30"));
    }

    [[nodiscard]] Lines found_by(check::Check check) const {
        INFO(shown(file.diagnostics));
        REQUIRE_FALSE(file.diagnostics.has_errors());
        Diagnostics found;
        check(text(), found);
        Lines all;
        for (const Diagnostic& one : found.all()) {
            const std::string_view rest = std::string_view(one.location.excerpt).substr(bytes_of_code_points(one.location.excerpt, one.location.column - 1));
            all.push_back(std::string(rest.substr(0, bytes_of_code_points(rest, one.location.width))) + ": " + one.message);
        }
        return all;
    }
};

}  // namespace vitrine::samples
