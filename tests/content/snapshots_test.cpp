#include "content/snapshots.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;

TEST_CASE("What the register gets is what it says when it is read") {
    Snapshot first{"2026-03-31 \"spring\".zip",
                   samples::moment("2026-03-31T00:00:00Z"),
                   std::string(64, 'a'),
                   std::string(64, 'b'),
                   1'234'567,
                   89,
                   {}};
    Snapshot second = first;
    second.name = "second";
    second.changes = SnapshotChanges{1, 2, 3, 4, 5};
    Diagnostics diagnostics;
    const auto read = content::parse_snapshots(
        samples::source("snapshots.toml", content::register_entry(first) + "\n" + content::register_entry(second)), diagnostics);
    CHECK(samples::faults(diagnostics) == samples::Lines{});
    REQUIRE(read.size() == 2);
    CHECK(read[0].name == first.name);
    CHECK(read[0].taken == first.taken);
    CHECK(read[0].digest == first.digest);
    CHECK(read[0].site_digest == first.site_digest);
    CHECK(read[0].size == first.size);
    CHECK(read[0].files == first.files);
    CHECK_FALSE(read[0].changes);
    CHECK(read[1].changes == second.changes);
}

TEST_CASE("A line of the register that somebody spoilt is reported, and the others are read") {
    Diagnostics diagnostics;
    const Snapshot good{"good", samples::moment("2026-03-31T00:00:00Z"), std::string(64, 'a'), std::string(64, 'b'), 1, 1, {}};
    const auto read = content::parse_snapshots(
        samples::source("snapshots.toml",
                        "[[snapshots]]\nname = \"bad\"\ntaken = \"soon\"\ndigest = \"x\"\nsite_digest = \"y\"\n\n" +
                            content::register_entry(good)),
        diagnostics);
    CHECK(diagnostics.count(Severity::error) == 3);
    REQUIRE(read.size() == 1);
    CHECK(read[0].name == "good");
}
