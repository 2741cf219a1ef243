#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Checksums by which others can prove that bytes are unchanged: those that BagIt names (RFC 8493, section 2.4).
namespace vitrine::checksum {

enum class Algorithm : std::uint8_t { md5, sha1, sha224, sha256, sha384, sha512, sha3_256, sha3_512 };

/// The algorithm of that name as manifests spell it: lower case, without punctuation; nothing for one that is not known.
[[nodiscard]] std::optional<Algorithm> algorithm_named(std::string_view name);

/// `sha256`.
[[nodiscard]] std::string_view name_of(Algorithm algorithm);

/// How many hexadecimal digits a checksum has.
[[nodiscard]] std::size_t digits_of(Algorithm algorithm);

/// The checksum of bytes that come in parts.
class Checksum {
public:
    explicit Checksum(Algorithm algorithm);
    ~Checksum();
    Checksum(Checksum&&) noexcept;
    Checksum& operator=(Checksum&&) noexcept;

    void add(std::string_view part);
    /// In lower-case hexadecimal digits. Nothing can be added afterwards.
    [[nodiscard]] std::string digits();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The checksum of bytes, in lower-case hexadecimal digits.
[[nodiscard]] std::string of(Algorithm algorithm, std::string_view bytes);

}  // namespace vitrine::checksum
