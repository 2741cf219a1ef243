#include "serve/server.h"

#include <algorithm>
#include <utility>

#include "base/summary.h"
#include "formats/json.h"
#include "io/clock.h"
#include "io/http_server.h"
#include "io/paths.h"
#include "io/watch.h"
#include "serve/access.h"
#include "serve/answers.h"
#include "serve/preview.h"

namespace vitrine::serve {
namespace {

using std::chrono::milliseconds;

constexpr std::uint16_t default_port = 8000;

/// Many files may change at once, and a save may be several steps: what follows so soon belongs to it.
constexpr milliseconds quiet_time{2};
constexpr milliseconds longest_wait{50};

/// For so long a fault may be half of a save; then it is one.
constexpr milliseconds patience{150};

/// So often the clock is looked at: a timer does not run while the machine sleeps.
constexpr milliseconds look_at_clock{30'000};

class Session {
public:
    Session(const ServeOptions& options, const Observer& observer, io::HttpServer server, io::Watch watch)
        : options_(options),
          observer_(observer),
          preview_(options.site),
          server_(std::move(server)),
          watch_(std::move(watch)),
          answers_(preview_, Access(options.host, server_.port()), [this] { return event(); }) {
        settled_ = server_.add_timer([this] { refresh(); });
        complain_ = server_.add_timer([this] { tell(); });
        clock_ = server_.add_timer([this] { on_clock(); });
    }

    Outcome run() {
        for (const std::string& folder : preview_.folders().alone)
            if (Outcome added = watch_.add(folder, false); !added) return added;
        for (const std::string& folder : preview_.folders().with_all_below)
            if (Outcome added = watch_.add(folder, true); !added) return added;
        look(std::nullopt);
        server_.handle([this](const io::HttpRequest& request) { return answers_.answer(request); });
        observer_.ready(Access(options_.host, server_.port()).url() + answers_.home());
        server_.when_readable(watch_.descriptor(), [this] { on_change(); });
        server_.start_timer(clock_, next_look());
        server_.run();
        return stopped_by_ ? Outcome(*stopped_by_) : done();
    }

private:
    void on_change() {
        auto changes = watch_.take();
        if (!changes) {
            stopped_by_ = changes.failure();
            return server_.stop();
        }
        std::erase_if(changes->files, [&](const std::string& file) { return !preview_.concerns(file); });
        if (changes->empty()) return;
        const double now = io::seconds_running();
        if (waiting_.empty()) waiting_since_ = now;
        waiting_.add(std::move(*changes));
        if (now - waiting_since_ > std::chrono::duration<double>(longest_wait).count()) return refresh();
        server_.start_timer(settled_, quiet_time);
    }

    void refresh() {
        if (waiting_.empty()) return;
        server_.stop_timer(settled_);
        look(std::exchange(waiting_, {}));
        server_.start_timer(clock_, next_look());
    }

    void look(const std::optional<io::Changes>& changes) {
        const double begin = io::seconds_running();
        preview_.refresh(changes, options_.clock_stands_still ? options_.site.now : io::now());
        cause_ = changes && !changes->anything && changes->files.size() == 1 ? shown(changes->files.front()) : "";
        seconds_ = io::seconds_running() - begin;
        if (preview_.is_good() || is_first_)
            tell();
        else
            server_.start_timer(complain_, patience);
    }

    /// Tells browsers and the terminal how things stand.
    void tell() {
        server_.stop_timer(complain_);
        server_.send(event());
        observer_.updated(
            {&preview_.diagnostics(), preview_.failure(), preview_.is_good(), std::exchange(is_first_, false), cause_, seconds_});
    }

    [[nodiscard]] std::string event() {
        const bool warnings_are_errors = options_.site.warnings_are_errors;
        const Diagnostics& diagnostics = preview_.diagnostics();
        const bool good = preview_.is_good();
        const std::string summary =
            preview_.failure().empty() ? summary_of(diagnostics, warnings_are_errors) : "The site cannot be read";
        return "event: state\ndata: " +
               to_json({{"site", preview_.state() == nullptr ? std::string() : preview_.state()->name()},
                        {"summary", good ? "" : summary},
                        {"problems", good ? "" : text_of_problems(diagnostics, preview_.failure(), warnings_are_errors)}}) +
               "\n\n";
    }

    void on_clock() {
        const Instant now = io::now();
        const auto opening = preview_.next_opening();
        const bool is_old = (opening && uk_instant(opening->at) <= now) || uk_date(now) != uk_date(preview_.now());
        // Sources with faults are read again when they change.
        if (!options_.clock_stands_still && preview_.is_good() && is_old) look(io::Changes());
        server_.start_timer(clock_, next_look());
    }

    [[nodiscard]] milliseconds next_look() const {
        const auto opening = preview_.next_opening();
        if (!opening) return look_at_clock;
        return std::clamp<milliseconds>(uk_instant(opening->at) - io::now(), milliseconds(500), look_at_clock);
    }

    [[nodiscard]] std::string shown(const std::string& file) const {
        const std::string& root = options_.site.root;
        return io::is_within(file, root) && file != root ? file.substr(root.size() + 1) : file;
    }

    const ServeOptions& options_;
    const Observer& observer_;
    Preview preview_;
    io::HttpServer server_;
    io::Watch watch_;
    Answers answers_;
    io::Changes waiting_;
    double waiting_since_ = 0;
    std::size_t settled_ = 0, complain_ = 0, clock_ = 0;  ///< timers
    bool is_first_ = true;
    std::string cause_;
    double seconds_ = 0;
    std::optional<Failure> stopped_by_;
};

}  // namespace

std::string text_of_problems(const Diagnostics& diagnostics, const std::string& failure, bool warnings_are_errors) {
    std::string text = failure.empty() ? "" : "vitrine: " + failure + "\n";
    for (const Diagnostic& diagnostic : diagnostics.all()) text += to_text(diagnostic, warnings_are_errors);
    return text;
}

Outcome serve_site(const ServeOptions& options, const Observer& observer) {
    auto server = io::HttpServer::listen(options.host, options.port.value_or(default_port), !options.port);
    if (!server) return server.failure();
    auto watch = io::Watch::start();
    if (!watch) return watch.failure();
    return Session(options, observer, std::move(*server), std::move(*watch)).run();
}

}  // namespace vitrine::serve
