#include "base/source.h"

#include <catch2/catch.hpp>

using namespace vitrine;

TEST_CASE("Places in a source are counted from 1, columns in code points") {
    const SourceText source("a.md", "one\nLlŷn Peninsula\n\nlast");
    CHECK(source.position(0) == LineColumn{1, 1});
    CHECK(source.position(3) == LineColumn{1, 4});  // the line break belongs to its line
    CHECK(source.position(4) == LineColumn{2, 1});
    CHECK(source.position(8) == LineColumn{2, 4});  // after the two bytes of ŷ
    CHECK(source.position(20) == LineColumn{3, 1});
    CHECK(source.position(21) == LineColumn{4, 1});
    CHECK(source.position(25) == LineColumn{4, 5});
    CHECK(source.position(9999) == LineColumn{4, 5});
}

TEST_CASE("Lines are read without their breaks, and there is none past the end") {
    const SourceText source("a.md", "one\n\nthree\n");
    CHECK(source.line(1) == "one");
    CHECK(source.line(2).empty());
    CHECK(source.line(3) == "three");
    CHECK(source.line(4).empty());
    CHECK(source.line(5).empty());
    CHECK(source.line(0).empty());
    CHECK(source.line_start(1) == 0);
    CHECK(source.line_start(3) == 5);
    CHECK(source.line_start(4) == 11);
    CHECK(source.line_start(5) == 11);
}

TEST_CASE("A byte order mark and Windows line ends are gone before anything counts") {
    const SourceText source("a.md", "\xEF\xBB\xBF+++\r\ntitle = \"a\"\r\n+++\r\n");
    CHECK(source.text() == "+++\ntitle = \"a\"\n+++\n");
    CHECK(source.line(2) == "title = \"a\"");
    CHECK(source.position(4) == LineColumn{2, 1});
}

TEST_CASE("A carriage return that ends no line is kept for the parsers to judge") {
    CHECK(SourceText("a.md", "a\rb\r").text() == "a\rb\r");
    CHECK(SourceText("a.md", "a\r\r\nb").text() == "a\r\nb");
}

TEST_CASE("Offset and position are each other's reverse") {
    const SourceText source("a.md", "ŷ “x”\n\tend");
    for (const LineColumn place : {LineColumn{1, 1}, LineColumn{1, 2}, LineColumn{1, 5}, LineColumn{2, 1}, LineColumn{2, 4}})
        CHECK(source.position(source.offset(place)) == place);
    CHECK(source.offset({1, 99}) == 10);
    CHECK(source.offset({2, 0}) == 11);
}

TEST_CASE("An empty file has one empty line") {
    const SourceText source("empty.md", "");
    CHECK(source.position(0) == LineColumn{1, 1});
    CHECK(source.line(1).empty());
}
