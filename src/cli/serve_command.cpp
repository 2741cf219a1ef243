#include <array>
#include <cstdio>
#include <iostream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "io/clock.h"
#include "io/http_server.h"
#include "serve/server.h"

namespace vitrine::cli {
namespace {

std::string milliseconds_text(double seconds) {
    std::array<char, 32> text = {};
    std::snprintf(text.data(), text.size(), "%.0f ms", seconds * 1000);
    return text.data();
}

/// Says what an edit led to: the problems as a build would print them, and whether the preview follows.
class Reporter {
public:
    explicit Reporter(const SiteArguments& arguments) : arguments_(arguments) {}

    void updated(const serve::Update& update) {
        if (!update.failure.empty()) print_failure(update.failure);
        print_diagnostics(*update.diagnostics, arguments_);
        const std::string summary = summary_of(*update.diagnostics, arguments_.strict);
        if (!summary.empty()) print_summary(summary + (update.is_shown ? "" : "; the preview stays as it was"), arguments_);
        if (arguments_.quiet || update.is_first || !update.is_shown) return;
        print_result((update.cause.empty() ? "Shown" : "Shown: " + update.cause) + " (" + milliseconds_text(update.seconds) + ")");
        std::cout.flush();
    }

    /// Somebody waits for the address, be it a program.
    void ready(const std::string& url) const {
        print_result("Preview at " + url + (arguments_.quiet ? "" : " (press Ctrl-C to stop)"));
        std::cout.flush();
    }

private:
    const SiteArguments& arguments_;
};

}  // namespace

int run_serve(const ServeArguments& arguments) {
    const auto site = site_options(arguments.site);
    if (!site) {
        print_failure(site.failure().message);
        return command_line_is_wrong;
    }
    serve::ServeOptions options;
    options.site = *site;
    options.site.audience = arguments.as_public ? Audience::everyone : Audience::office;
    options.clock_stands_still = arguments.site.at.has_value() || !io::environment("SOURCE_DATE_EPOCH").empty();
    if (arguments.port) options.port = static_cast<std::uint16_t>(*arguments.port);
    if (arguments.host) options.host = *arguments.host == "localhost" ? "127.0.0.1" : *arguments.host;
    if (!io::is_network_address(options.host)) {
        print_failure("--host: " + quoted(options.host) + " is no address; write one such as `127.0.0.1` or `192.168.1.20`");
        return command_line_is_wrong;
    }
    if (!io::is_loopback_address(options.host))
        print_summary("Everyone who can reach " + options.host + " can read the drafts; without `--host` only this machine can",
                      arguments.site);
    Reporter reporter(arguments.site);
    const Outcome served = serve::serve_site(options, {[&](const serve::Update& update) { reporter.updated(update); },
                                                       [&](const std::string& url) { reporter.ready(url); }});
    if (served) return done;
    print_failure(served.failure().message);
    return machine_failed;
}

}  // namespace vitrine::cli
