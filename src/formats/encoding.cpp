#include "formats/encoding.h"

#include <iconv.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstdint>

namespace vitrine::encoding {
namespace {

/// A conversion to UTF-8 by the C library.
class Conversion {
public:
    explicit Conversion(const std::string& from) : handle_(::iconv_open("UTF-8", from.c_str())) {}
    ~Conversion() {
        if (is_open()) ::iconv_close(handle_);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    // The C library says "none" with this value of a pointer's type.
    [[nodiscard]] bool is_open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

    /// Converts from the beginning of `bytes`, which loses what was converted, until it ends or something is none of the encoding.
    void convert(std::string_view& bytes, std::string& text) {
        // It reads the bytes and takes their address as if it would write.
        char* in = const_cast<char*>(bytes.data());
        std::size_t left = bytes.size();
        bool stopped = false;
        while (left > 0 && !stopped) {
            std::array<char, 4096> part = {};
            char* out = part.data();
            std::size_t room = part.size();
            stopped = ::iconv(handle_, &in, &left, &out, &room) == static_cast<std::size_t>(-1) && errno != E2BIG;
            text.append(part.data(), part.size() - room);
        }
        bytes.remove_prefix(bytes.size() - left);
    }

private:
    iconv_t handle_;
};

}  // namespace

bool is_known(const std::string& name) { return name.find('/') == std::string::npos && Conversion(name).is_open(); }

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& name) {
    Conversion conversion(name);
    if (!conversion.is_open()) return std::nullopt;
    std::string text;
    conversion.convert(bytes, text);
    if (!bytes.empty()) return std::nullopt;
    return text;
}

std::string to_utf8_with_losses(std::string_view bytes, const std::string& name) {
    Conversion conversion(name);
    assert(conversion.is_open());
    std::string text;
    while (!bytes.empty()) {
        conversion.convert(bytes, text);
        if (bytes.empty()) break;
        text += "\uFFFD";
        bytes.remove_prefix(1);
    }
    return text;
}

}  // namespace vitrine::encoding
