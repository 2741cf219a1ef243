#include "output/published.h"

#include <catch2/catch.hpp>

#include "support/temporary_folder.h"

using namespace vitrine;

namespace {

using Addresses = std::vector<std::string>;

Addresses published(const TemporaryFolder& state) {
    const auto addresses = output::load_published(state.path());
    REQUIRE(addresses);
    return *addresses;
}

}  // namespace

TEST_CASE("What was published once stays on the record") {
    const TemporaryFolder state;
    CHECK(published(state).empty());
    REQUIRE(output::add_published(state.path(), {}, {"custody", "custody#recommendation-1", "roads"}));
    REQUIRE(output::add_published(state.path(), {"custody"}, {"custody", "fraud"}));
    CHECK(published(state) == Addresses{"custody", "custody#recommendation-1", "fraud", "roads"});
}

TEST_CASE("What was seen to be on the record is not written again") {
    const TemporaryFolder state;
    REQUIRE(output::add_published(state.path(), {"custody", "fraud"}, {"fraud"}));
    CHECK(published(state).empty());
}

TEST_CASE("The record may be mended by hand: in any order, with blank lines, and from Windows") {
    const TemporaryFolder state;
    state.write("published", "roads\r\n\r\ncustody\n  fraud  \ncustody");
    CHECK(published(state) == Addresses{"custody", "fraud", "roads"});
}
