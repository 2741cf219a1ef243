#include "base/text.h"

#include <array>
#include <catch2/catch.hpp>

using namespace vitrine;
using namespace std::string_literals;

namespace {

std::optional<std::string_view> guess(std::string_view word, std::vector<std::string_view> candidates) {
    return closest(word, candidates);
}

}  // namespace

TEST_CASE("Trimming removes white space at both ends and none inside") {
    CHECK(trimmed(" \t\r\n a  b \n") == "a  b");
    CHECK(trimmed("a") == "a");
    CHECK(trimmed(" \n\t ").empty());
    CHECK(trimmed("").empty());
    CHECK(trimmed("\u00A0a") == "\u00A0a");
}

TEST_CASE("Splitting keeps empty parts, and an empty text has one") {
    CHECK(split("a,b", ',') == std::vector<std::string_view>{"a", "b"});
    CHECK(split(",a,,", ',') == std::vector<std::string_view>{"", "a", "", ""});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
}

TEST_CASE("Lists read as English") {
    const std::vector<std::string> words = {"PEEL", "custody", "fraud"};
    const std::span all(words);
    CHECK(listed(all.first(0)) == "");
    CHECK(listed(all.first(1)) == "PEEL");
    CHECK(listed(all.first(2)) == "PEEL and custody");
    CHECK(listed(all) == "PEEL, custody and fraud");
    CHECK(joined(all, "; ") == "PEEL; custody; fraud");
    CHECK(joined(all.first(0), "; ") == "");
}

TEST_CASE("Counts agree with their noun and are grouped in thousands") {
    CHECK(counted(0, "page", "pages") == "0 pages");
    CHECK(counted(1, "page", "pages") == "1 page");
    CHECK(counted(2, "page", "pages") == "2 pages");
    CHECK(counted(1000, "page", "pages") == "1,000 pages");
    CHECK(grouped(999) == "999");
    CHECK(grouped(12345) == "12,345");
    CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("Code points are counted, not bytes") {
    CHECK(count_code_points("Llŷn") == 4);
    CHECK(count_code_points("“quoted”") == 8);
    CHECK(count_code_points("𝄞") == 1);
    CHECK(bytes_of_code_points("Llŷn", 3) == 4);
    CHECK(bytes_of_code_points("Llŷn", 0) == 0);
    CHECK(bytes_of_code_points("Llŷn", 99) == 5);
}

TEST_CASE("A character counts the same wherever it stands in a long text") {
    for (std::size_t before = 0; before < 80; ++before) {
        const std::string text = std::string(before, 'a') + "ŷ" + std::string(100 - before, 'b');
        CHECK(count_code_points(text) == 101);
        CHECK(bytes_of_code_points(text, before) == before);
        CHECK(bytes_of_code_points(text, before + 1) == before + 2);
        CHECK(bytes_of_code_points(text, 101) == text.size());
        CHECK_FALSE(first_invalid_utf8(text));
        CHECK(first_invalid_utf8(text.substr(0, before + 1)) == before);
        CHECK(first_invalid_utf8(std::string(before, 'a') + "\x80" + std::string(100, 'b')) == before);
    }
}

TEST_CASE("The first control character is found wherever it stands") {
    CHECK_FALSE(first_control_character(""));
    CHECK_FALSE(first_control_character("lines\n\tand words in every script, ŷ and 𝄞, over more than one block\n"));
    for (std::size_t before = 0; before < 80; ++before) {
        const std::string line = std::string(before, '\n');
        CHECK(first_control_character(line + "\x7F" + std::string(100, '\t')) == before);
        CHECK(first_control_character(line + "\x1F" + std::string(100, 'b')) == before);
        CHECK(first_control_character(line + "\r\x01") == before);
    }
}

TEST_CASE("Valid UTF-8 of every length is accepted") {
    CHECK_FALSE(first_invalid_utf8(""));
    CHECK_FALSE(first_invalid_utf8("plain\n\0nul"s));
    CHECK_FALSE(first_invalid_utf8("\x7F \xC2\x80 \xDF\xBF"));
    CHECK_FALSE(first_invalid_utf8("\xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF"));
    CHECK_FALSE(first_invalid_utf8("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"));
}

TEST_CASE("The first byte that is not UTF-8 is found") {
    CHECK(first_invalid_utf8("abc\x80") == 3);           // a continuation with nothing to continue
    CHECK(first_invalid_utf8("caf\xE9 society") == 3);   // Latin-1
    CHECK(first_invalid_utf8("\x93quoted\x94") == 0);    // Windows-1252
    CHECK(first_invalid_utf8("ŷ\xC0\xAF") == 2);         // overlong in two bytes
    CHECK(first_invalid_utf8("\xC1\xBF") == 0);          // likewise
    CHECK(first_invalid_utf8("\xE0\x9F\xBF") == 0);      // overlong in three
    CHECK(first_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);  // overlong in four
    CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1);     // a surrogate
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // past U+10FFFF
    CHECK(first_invalid_utf8("\xF5\x80\x80\x80") == 0);  // no such lead byte
    CHECK(first_invalid_utf8("\xFF\xFE") == 0);          // UTF-16
    CHECK(first_invalid_utf8("cut \xE2\x80") == 4);      // the file ends inside a character
    CHECK(first_invalid_utf8("\xE2\x28\xA1") == 0);      // a character is broken off by another
}

TEST_CASE("A slip of the keyboard finds the word that was meant") {
    CHECK(guess("publised", {"published", "updates", "tags"}) == "published");
    CHECK(guess("tgas", {"title", "tags", "types"}) == "tags");  // a swap of neighbours is one edit
    CHECK(guess("ttile", {"title", "file"}) == "title");
    CHECK(guess("report_publised", {"report_url", "report_published", "response_published"}) == "report_published");
    CHECK(guess("force-quoted", {"force_quoted", "follows"}) == "force_quoted");
    CHECK(guess("i", {"id"}) == "id");
}

TEST_CASE("A part of a longer name finds the whole, unless another name is nearer") {
    CHECK(guess("publised", {"id", "report_published", "response_published"}) == "report_published");
    CHECK(guess("reason", {"late_reason"}) == "late_reason");
    CHECK(guess("chief", {"commissioner", "chief_officer"}) == "chief_officer");
    CHECK(guess("quoted", {"force_quoted", "quote"}) == "quote");
    CHECK(guess("pcc_explanaton", {"pcc_action", "pcc_explanation"}) == "pcc_explanation");
    CHECK_FALSE(guess("pcc", {"pcc_action"}));  // too short a part to mean one name
}

TEST_CASE("Nothing is proposed for a word that is not near to any") {
    CHECK_FALSE(guess("colour", {"title", "tags"}));
    CHECK_FALSE(guess("", {"title"}));
    CHECK_FALSE(guess("tags", {}));
    CHECK_FALSE(guess(std::string(101, 'a'), {std::string_view("aaaa")}));
}

TEST_CASE("Of equally near words the first is proposed, of several the nearest") {
    CHECK(guess("pat", {"cat", "bat"}) == "cat");
    CHECK(guess("responce", {"responses", "response"}) == "response");
}
