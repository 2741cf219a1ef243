#include "formats/archive.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <vector>

using namespace vitrine;
using archive::Kind;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string packed(Kind kind, const Files& files) {
    std::string bytes;
    auto writer = archive::Writer::create(kind, Instant(std::chrono::seconds(1'782'000'000)), [&](std::string_view part) {
        bytes += part;
        return done();
    });
    REQUIRE(writer);
    REQUIRE(writer->add_folder("bag"));
    for (const auto& [path, content] : files) {
        REQUIRE(writer->begin_file(path, content.size()));
        REQUIRE(writer->add(content));
    }
    REQUIRE(writer->close());
    return bytes;
}

archive::Input input_of(const std::string& bytes) {
    return {bytes.size(), [&bytes](std::uint64_t offset, char* buffer, std::size_t size) -> Result<std::size_t> {
                const std::size_t got = std::min(size, bytes.size() - std::min<std::size_t>(offset, bytes.size()));
                std::memcpy(buffer, bytes.data() + offset, got);
                return got;
            }};
}

Files unpacked(const std::string& bytes) {
    Files files;
    auto reader = archive::Reader::open(input_of(bytes));
    REQUIRE(reader);
    for (;;) {
        const auto entry = reader->next();
        REQUIRE(entry);
        if (!*entry) return files;
        if ((**entry).type != archive::Entry::Type::file) continue;
        std::string content;
        for (;;) {
            const auto part = reader->read();
            REQUIRE(part);
            if (part->empty()) break;
            content += *part;
        }
        files.emplace_back((**entry).path, content);
    }
}

}  // namespace

TEST_CASE("What is packed comes back, whatever the kind of archive") {
    const Files files = {{"bag/a.txt", "words"},
                         {"bag/empty", ""},
                         {"bag/long", std::string(1'000'000, 'x')},
                         {"bag/" + std::string(200, 'n'), "long name"}};
    for (const Kind kind : {Kind::tar_gz, Kind::zip}) CHECK(unpacked(packed(kind, files)) == files);
}

TEST_CASE("The same files give the same bytes") {
    for (const Kind kind : {Kind::tar_gz, Kind::zip}) CHECK(packed(kind, {{"bag/a", "1"}}) == packed(kind, {{"bag/a", "1"}}));
}

TEST_CASE("The kind of an archive follows from the end of its name") {
    CHECK(archive::kind_of("a.zip") == Kind::zip);
    CHECK(archive::kind_of("a.tar.gz") == Kind::tar_gz);
    CHECK(archive::kind_of("a.tgz") == Kind::tar_gz);
    CHECK_FALSE(archive::kind_of("a"));
    CHECK_FALSE(archive::kind_of(".zip"));
    CHECK(archive::without_ending("2026-06-30.tar.gz") == "2026-06-30");
    CHECK(archive::without_ending("2026-06-30") == "2026-06-30");
}

TEST_CASE("A failure to write is the failure of the archive, in its own words") {
    auto writer =
        archive::Writer::create(Kind::zip, Instant{}, [](std::string_view) { return Outcome(Failure{"the disk is full"}); });
    REQUIRE(writer);
    Outcome outcome = writer->add_folder("bag");
    if (outcome) outcome = writer->close();
    REQUIRE_FALSE(outcome);
    CHECK(outcome.failure().message == "the disk is full");
}

TEST_CASE("What is no archive is a failure") {
    const std::string bytes = "This is a text.";
    auto reader = archive::Reader::open(input_of(bytes));
    CHECK((!reader || !reader->next()));
}
