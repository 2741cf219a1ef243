#include "io/http_server.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/status.hpp>
#include <csignal>
#include <list>
#include <unordered_set>

namespace vitrine::io {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

std::string_view view_of(beast::string_view text) { return {text.data(), text.size()}; }

/// What has to be done with a request that cannot be read.
unsigned status_for(const error_code& error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    if (error == http::error::body_limit || error == http::error::unexpected_body) return 413;
    if (error == http::error::bad_version) return 505;
    return 400;
}

class Connection;

/// What connections share.
struct Shared {
    HttpServer::Limits limits;
    HttpServer::Handler handler;
    std::unordered_set<Connection*> streams;
    std::size_t connections = 0;
};

/// One client: reads requests and answers them, one after the other. It lives as long as something waits for it.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(tcp::socket socket, Shared& shared) : stream_(std::move(socket)), shared_(shared) {
        ++shared_.connections;
        error_code ignored;
        stream_.socket().set_option(tcp::no_delay(true), ignored);
    }
    ~Connection() {
        shared_.streams.erase(this);
        --shared_.connections;
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Waits for a request. Only once its first byte is there does its time run.
    void wait(std::chrono::milliseconds time) {
        if (buffer_.size() > 0) return read();
        stream_.expires_after(time);
        stream_.async_read_some(buffer_.prepare(4096), [self = shared_from_this()](const error_code& error, std::size_t got) {
            if (error) return;
            self->buffer_.commit(got);
            self->read();
        });
    }

    void start() { wait(shared_.limits.header_time); }

    /// Sends bytes on a stream, after those that wait. A client that lets much wait is given up.
    void push(const std::string& bytes) {
        constexpr std::size_t most_waiting = 256 * 1024;
        waiting_ += bytes;
        if (waiting_.size() > most_waiting) return close();
        if (!writing_) write_waiting();
    }

    void close() {
        error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
        stream_.close();
    }

private:
    void read() {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.header_bytes));
        parser_->body_limit(0);
        stream_.expires_after(shared_.limits.header_time);
        http::async_read(stream_, buffer_, *parser_,
                         [self = shared_from_this()](const error_code& error, std::size_t) { self->on_read(error); });
    }

    void on_read(const error_code& error) {
        if (error) return on_bad(error);
        const auto& message = parser_->get();
        HttpRequest request{view_of(message.method_string()), view_of(message.target()), {}};
        for (const auto& field : message) request.fields.emplace_back(view_of(field.name_string()), view_of(field.value()));
        closing_ = !message.keep_alive();
        without_body_ = message.method() == http::verb::head;
        answer_ = shared_.handler(request);
        write();
    }

    void on_bad(const error_code& error) {
        const bool is_over = error == http::error::end_of_stream || error == http::error::partial_message ||
                             error == beast::error::timeout || error.category() == boost::system::system_category();
        if (is_over) return close();
        refuse(status_for(error));
    }

    void refuse(unsigned status) {
        answer_ = HttpAnswer::of(status, std::make_shared<std::string>("This is no request that can be answered.\n"));
        answer_.fields = {{"Content-Type", "text/plain; charset=utf-8"}};
        closing_ = true;
        write();
    }

    void write() {
        const auto reason = http::obsolete_reason(static_cast<http::status>(answer_.status));
        head_ = head_of(answer_, view_of(reason), answer_.size, closing_);
        if (without_body_ || answer_.status == 304) answer_.size = 0;
        stream_.expires_after(shared_.limits.write_time);
        std::array<asio::const_buffer, 2> parts = {asio::buffer(head_), asio::const_buffer()};
        if (answer_.body != nullptr && answer_.size > 0)
            parts[1] = asio::buffer(answer_.body->data() + answer_.begin, answer_.size);
        asio::async_write(stream_, parts, [self = shared_from_this()](const error_code& error, std::size_t) {
            if (error) return self->close();
            self->written();
        });
    }

    void written() {
        if (answer_.is_stream && !without_body_) return open_stream();
        if (answer_.file != nullptr && answer_.size > 0) return write_file();
        answer_ = {};
        if (closing_) return finish();
        wait(shared_.limits.idle_time);
    }

    /// The next part of a file.
    void write_file() {
        constexpr std::uint64_t part = 256 * 1024;
        file_part_.resize(static_cast<std::size_t>(std::min(part, answer_.size)));
        const ssize_t got = ::pread(answer_.file->get(), file_part_.data(), file_part_.size(), static_cast<off_t>(answer_.begin));
        // It became shorter than was promised: the client must see that something is missing.
        if (got <= 0) return close();
        answer_.begin += static_cast<std::uint64_t>(got);
        answer_.size -= static_cast<std::uint64_t>(got);
        stream_.expires_after(shared_.limits.write_time);
        asio::async_write(stream_, asio::buffer(file_part_.data(), static_cast<std::size_t>(got)),
                          [self = shared_from_this()](const error_code& error, std::size_t) {
                              if (error) return self->close();
                              self->written();
                          });
    }

    /// Lets the client read all before the connection is gone: what it still sends is read and forgotten, for a short while.
    void finish() {
        error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        stream_.expires_after(std::chrono::seconds(1));
        drain(64);
    }

    void drain(int reads) {
        if (reads == 0) return close();
        buffer_.clear();
        stream_.async_read_some(buffer_.prepare(4096), [self = shared_from_this(), reads](const error_code& error, std::size_t) {
            if (error) return self->close();
            self->drain(reads - 1);
        });
    }

    void open_stream() {
        shared_.streams.insert(this);
        answer_ = {};
        await_end();
        if (!waiting_.empty()) write_waiting();
    }

    /// A client of a stream has nothing more to say: what comes is its end.
    void await_end() {
        stream_.expires_never();
        buffer_.clear();
        stream_.async_read_some(buffer_.prepare(512), [self = shared_from_this()](const error_code& error, std::size_t) {
            if (!error) return self->await_end();
            self->shared_.streams.erase(self.get());
            self->close();
        });
    }

    void write_waiting() {
        writing_ = true;
        sending_ = std::exchange(waiting_, {});
        stream_.expires_after(shared_.limits.write_time);
        asio::async_write(stream_, asio::buffer(sending_), [self = shared_from_this()](const error_code& error, std::size_t) {
            self->writing_ = false;
            if (error) return self->close();
            if (!self->waiting_.empty()) self->write_waiting();
        });
    }

    beast::tcp_stream stream_;
    Shared& shared_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::empty_body>> parser_;
    HttpAnswer answer_;
    std::string head_;
    std::string file_part_;
    std::string waiting_;  ///< on a stream
    std::string sending_;
    bool writing_ = false;
    bool closing_ = false;
    bool without_body_ = false;
};

