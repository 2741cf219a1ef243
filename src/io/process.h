#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

/// Other programs, started without a shell: no word of a command line is ever read as anything but a word.
namespace vitrine::io {

/// What a program may use before it is stopped.
struct ProcessLimits {
    std::chrono::seconds time{60};
    std::size_t output = std::size_t{64} << 20U;  ///< bytes of its standard output
    std::size_t memory = 0;                       ///< bytes of address space; 0: as much as there is
};

/// A program that ended by itself.
struct FinishedProcess {
    int status = 0;      ///< what it exited with; 128 and the signal's number when a signal ended it
    std::string output;  ///< of its standard output
    std::string errors;  ///< of its standard error, the first 64 KB
};

/// Whether a program of that name is found along PATH.
[[nodiscard]] bool is_installed(const std::string& program);

/// Runs a program to its end, with these bytes as its standard input. Fails when it cannot be started, and when it had to be
/// stopped because it went past a limit; the sentence says which.
Result<FinishedProcess> run_program(const std::vector<std::string>& words, std::string_view input, const ProcessLimits& limits);

}  // namespace vitrine::io
