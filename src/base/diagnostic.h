#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/codes.h"
#include "base/source.h"

namespace vitrine {

enum class Severity { error, warning };

/// A place in an input file with what a person needs to see of it. It outlives the source.
struct Location {
    std::string path;
    std::uint32_t line = 0;    ///< from 1; 0 when the fault is the whole file
    std::uint32_t column = 0;  ///< from 1, in code points; 0 when the fault is the whole file
    std::string excerpt;       ///< the line, without its line break
    std::uint32_t width = 1;   ///< how many code points the fault covers on that line, at least 1
};

/// The location of a span; a span over several lines is cut at the end of its first.
[[nodiscard]] Location locate(const SourceText& source, Span span);

/// A location that names a file and no place in it.
[[nodiscard]] Location whole_file(std::string path);

/// Another place that a diagnostic speaks of, such as where a name was used first.
struct Related {
    Location location;
    std::string message;
};

/// One problem of the content: what was found, where, and what to do about it.
///
/// `message` begins in lower case, has no full stop, and puts what the author wrote in backticks. `help` completes it
/// and may be empty.
struct Diagnostic {
    Code code;
    Location location;
    std::string message;
    std::string help;
    std::vector<Related> related;
    bool raised = false;  ///< an error here, though its code is a warning's

    [[nodiscard]] Severity severity() const { return describe(code).warning && !raised ? Severity::warning : Severity::error; }
};

/// Collects the problems of one run. Not thread-safe: each unit of parallel work fills its own, merged afterwards.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

    /// Adds a problem at a span of a source.
    void add(Code code, const SourceText& source, Span span, std::string message, std::string help = {});

    /// Moves the other's problems to the end of this one.
    void merge(Diagnostics other);

    /// Makes errors of the problems with that code.
    void raise(Code code);

    /// Orders by path, line, column, then code, and drops exact repetitions: what is printed never depends on threads.
    void sort();

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] std::size_t count(Severity severity) const;
    [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }

private:
    std::vector<Diagnostic> all_;
};

/// "did you mean `x`?" for the nearest candidate; else `otherwise`.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates, std::string otherwise = {});

/// The text in backticks, as messages quote what an author wrote; control characters and overlong texts are shortened.
[[nodiscard]] std::string quoted(std::string_view text);

/// Writes one diagnostic as the command line shows it: place, severity, message and code; the line; a caret as wide as
/// the fault, the help behind it; then each related place as a note.
[[nodiscard]] std::string to_text(const Diagnostic& diagnostic, bool warnings_are_errors);

}  // namespace vitrine
