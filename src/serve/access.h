#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Who may ask for drafts. A page of any other site can make a browser send requests to this machine, and by letting its own name
/// stand for this machine's address (DNS rebinding) even read the answers; the browser then tells that name.
namespace vitrine::serve {

/// The names under which a preview answers.
class Access {
public:
    /// `listening` is the address and port of the server: `127.0.0.1`, or another that was asked for.
    Access(std::string listening, std::uint16_t port);

    /// Whether a `Host` field, or the authority of a target, is one of the preview's own.
    [[nodiscard]] bool is_own_host(std::string_view host) const;

    /// Whether an `Origin` field is that of the preview's pages.
    [[nodiscard]] bool is_own_origin(std::string_view origin) const;

    /// The address of the server's root for people: `http://127.0.0.1:8000`.
    [[nodiscard]] std::string url() const;

private:
    std::vector<std::string> names_;
    std::string listening_;
    std::uint16_t port_;
    bool any_address_ = false;  ///< the server listens on all addresses of the machine
};

}  // namespace vitrine::serve
