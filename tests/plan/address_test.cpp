#include "plan/address.h"

#include <catch2/catch.hpp>

using namespace vitrine;
using namespace vitrine::plan;

TEST_CASE("A page is the index of its folder") {
    CHECK(page_file("") == "index.html");
    CHECK(page_file("about") == "about/index.html");
    CHECK(page_file("inspections/custody-2024") == "inspections/custody-2024/index.html");
}

TEST_CASE("Addresses of pages end in a slash, or in a file where the site is read from a disk") {
    CHECK(page_address("", LinkStyle::folder).empty());
    CHECK(page_address("", LinkStyle::file) == "index.html");
    CHECK(page_address("about/people", LinkStyle::folder) == "about/people/");
    CHECK(page_address("about/people", LinkStyle::file) == "about/people/index.html");
}

TEST_CASE("What an address cannot hold is percent-encoded byte by byte") {
    CHECK(file_address("a/b-c_d.e~f/0.pdf") == "a/b-c_d.e~f/0.pdf");
    CHECK(file_address("letter (final) & 100%.pdf") == "letter%20%28final%29%20%26%20100%25.pdf");
    CHECK(file_address("Llŷn.pdf") == "Ll%C5%B7n.pdf");
    CHECK(file_address("a?b#c\"d'e") == "a%3Fb%23c%22d%27e");
    CHECK(page_address("tags/a b", LinkStyle::folder) == "tags/a%20b/");
}

TEST_CASE("What stands behind a hash is encoded only where it must be") {
    CHECK(fragment_address("page=2") == "page=2");
    CHECK(fragment_address("llŷn <b>") == "ll%C5%B7n%20%3Cb%3E");
}

TEST_CASE("The first page of a list is the list itself, the others lie below it") {
    CHECK(nth_page_folder("", 1).empty());
    CHECK(nth_page_folder("", 2) == "page/2");
    CHECK(nth_page_folder("tags/custody", 1) == "tags/custody");
    CHECK(nth_page_folder("tags/custody", 12) == "tags/custody/page/12");
}

TEST_CASE("The way to the root has a step for every folder") {
    CHECK(way_to_root("index.html") == "./");
    CHECK(way_to_root("404.html") == "./");
    CHECK(way_to_root("about/index.html") == "../");
    CHECK(way_to_root("tags/custody/page/2/index.html") == "../../../../");
}

TEST_CASE("Every kind of page has its folder") {
    CHECK(response_folder("custody-2024") == "inspections/custody-2024");
    CHECK(tag_folder("custody") == "tags/custody");
    CHECK(year_folder(2024) == "timeline/2024");
    CHECK(register_folder == "recommendations");
    CHECK(plan::folder_of(Register{}) == "recommendations");
    Register part;
    part.of = Register::Of::overdue;
    CHECK(plan::folder_of(part) == "recommendations/overdue");
    part.of = Register::Of::addressee;
    part.addressee = Addressee::home_office;
    CHECK(plan::folder_of(part) == "recommendations/home-office");
}

TEST_CASE("The path of a web address is what stands between its host and a question mark or hash") {
    CHECK(path_of_url("https://example.org") == "/");
    CHECK(path_of_url("https://example.org/") == "/");
    CHECK(path_of_url("https://example.org/a/b%20c/") == "/a/b%20c/");
    CHECK(path_of_url("https://example.org?a/b") == "/");
    CHECK(path_of_url("https://example.org/a/?b#c") == "/a/");
}
