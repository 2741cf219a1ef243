#include "formats/checksum.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>

namespace vitrine::checksum {
namespace {

struct Row {
    Algorithm algorithm;
    std::string_view name;
    const EVP_MD* (*method)();
    std::size_t digits;
};

constexpr std::array table = {
    Row{Algorithm::md5, "md5", EVP_md5, 32},
    Row{Algorithm::sha1, "sha1", EVP_sha1, 40},
    Row{Algorithm::sha224, "sha224", EVP_sha224, 56},
    Row{Algorithm::sha256, "sha256", EVP_sha256, 64},
    Row{Algorithm::sha384, "sha384", EVP_sha384, 96},
    Row{Algorithm::sha512, "sha512", EVP_sha512, 128},
    Row{Algorithm::sha3_256, "sha3256", EVP_sha3_256, 64},
    Row{Algorithm::sha3_512, "sha3512", EVP_sha3_512, 128},
};

const Row& row_of(Algorithm algorithm) { return table.at(static_cast<std::size_t>(algorithm)); }

}  // namespace

struct Checksum::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() = default;
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

std::optional<Algorithm> algorithm_named(std::string_view name) {
    for (const Row& row : table)
        if (row.name == name) return row.algorithm;
    return std::nullopt;
}

std::string_view name_of(Algorithm algorithm) { return row_of(algorithm).name; }

std::size_t digits_of(Algorithm algorithm) { return row_of(algorithm).digits; }

Checksum::Checksum(Algorithm algorithm) : state_(std::make_unique<State>()) {
    [[maybe_unused]] const int begun = EVP_DigestInit_ex(state_->context, row_of(algorithm).method(), nullptr);
    assert(begun == 1);
}

Checksum::~Checksum() = default;
Checksum::Checksum(Checksum&&) noexcept = default;
Checksum& Checksum::operator=(Checksum&&) noexcept = default;

void Checksum::add(std::string_view part) {
    [[maybe_unused]] const int added = EVP_DigestUpdate(state_->context, part.data(), part.size());
    assert(added == 1);
}

std::string Checksum::digits() {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes = {};
    unsigned int size = 0;
    [[maybe_unused]] const int ended = EVP_DigestFinal_ex(state_->context, bytes.data(), &size);
    assert(ended == 1);
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += hexadecimal[bytes.at(i) >> 4U];
        text += hexadecimal[bytes.at(i) & 0xFU];
    }
    return text;
}

std::string of(Algorithm algorithm, std::string_view bytes) {
    Checksum checksum(algorithm);
    checksum.add(bytes);
    return checksum.digits();
}

}  // namespace vitrine::checksum