struct Timer {
    asio::steady_timer timer;
    std::function<void()> work;
};

struct Readable {
    asio::posix::stream_descriptor descriptor;
    std::function<void()> work;

    void wait() {
        descriptor.async_wait(asio::posix::stream_descriptor::wait_read, [this](const error_code& error) {
            if (error) return;
            work();
            wait();
        });
    }
};

}  // namespace

struct HttpServer::State {
    explicit State(Limits limits) : acceptor(context), signals(context, SIGINT, SIGTERM), retry(context), heartbeat(context) {
        shared.limits = limits;
    }
    ~State() {
        for (Readable& one : readable) one.descriptor.release();
    }

    void accept() {
        acceptor.async_accept([this](const error_code& error, tcp::socket socket) {
            if (error == asio::error::operation_aborted) return;
            if (!error && shared.connections < shared.limits.connections)
                std::make_shared<Connection>(std::move(socket), shared)->start();
            if (!error) return accept();
            // Out of descriptors, perhaps: some will be free again soon.
            retry.expires_after(std::chrono::milliseconds(50));
            retry.async_wait([this](const error_code& stopped) {
                if (!stopped) accept();
            });
        });
    }

    void send(const std::string& bytes) {
        // A stream that closes takes itself off the list.
        const std::vector<Connection*> all(shared.streams.begin(), shared.streams.end());
        for (Connection* one : all) one->push(bytes);
    }

    void beat() {
        heartbeat.expires_after(shared.limits.heartbeat);
        heartbeat.async_wait([this](const error_code& stopped) {
            if (stopped) return;
            send(":\n\n");
            beat();
        });
    }

    Shared shared;
    asio::io_context context{1};
    tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::steady_timer retry;
    asio::steady_timer heartbeat;
    std::list<Timer> timers;
    std::vector<Timer*> timer_by_number;
    std::list<Readable> readable;
};

Result<HttpServer> HttpServer::listen(const std::string& address, std::uint16_t port, bool or_any_free, Limits limits) {
    auto state = std::make_unique<State>(limits);
    error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error) return Failure{"cannot listen on " + address + ": it is no address"};
    const auto open_on = [&](std::uint16_t wanted) {
        const tcp::endpoint place(ip, wanted);
        state->acceptor = tcp::acceptor(state->context);
        state->acceptor.open(place.protocol(), error);
        if (!error) state->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) state->acceptor.bind(place, error);
        if (!error) state->acceptor.listen(asio::socket_base::max_listen_connections, error);
    };
    open_on(port);
    if (error == asio::error::address_in_use && or_any_free) open_on(0);
    if (error == asio::error::address_in_use)
        return Failure{"cannot listen on port " + std::to_string(port) +
                       ": another program does; choose another with `--port`, or leave it out for a free one"};
    if (error) return Failure{"cannot listen on " + address + ", port " + std::to_string(port) + ": " + error.message()};
    return HttpServer(std::move(state));
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const {
    error_code ignored;
    return state_->acceptor.local_endpoint(ignored).port();
}

void HttpServer::handle(Handler handler) { state_->shared.handler = std::move(handler); }

void HttpServer::send(const std::string& bytes) { state_->send(bytes); }

std::size_t HttpServer::connections() const { return state_->shared.connections; }

std::size_t HttpServer::streams() const { return state_->shared.streams.size(); }

void HttpServer::when_readable(int descriptor, std::function<void()> work) {
    Readable& one =
        state_->readable.emplace_back(Readable{asio::posix::stream_descriptor(state_->context, descriptor), std::move(work)});
    one.wait();
}

std::size_t HttpServer::add_timer(std::function<void()> work) {
    state_->timer_by_number.push_back(&state_->timers.emplace_back(Timer{asio::steady_timer(state_->context), std::move(work)}));
    return state_->timer_by_number.size() - 1;
}

void HttpServer::start_timer(std::size_t number, std::chrono::milliseconds time) {
    Timer& timer = *state_->timer_by_number.at(number);
    timer.timer.expires_after(time);
    timer.timer.async_wait([&timer](const error_code& stopped) {
        if (!stopped) timer.work();
    });
}

void HttpServer::stop_timer(std::size_t number) { state_->timer_by_number.at(number)->timer.cancel(); }

void HttpServer::run() {
    state_->signals.async_wait([this](const error_code& error, int) {
        if (!error) stop();
    });
    state_->accept();
    state_->beat();
    state_->context.run();
}

void HttpServer::stop() { state_->context.stop(); }

bool is_network_address(const std::string& address) {
    error_code error;
    asio::ip::make_address(address, error);
    return !error;
}

bool is_loopback_address(const std::string& address) {
    error_code error;
    const auto ip = asio::ip::make_address(address, error);
    return !error && ip.is_loopback();
}

}  // namespace vitrine::io
