#include "snapshot/sources.h"

#include <catch2/catch.hpp>

using namespace vitrine;
using snapshot::front_matter_of;

TEST_CASE("Front matter ends with its second fence, whatever the line ends") {
    CHECK(front_matter_of("+++\na = 1\n+++\ntext\n") == "+++\na = 1\n+++\n");
    CHECK(front_matter_of("\xEF\xBB\xBF+++\r\na = 1\r\n+++ \r\ntext") == "\xEF\xBB\xBF+++\r\na = 1\r\n+++ \r\n");
    CHECK(front_matter_of("+++\na = '''\n x +++\n'''\n+++\ntext +++\n") == "+++\na = '''\n x +++\n'''\n+++\n");
    CHECK(front_matter_of("+++\na = 1\n+++") == "+++\na = 1\n+++");
    CHECK(front_matter_of("") == "");
}

TEST_CASE("What was left out is told in words") {
    CHECK(in_words(snapshot::LeftOut{}) == "nothing");
    CHECK(in_words(snapshot::LeftOut{1, 2, 0}) == "1 draft and 2 responses under embargo");
}
