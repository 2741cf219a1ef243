#pragma once

#include <string>

#include "base/result.h"
#include "io/lock.h"

namespace vitrine::output {

/// The folder in which the state of an output folder is kept: `.vitrine/public` beside `public`. It may be deleted at any
/// time; the next build then looks at every file again.
[[nodiscard]] std::string state_folder(const std::string& output);

/// Checks that a folder may become the output of the site at `root`: it is new, empty, or one that vitrine wrote, and
/// neither holds the site's sources nor lies in its content. Paths are absolute.
Outcome check_output_folder(const std::string& output, const std::string& root);

/// The right to write to an output folder and to its state, which one process at a time can hold.
class Claim {
public:
    /// Fails when another build holds it.
    static Result<Claim> on(const std::string& output);

    [[nodiscard]] const std::string& output() const { return output_; }
    [[nodiscard]] const std::string& state() const { return state_; }

private:
    Claim(std::string output, std::string state, io::Lock lock)
        : output_(std::move(output)), state_(std::move(state)), lock_(std::move(lock)) {}

    std::string output_;
    std::string state_;
    io::Lock lock_;
};

}  // namespace vitrine::output
