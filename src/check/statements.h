#pragma once

#include <optional>
#include <string_view>

namespace vitrine::check {

/// What a sentence says of a date behind it: "this report was published on", "I sent my comments to the Home Secretary on".
struct Statement {
    enum class Of { report, response };

    Of of = Of::report;
    bool is_own = false;      ///< "this report", "my comments": of this document and no other
    bool picks_out = false;   ///< "the report published on": says which one is meant, and may mean another one
};

/// Reads the words of a sentence before a date. Only plain statements are understood: a report, response, reply or comments
/// with an article or pronoun, that was published, sent, issued or submitted. Everything else, such as what will be
/// published, or a national report, is nothing.
[[nodiscard]] std::optional<Statement> statement_before_date(std::string_view words);

}  // namespace vitrine::check
