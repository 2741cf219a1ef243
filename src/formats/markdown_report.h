#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace vitrine::markdown {

/// Reports the problems of one text, the first hundred of them: more would not be read, and each carries its whole line.
class Report {
public:
    Report(const SourceText& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

    void add(Code code, Span span, std::string message, std::string help, std::vector<Related> related = {}) {
        if (reported_++ < most)
            diagnostics_.add({code, locate(source_, span), std::move(message), std::move(help), std::move(related)});
    }

    /// Another place in the same text, for a problem that speaks of two.
    [[nodiscard]] Related related(Span span, std::string message) const { return {locate(source_, span), std::move(message)}; }

private:
    static constexpr std::size_t most = 100;

    const SourceText& source_;
    Diagnostics& diagnostics_;
    std::size_t reported_ = 0;
};

}  // namespace vitrine::markdown
