#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/digest.h"

/// XXH3, 128 bits wide.
namespace vitrine::hash {

/// The digest of bytes.
[[nodiscard]] Digest digest_of(std::string_view bytes);

/// A short name for bytes: 16 hexadecimal digits of their digest.
[[nodiscard]] std::string fingerprint_of(std::string_view bytes);

/// The digest of bytes that come in parts.
class Stream {
public:
    Stream();
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    void add(std::string_view part);
    [[nodiscard]] Digest digest() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Collects the inputs of something that was made, so that its digest changes with any of them. Each input is kept apart
/// from the next: "ab", "c" and "a", "bc" differ.
class Inputs {
public:
    Inputs& add(std::string_view text);
    Inputs& add(const Digest& digest);
    Inputs& add(std::integral auto number) { return add_number(static_cast<std::uint64_t>(number)); }

    [[nodiscard]] Digest digest() const { return digest_of(bytes_); }

private:
    Inputs& add_number(std::uint64_t number);

    std::string bytes_;
};

}  // namespace vitrine::hash
