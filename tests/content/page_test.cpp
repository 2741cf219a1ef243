#include "content/page.h"

#include <catch2/catch.hpp>

#include "formats/markdown.h"
#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

struct Read {
    Diagnostics diagnostics;
    Page page;

    explicit Read(const std::string& keys) {
        markdown::initialise();
        auto read = content::parse_page(samples::source("content/about.md", "+++\n" + keys + "+++\n\nWho we *are*.\n"), "about",
                                        diagnostics);
        REQUIRE(read);
        page = std::move(*read);
    }
    [[nodiscard]] Lines faults() const { return samples::faults(diagnostics); }
};

}  // namespace

TEST_CASE("A page needs a title and stands in the footer unless it says otherwise") {
    const Read read("title = \"About\"\n");
    CHECK(read.faults() == Lines{});
    CHECK(read.page.path == "about");
    CHECK(read.page.title == "About");
    CHECK(read.page.menu == Menu::footer);
    CHECK(read.page.order == 0);
    CHECK_FALSE(read.page.draft);
    CHECK(read.page.body.plain_text == "Who we are.");
}

TEST_CASE("Every key of a page is read") {
    const Read read(
        "title = \"About\"\ndescription = \"Who we are\"\nmenu = \"header\"\norder = -3\nstatus = \"draft\"\naliases = "
        "[\"/team/\"]\n");
    CHECK(read.faults() == Lines{});
    CHECK(read.page.description == "Who we are");
    CHECK(read.page.menu == Menu::header);
    CHECK(read.page.order == -3);
    CHECK(read.page.draft);
    REQUIRE(read.page.aliases.size() == 1);
    CHECK(read.page.aliases[0].value == "team/");
}

TEST_CASE("A page without a title, or with keys of a response, is reported") {
    CHECK(Read("").faults() == Lines{"1:1 +++ [front-matter/missing-key]"});
    CHECK(Read("title = \"About\"\ntags = [\"custody\"]\n").faults() == Lines{"3:1 tags [front-matter/unknown-key]"});
}

TEST_CASE("Only responses leave a tombstone: a page cannot be withdrawn") {
    CHECK(Read("title = \"About\"\nstatus = \"withdrawn\"\n").faults() == Lines{"3:10 \"withdrawn\" [front-matter/bad-value]"});
}

TEST_CASE("A file without front matter gives no page") {
    Diagnostics diagnostics;
    CHECK_FALSE(content::parse_page(samples::source("content/about.md", "# About\n"), "about", diagnostics));
    CHECK(samples::faults(diagnostics) == Lines{"1:1 # About [front-matter/missing]"});
}
