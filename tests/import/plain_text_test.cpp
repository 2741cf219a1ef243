#include "import/plain_text.h"

#include <catch2/catch.hpp>

#include "import/markup.h"

using namespace vitrine;

namespace {

std::string markdown(std::string_view text) { return import::markdown_of(import::parse_plain_text(text).blocks); }

}  // namespace

TEST_CASE("Lines of a paragraph are put together, and lists stay lists") {
    CHECK(markdown("One sentence that\ngoes on.\n\nAnother.\n• first\n  and more\n• second\n") ==
          "One sentence that goes on.\n\nAnother.\n\n- first and more\n- second\n");
}

TEST_CASE("A line of a sentence that speaks of a response does not break it") {
    CHECK(markdown("The inspectorate says that the\nforce response to calls at night is good, and that\nPCC comments are awaited\nby many.\n") ==
          "The inspectorate says that the force response to calls at night is good, and that PCC comments are awaited by many.\n");
}

TEST_CASE("A list and a sentence that a page break cut are whole again") {
    CHECK(markdown("• first\n• second, which\n\fgoes on\n• third\n") == "- first\n- second, which goes on\n- third\n");
}

TEST_CASE("Page numbers and running heads go, and are named") {
    const import::Document document =
        import::parse_plain_text("Office\nOne.\nPage 1 of 3\n\fOffice\nTwo.\nPage 2 of 3\n\fOffice\nThree.\nPage 3 of 3\n");
    CHECK(import::markdown_of(document.blocks) == "One.\n\nTwo.\n\nThree.\n");
    CHECK(document.left_out.size() == 6);
}

TEST_CASE("What would be markup is written so that it is none") {
    CHECK(import::escaped_markdown("2. *not* a list", true) == "2\\. \\*not\\* a list");
    CHECK(import::escaped_markdown("# 5 & <b> AT&T &amp; file_name", true) == "\\# 5 & \\<b\\> AT&T \\&amp; file_name");
    CHECK(import::escaped_markdown("1.1 numbered", true) == "1.1 numbered");
}
