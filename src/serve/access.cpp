#include "serve/access.h"

#include <algorithm>

#include "base/ascii.h"

namespace vitrine::serve {
namespace {

/// As an address stands in a URL: IPv6 in brackets.
std::string in_url(const std::string& address) { return address.find(':') == std::string::npos ? address : "[" + address + "]"; }

/// Whether a host is an address and not a name that somebody chose.
bool is_address(std::string_view host) {
    if (host.starts_with('[')) return host.ends_with(']');
    return !host.empty() && host.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

Access::Access(std::string listening, std::uint16_t port)
    : names_{"localhost", "127.0.0.1", "[::1]"}, listening_(std::move(listening)), port_(port) {
    any_address_ = listening_ == "0.0.0.0" || listening_ == "::";
    if (!any_address_) names_.push_back(ascii_lower(in_url(listening_)));
}

bool Access::is_own_host(std::string_view host) const {
    std::string name = ascii_lower(host);
    const std::string port = ":" + std::to_string(port_);
    if (name.ends_with(port))
        name.resize(name.size() - port.size());
    else if (port_ != 80)
        return false;
    return std::find(names_.begin(), names_.end(), name) != names_.end() || (any_address_ && is_address(name));
}

bool Access::is_own_origin(std::string_view origin) const {
    constexpr std::string_view scheme = "http://";
    return origin.starts_with(scheme) && is_own_host(origin.substr(scheme.size()));
}

std::string Access::url() const {
    return "http://" + (any_address_ ? "127.0.0.1" : in_url(listening_)) + ":" + std::to_string(port_);
}

}  // namespace vitrine::serve
