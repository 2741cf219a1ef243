#include "import/speakers.h"

#include <catch2/catch.hpp>

using namespace vitrine;

namespace {

std::string speaker(std::string_view words) {
    const auto found = import::speaker_in(words, "Northshire Police");
    return found ? found->speaker.name + "/" + found->speaker.role : "none";
}

}  // namespace

TEST_CASE("Who comments is read with the office, and without the force") {
    CHECK(speaker("Comment by Deputy Chief Constable of Northshire Police Patrick Loxwood:") ==
          "Patrick Loxwood/Deputy Chief Constable");
    CHECK(speaker("Comments from the Chief Constable, Ruth Silverdale") == "Ruth Silverdale/Chief Constable");
    CHECK(speaker("Comment by Assistant Chief Constable of Eastmere Constabulary Leila Marchbank:") ==
          "Leila Marchbank/Assistant Chief Constable");
    CHECK(speaker("Comment by Daniel Umfreville, Deputy Chief Constable:") == "Daniel Umfreville/Deputy Chief Constable");
    CHECK(speaker("Comment by the Police & Crime Commissioner, Judith Amblecote:") == "Judith Amblecote/pcc");
    CHECK(speaker("Comment by the Police, Fire and Crime Commissioner Ewan Threlkeld") == "Ewan Threlkeld/pfcc");
    CHECK(speaker("Sylw gan y Prif Gwnstabl Ruth Silverdale:") == "Ruth Silverdale/Prif Gwnstabl");
}

TEST_CASE("An office without a name has no name, and a sentence is no speaker") {
    CHECK(speaker("Comment by the Chief Constable:") == "/Chief Constable");
    CHECK(speaker("The Chief Constable, Ruth Silverdale, has commented.") == "none");
    CHECK(speaker("Comments by residents were heard.") == "none");
}
