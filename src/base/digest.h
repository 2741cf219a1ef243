#pragma once

#include <compare>
#include <cstdint>

namespace vitrine {

/// A fingerprint of bytes: equal bytes have equal digests, and different ones by all odds have not. Made by
/// `formats/hash.h`. It tells what changed; it is no proof against somebody who wants two texts to look alike.
struct Digest {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend auto operator<=>(const Digest&, const Digest&) = default;
};

}  // namespace vitrine
