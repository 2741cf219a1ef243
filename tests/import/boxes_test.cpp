#include "import/boxes.h"

#include <array>
#include <catch2/catch.hpp>

using namespace vitrine;
using State = import::Ticked::State;

namespace {

using Choice = std::pair<std::string_view, std::size_t>;
constexpr std::array choices = {Choice{"national", 0}, Choice{"thematic", 1}, Choice{"follow up", 2}, Choice{"follow-up", 2}};

void check(std::string_view words, State state, const std::vector<std::size_t>& chosen = {}) {
    INFO(words);
    const import::Ticked ticked = import::read_boxes(words, choices);
    CHECK(static_cast<int>(ticked.state) == static_cast<int>(state));
    CHECK(ticked.choices == chosen);
}

}  // namespace

TEST_CASE("A tick in front of a choice or behind it is a tick, in whatever shape it came") {
    check("☒ National ☐ Thematic", State::answered, {0});
    check("National ☐ Thematic ☑", State::answered, {1});
    check("[x] Follow-up [ ] National", State::answered, {2});
    check("✓ National  ✔ Follow up", State::answered, {0, 2});
    check("\\[x\\] Thematic", State::answered, {1});
}

TEST_CASE("One choice written alone is the answer") { check("National", State::answered, {0}); }

TEST_CASE("Choices without boxes, and boxes without a tick, are no answer") {
    check("National Thematic Follow Up", State::unmarked);
    check("☐ National ☐ Thematic", State::none);
    check("It was an international matter", State::absent);
}

TEST_CASE("A tick that belongs to no choice makes no answer") {
    check("☒ ☐ National", State::unclear);
    check("☒ Something else ☐ National ☒", State::unclear);
}
