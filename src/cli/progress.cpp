#include "cli/progress.h"

#include <unistd.h>

#include <iostream>

#include "base/text.h"
#include "io/clock.h"

namespace vitrine::cli {
namespace {

constexpr double first_after = 0.5, then_every = 0.1;  // seconds

}  // namespace

ProgressLine::ProgressLine() : on_terminal_(::isatty(STDERR_FILENO) == 1), next_(io::seconds_running() + first_after) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::string_view step, std::size_t done, std::size_t of) {
    if (!on_terminal_) return;
    const double now = io::seconds_running();
    double due = next_.load();
    if (now < due || !next_.compare_exchange_strong(due, now + then_every)) return;
    const std::lock_guard lock(mutex_);
    std::cerr << "\r\x1b[K" << (step == "read" ? "read " : "made ") << grouped(done) << " of " << counted(of, "file", "files") << std::flush;
    shown_ = true;
}

void ProgressLine::clear() {
    const std::lock_guard lock(mutex_);
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace vitrine::cli
