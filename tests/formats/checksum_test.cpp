#include "formats/checksum.h"

#include <catch2/catch.hpp>

using namespace vitrine;
using checksum::Algorithm;

TEST_CASE("Checksums are those of the standards") {
    // FIPS 180-4 and RFC 1321 give these for "abc"; FIPS 202 for SHA-3.
    CHECK(checksum::of(Algorithm::md5, "abc") == "900150983cd24fb0d6963f7d28e17f72");
    CHECK(checksum::of(Algorithm::sha1, "abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(checksum::of(Algorithm::sha256, "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(checksum::of(Algorithm::sha3_256, "abc") == "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
}

TEST_CASE("Bytes that come in parts have the checksum of the whole") {
    checksum::Checksum sum(Algorithm::sha512);
    sum.add("a");
    sum.add("");
    sum.add("bc");
    CHECK(sum.digits() == checksum::of(Algorithm::sha512, "abc"));
}

TEST_CASE("Every algorithm that BagIt names is known by its name") {
    for (const char* name : {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3256", "sha3512"}) {
        CAPTURE(name);
        const auto algorithm = checksum::algorithm_named(name);
        REQUIRE(algorithm);
        CHECK(checksum::name_of(*algorithm) == name);
        CHECK(checksum::of(*algorithm, "").size() == checksum::digits_of(*algorithm));
    }
    CHECK_FALSE(checksum::algorithm_named("crc32"));
    CHECK_FALSE(checksum::algorithm_named("SHA256"));
}
