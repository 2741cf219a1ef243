#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/descriptor.h"

/// What a client and the server say to each other (RFC 9110).
namespace vitrine::io {

/// A request as it was sent; valid while it is answered.
struct HttpRequest {
    std::string_view method;
    std::string_view target;  ///< not decoded
    std::vector<std::pair<std::string_view, std::string_view>> fields;

    /// The value of a field, whose name is compared without case; empty when there is none.
    [[nodiscard]] std::string_view field(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;
};

/// What to send back. `Date`, `Content-Length` and `Connection` are the server's.
struct HttpAnswer {
    unsigned status = 200;
    std::vector<std::pair<std::string_view, std::string>> fields;  ///< the names are literals
    std::shared_ptr<const std::string> body;                       ///< null: no bytes, or those of `file`
    std::shared_ptr<const Descriptor> file;                        ///< null: none
    std::uint64_t begin = 0;                                       ///< the part of the body or file to send
    std::uint64_t size = 0;
    bool is_stream = false;  ///< stays open for `send`, after the body

    /// An answer of these bytes.
    static HttpAnswer of(unsigned status, std::shared_ptr<const std::string> body);
};

/// The status line and the fields of an answer (RFC 9112). `reason` goes with the status, `size` is that of the whole body, `close`
/// tells the client that nothing follows.
[[nodiscard]] std::string head_of(const HttpAnswer& answer, std::string_view reason, std::uint64_t size, bool close);

}  // namespace vitrine::io
