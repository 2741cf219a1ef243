#include "formats/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace vitrine::hash {

Digest digest_of(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

std::string fingerprint_of(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    const std::uint64_t digest = digest_of(bytes).high;
    std::string name;
    for (unsigned shift = 64; shift > 0; shift -= 4) name += digits[(digest >> (shift - 4)) & 0xFU];
    return name;
}

struct Stream::State {
    XXH3_state_t state;
};

Stream::Stream() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->state); }

Stream::~Stream() = default;

void Stream::add(std::string_view part) { XXH3_128bits_update(&state_->state, part.data(), part.size()); }

Digest Stream::digest() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_->state);
    return {hash.high64, hash.low64};
}

Inputs& Inputs::add_number(std::uint64_t number) {
    char bytes[sizeof number];
    for (std::size_t i = 0; i < sizeof number; ++i) bytes[i] = static_cast<char>(number >> (8 * i));
    bytes_.append(bytes, sizeof bytes);
    return *this;
}

Inputs& Inputs::add(std::string_view text) {
    add_number(text.size());
    bytes_ += text;
    return *this;
}

Inputs& Inputs::add(const Digest& digest) { return add_number(digest.high).add_number(digest.low); }

}  // namespace vitrine::hash
