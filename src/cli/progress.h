#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <string_view>

namespace vitrine::cli {

/// A line on the terminal that says how far a build is; it appears once a build has taken half a second, and is gone when the
/// object is. Where errors do not go to a terminal, nothing is ever shown.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `step` is a step of `build::Timing`. May be called from several threads at once.
    void show(std::string_view step, std::size_t done, std::size_t of);

    /// Takes the line away, so that something else can be printed.
    void clear();

private:
    bool on_terminal_;
    std::atomic<double> next_;  ///< when to print again
    std::mutex mutex_;
    bool shown_ = false;
};

}  // namespace vitrine::cli
