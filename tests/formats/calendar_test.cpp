#include "formats/calendar.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;

namespace {

std::string with_event(const std::string& summary, const std::string& url = "") {
    return calendar::to_icalendar("Northshire", samples::moment("2026-06-30T09:08:07Z"),
                                  {{"roads/response@northshire.example", samples::day("2026-07-24"), summary, "content/roads.md", url}});
}

bool has_line(const std::string& text, const std::string& line) { return text.find("\r\n" + line + "\r\n") != std::string::npos; }

}  // namespace

TEST_CASE("An event lies on a whole day, says when it was true, and reminds a week before") {
    const std::string text = with_event("Response due: Roads", "https://northshire.example/inspections/roads/");
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(text.ends_with("END:VCALENDAR\r\n"));
    for (const char* line : {"VERSION:2.0", "X-WR-CALNAME:Northshire", "UID:roads/response@northshire.example", "DTSTAMP:20260630T090807Z",
                             "DTSTART;VALUE=DATE:20260724", "SUMMARY:Response due: Roads", "URL:https://northshire.example/inspections/roads/",
                             "TRIGGER:-P7D"}) {
        INFO(line << "\nin\n" << text);
        CHECK(has_line(text, line));
    }
}

TEST_CASE("An event without a page has no address") { CHECK(with_event("Response due").find("URL") == std::string::npos); }

TEST_CASE("Commas, semicolons, backslashes and line breaks are words, not structure") {
    CHECK(has_line(with_event("Roads, speed; \\ and\nmore"), "SUMMARY:Roads\\, speed\\; \\\\ and\\nmore"));
}

TEST_CASE("Long lines are folded between characters, at 75 bytes (RFC 5545, 3.1)") {
    std::string summary;
    for (int i = 0; i < 60; ++i) summary += "ŵy’";
    const std::string text = with_event(summary);
    std::string unfolded;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin);
        REQUIRE(end != std::string::npos);
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        CHECK(line.size() <= 75);
        CHECK((static_cast<unsigned char>(line.starts_with(' ') ? line[1] : line[0]) & 0xC0) != 0x80);
        unfolded += line.starts_with(' ') ? std::string(line.substr(1)) : "\n" + std::string(line);
        begin = end + 2;
    }
    CHECK(unfolded.find("\nSUMMARY:" + summary + "\n") != std::string::npos);
}

TEST_CASE("A calendar of nothing is a calendar") {
    CHECK(calendar::to_icalendar("Northshire", samples::moment("2026-06-30"), {}).find("VEVENT") == std::string::npos);
}
