#include "formats/csv.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace vitrine;
using Record = std::vector<std::string>;

namespace {

std::string written(const std::vector<Record>& records) {
    csv::Writer writer;
    for (const Record& record : records) {
        for (const std::string& field : record) writer.add(field);
        writer.end_record();
    }
    return writer.take();
}

/// The records of a text that keeps to RFC 4180; one that does not fails the test.
std::vector<Record> read(std::string_view text) {
    std::vector<Record> records;
    for (std::size_t at = 0; at < text.size();) {
        Record& record = records.emplace_back();
        for (bool more = true; more;) {
            std::string& field = record.emplace_back();
            if (at < text.size() && text[at] == '"') {
                for (++at; text.at(at) != '"' || (at + 1 < text.size() && text[at + 1] == '"'); ++at) {
                    if (text[at] == '"') ++at;
                    field += text.at(at);
                }
                ++at;
            } else {
                const std::size_t end = text.find_first_of(",\r\n\"", at);
                REQUIRE(end != std::string_view::npos);
                field = text.substr(at, end - at);
                at = end;
            }
            more = text.at(at) == ',';
            if (more) ++at;
        }
        REQUIRE(text.substr(at, 2) == "\r\n");
        at += 2;
    }
    return records;
}

std::string one_text(std::string_view text) {
    csv::Writer writer;
    writer.add_text(text);
    writer.end_record();
    return writer.take();
}

}  // namespace

TEST_CASE("Records end in CRLF, and only fields that need them have quotation marks") {
    CHECK(written({{"id", "title"}, {"a", "One, two"}, {"b", "The \"new\" suite"}, {"c", "two\nlines"}, {"", " spaces "}}) ==
          "id,title\r\na,\"One, two\"\r\nb,\"The \"\"new\"\" suite\"\r\nc,\"two\nlines\"\r\n, spaces \r\n");
}

TEST_CASE("A record of one empty field is no empty line") {
    CHECK(written({{"id"}, {""}, {"a"}}) == "id\r\n\"\"\r\na\r\n");
    CHECK(written({{"", ""}}) == ",\r\n");
}

TEST_CASE("What a spreadsheet would run as a formula begins with an apostrophe") {
    CHECK(one_text("=1+1") == "'=1+1\r\n");
    CHECK(one_text("+44 1632 960000") == "'+44 1632 960000\r\n");
    CHECK(one_text("-5 per cent") == "'-5 per cent\r\n");
    CHECK(one_text("@SUM(A1,A2)") == "\"'@SUM(A1,A2)\"\r\n");
    CHECK(one_text("\t=1") == "'\t=1\r\n");
    CHECK(one_text("\r\n=1") == "\"'\r\n=1\"\r\n");
    CHECK(one_text("5 = 5") == "5 = 5\r\n");
    CHECK(one_text("") == "\"\"\r\n");
}

TEST_CASE("What is a number or a date of ours is left as it is") { CHECK(written({{"-5", "2024-07-19"}}) == "-5,2024-07-19\r\n"); }

TEST_CASE("Whatever the fields hold, the same is read again") {
    const std::vector<std::string> pieces = {",", "\"", "\r", "\n", "\r\n", "=", "'", " ", "\t", "a", "ŷ", "\xF0\x9F\x9A\x94",
                                             ";", "|"};
    std::mt19937 random(7);
    std::vector<Record> records;
    for (int i = 0; i < 2000; ++i) {
        Record record(3);
        for (std::string& field : record)
            for (auto length = random() % 6; length > 0; --length) field += pieces[random() % pieces.size()];
        records.push_back(std::move(record));
    }
    CHECK(read(written(records)) == records);
}
