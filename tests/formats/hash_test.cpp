#include "formats/hash.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace vitrine;
using hash::digest_of;
using hash::Inputs;

namespace {

/// Bytes that do not repeat soon.
std::string bytes_of_size(std::size_t size) {
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char& byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

/// The digest of bytes that come in parts of that size.
Digest digest_in_parts(std::string_view bytes, std::size_t part) {
    hash::Stream stream;
    for (std::size_t at = 0; at < bytes.size(); at += part) stream.add(bytes.substr(at, part));
    return stream.digest();
}

}  // namespace

TEST_CASE("Bytes that come in parts have the digest of the whole, however they are cut") {
    // XXH3 has another way for each of these sizes, and a stream keeps up to 256 bytes back.
    for (const std::size_t size : {0, 1, 3, 4, 8, 9, 16, 17, 128, 129, 240, 241, 255, 256, 257, 1024, 1025, 70000}) {
        const std::string bytes = bytes_of_size(size);
        for (const std::size_t part : {1, 7, 64, 256, 257, 65536, 100000}) {
            CAPTURE(size, part);
            CHECK(digest_in_parts(bytes, part) == digest_of(bytes));
        }
    }
}

TEST_CASE("Bytes that come in two parts have the digest of the whole, wherever they are cut") {
    const std::string bytes = bytes_of_size(300);
    std::size_t equal = 0;
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        hash::Stream stream;
        stream.add(std::string_view(bytes).substr(0, cut));
        stream.add(std::string_view(bytes).substr(cut));
        equal += stream.digest() == digest_of(bytes) ? 1 : 0;
    }
    CHECK(equal == bytes.size() + 1);
}

TEST_CASE("Asking for the digest of what came so far does not disturb what follows") {
    hash::Stream stream;
    CHECK(stream.digest() == digest_of(""));
    stream.add("one ");
    CHECK(stream.digest() == digest_of("one "));
    CHECK(stream.digest() == digest_of("one "));
    stream.add("two");
    CHECK(stream.digest() == digest_of("one two"));
}

TEST_CASE("Bytes that differ in one bit, or in length, have other digests") {
    std::set<Digest> digests;
    const std::string whole = bytes_of_size(600);
    for (std::size_t size = 0; size <= whole.size(); ++size) digests.insert(digest_of(std::string_view(whole).substr(0, size)));
    for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
        std::string changed = whole;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        digests.insert(digest_of(changed));
    }
    CHECK(digests.size() == whole.size() + 1 + 8 * whole.size());
}

TEST_CASE("Both halves of a digest tell bytes apart") {
    std::set<std::uint64_t> high, low;
    for (std::size_t size = 0; size < 500; ++size) {
        const Digest digest = digest_of(std::string(size, 'a'));
        high.insert(digest.high);
        low.insert(digest.low);
    }
    CHECK(high.size() == 500);
    CHECK(low.size() == 500);
}

TEST_CASE("Inputs are told apart by where one ends and the next begins, and by their order") {
    const std::vector<Digest> digests = {
        Inputs().digest(),
        Inputs().add("").digest(),
        Inputs().add("").add("").digest(),
        Inputs().add("abc").digest(),
        Inputs().add("ab").add("c").digest(),
        Inputs().add("a").add("bc").digest(),
        Inputs().add("c").add("ab").digest(),
        Inputs().add(1).digest(),
        Inputs().add(1).add(2).digest(),
        Inputs().add(2).add(1).digest(),
        Inputs().add(-1).digest(),
        Inputs().add(std::uint64_t{1} << 32).digest(),
        Inputs().add(std::uint64_t{1} << 63).digest(),
        Inputs().add(Digest{1, 2}).add("x").digest(),
        Inputs().add(Digest{2, 1}).add("x").digest(),
    };
    CHECK(std::set<Digest>(digests.begin(), digests.end()).size() == digests.size());
}

TEST_CASE("The same inputs have the same digest") {
    const auto digest = [] { return Inputs().add("title").add(Digest{3, 4}).add(7).digest(); };
    CHECK(digest() == digest());
}
