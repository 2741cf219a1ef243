#include "support/parsed_response.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "content/response.h"
#include "formats/markdown.h"

namespace vitrine::samples {
namespace {

std::string_view key_of(std::string_view line) { return line.substr(0, line.find(' ')); }

}  // namespace

std::string response_file(const Lines& changes, const std::string& tables, const std::string& body) {
    Lines keys = {"title = \"Custody services in Northshire\"", "report_published = 2024-07-19", "response_published = 2024-09-12",
                  "types = [\"force-specific\"]", "force_quoted = \"yes\""};
    std::string commissioner = "[commissioner]\nname = \"Judith Amblecote\"\nrole = \"pcc\"\n";
    for (const std::string& change : changes) {
        const bool removes = change.starts_with('-');
        const std::string_view key = key_of(removes ? std::string_view(change).substr(1) : change);
        const auto line = std::find_if(keys.begin(), keys.end(), [&](const std::string& own) { return key_of(own) == key; });
        if (removes && key == "commissioner")
            commissioner.clear();
        else if (removes)
            keys.erase(line);
        else if (line != keys.end())
            *line = change;
        else
            keys.push_back(change);
    }
    std::string file = "+++\n";
    for (const std::string& key : keys) file += key + "\n";
    return file + commissioner + tables + "+++\n" + body;
}

ParsedResponse::ParsedResponse(const std::string& file) : source(samples::source("content/inspections/custody-2024.md", file)) {
    markdown::initialise();
    auto read = content::parse_response(source, "custody-2024", diagnostics);
    INFO(shown(diagnostics));
    REQUIRE(read);
    response = std::move(*read);
    diagnostics.sort();
}

ParsedResponse parsed(const Lines& changes, const std::string& tables, const std::string& body) {
    return ParsedResponse(response_file(changes, tables, body));
}

}  // namespace vitrine::samples
