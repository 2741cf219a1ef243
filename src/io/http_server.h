#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "io/http_message.h"

/// A small web server for one machine (RFC 9110, RFC 9112) and the loop in which it waits, all in one thread.
namespace vitrine::io {

class HttpServer {
public:
    struct Limits {
        std::size_t header_bytes = 16 * 1024;
        std::size_t connections = 900;
        std::chrono::milliseconds header_time{10'000};  ///< for a request to arrive whole once it has begun, and for the first one
        std::chrono::milliseconds idle_time{120'000};   ///< between two requests
        std::chrono::milliseconds write_time{30'000};   ///< for a client to take some bytes
        std::chrono::milliseconds heartbeat{15'000};    ///< between signs of life on a stream
    };
    using Handler = std::function<HttpAnswer(const HttpRequest&)>;

    /// Listens on an address (`127.0.0.1`, `::1`) and a port, or on any free one when that is taken and `or_any_free`.
    static Result<HttpServer> listen(const std::string& address, std::uint16_t port, bool or_any_free, Limits limits);
    static Result<HttpServer> listen(const std::string& address, std::uint16_t port, bool or_any_free) {
        return listen(address, port, or_any_free, Limits());
    }

    HttpServer(HttpServer&&) noexcept;
    HttpServer& operator=(HttpServer&&) = delete;
    ~HttpServer();

    [[nodiscard]] std::uint16_t port() const;

    /// Gives the answer to each request. Requests whose syntax is wrong, or that are too large or slow, never reach it.
    void handle(Handler handler);

    /// Sends bytes to every open stream. One whose client does not take them is closed.
    void send(const std::string& bytes);

    /// How many connections are open; those that are streams.
    [[nodiscard]] std::size_t connections() const;
    [[nodiscard]] std::size_t streams() const;

    /// Calls `work` whenever the descriptor can be read.
    void when_readable(int descriptor, std::function<void()> work);

    /// A timer that calls `work` when its time has come; it stands still at first.
    std::size_t add_timer(std::function<void()> work);
    /// Lets a timer run for that long, from the beginning.
    void start_timer(std::size_t timer, std::chrono::milliseconds time);
    void stop_timer(std::size_t timer);

    /// Serves until `stop`, or until the process is told to end (SIGINT, SIGTERM).
    void run();
    void stop();

private:
    struct State;
    explicit HttpServer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Whether that is a numeric address to listen on.
[[nodiscard]] bool is_network_address(const std::string& address);

/// Whether that address reaches this machine alone (127.0.0.0/8, ::1).
[[nodiscard]] bool is_loopback_address(const std::string& address);

}  // namespace vitrine::io
