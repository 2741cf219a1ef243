#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/result.h"
#include "build/build.h"

/// The preview before release: the site as it will be, in a browser on this machine, and always as its sources are.
namespace vitrine::serve {

struct ServeOptions {
    build::Options site;                ///< `audience` says for whom; nothing is written to `output`
    std::string host = "127.0.0.1";     ///< the address to listen on
    std::optional<std::uint16_t> port;  ///< without it, 8000 or any free one
    bool clock_stands_still = false;    ///< else the preview is always as at now
};

/// What became of the sources after a change.
struct Update {
    const Diagnostics* diagnostics = nullptr;
    std::string failure;    ///< why the sources could not be read; empty when they could
    bool is_shown = false;  ///< the preview shows them as they are; else it stays as it was
    bool is_first = false;
    std::string cause;  ///< the file that changed, from the site's folder; empty for several, or for the clock
    double seconds = 0;
};

/// Who wants to know what goes on.
struct Observer {
    std::function<void(const Update&)> updated = [](const Update&) {};
    std::function<void(const std::string& url)> ready = [](const std::string&) {};
};

/// The problems of an update, as the terminal and the pages show them.
[[nodiscard]] std::string text_of_problems(const Diagnostics& diagnostics, const std::string& failure, bool warnings_are_errors);

/// Serves until the process is told to end. A failure means that the machine does not let it.
Outcome serve_site(const ServeOptions& options, const Observer& observer);

}  // namespace vitrine::serve
