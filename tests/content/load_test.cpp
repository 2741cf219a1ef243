#include "content/load.h"

#include <catch2/catch.hpp>

#include "content/source.h"
#include "support/parsed_response.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// What is found in one text file.
Lines faults_of(const std::string& bytes) {
    TemporaryFolder folder;
    folder.write("about.md", bytes);
    Diagnostics diagnostics;
    const auto source = content::load_source(folder.path("about.md"), "content/about.md", diagnostics);
    REQUIRE(source);
    CHECK(source->has_value() == diagnostics.empty());
    return samples::faults(diagnostics);
}

Content load(const TemporaryFolder& folder, Diagnostics& diagnostics, std::size_t jobs = 2) {
    content::Bodies bodies(folder.path(), folder.path());
    auto loaded = content::load_content(folder.path(), jobs, {.bodies = &bodies, .progress = {}}, diagnostics);
    REQUIRE(loaded);
    return std::move(loaded->content);
}

Lines ids(const Content& content) {
    Lines all;
    for (const Response& response : content.responses) all.push_back(response.id.value);
    return all;
}

const std::string page = "+++\ntitle = \"About\"\n+++\n";

}  // namespace

TEST_CASE("UTF-8 text is read, with or without a byte order mark, whatever its line ends") {
    CHECK(faults_of("+++\r\ntitle = \"Llŷn – “here”\"\r\n+++\r\n\ttabs\n") == Lines{});
    CHECK(faults_of("\xEF\xBB\xBF+++\n") == Lines{});
    CHECK(faults_of("") == Lines{});
}

TEST_CASE("A file in another encoding is reported at its first foreign byte") {
    CHECK(faults_of("+++\ntitle = \"Ll\xFFn\"\n") == Lines{"2:12  [file/not-utf8]"});
    CHECK(faults_of("\xE9t\xE9") == Lines{"1:1  [file/not-utf8]"});
}

TEST_CASE("A control character, which no reader can see, is reported at its place") {
    CHECK(faults_of(std::string("ab\0cd", 5)).size() == 1);
    CHECK(faults_of("one\ntw\x07o\n").at(0).starts_with("2:3 "));
    CHECK(faults_of("one\x7Ftwo").at(0).ends_with("[file/control-character]"));
}

TEST_CASE("A text of more than 1 MB is no page") {
    CHECK(faults_of(std::string(1024 * 1024, 'x')) == Lines{});
    CHECK(faults_of(std::string(1024 * 1024 + 1, 'x')) == Lines{"content/about.md [file/too-large]"});
}

TEST_CASE("A file that cannot be opened is a failure of the machine, not of the content") {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    const auto source = content::load_source(folder.path("absent.md"), "content/absent.md", diagnostics);
    REQUIRE_FALSE(source);
    CHECK(source.failure().message.find(folder.path("absent.md")) != std::string::npos);
    CHECK(diagnostics.empty());
}

TEST_CASE("A site without a content folder has no content") {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    const Content content = load(folder, diagnostics);
    CHECK(content.responses.empty());
    CHECK(content.pages.empty());
    CHECK(diagnostics.empty());
}

TEST_CASE("Responses, pages and attachments are found wherever they lie, in the order of their paths") {
    TemporaryFolder folder;
    folder.write("content/index.md", page);
    folder.write("content/about/people.md", page);
    folder.write("content/logo.svg", "<svg/>");
    folder.write("content/inspections/custody-2024.md", samples::response_file({}));
    folder.write("content/inspections/custody-2024.pdf", "%PDF");
    folder.write("content/inspections/peel/index.md", samples::response_file({}));
    folder.write("content/inspections/peel/letter.pdf", "%PDF-1.7");
    Diagnostics diagnostics;
    const Content content = load(folder, diagnostics);
    CHECK(samples::faults(diagnostics) == Lines{});
    REQUIRE(ids(content) == Lines{"custody-2024", "peel"});
    CHECK(content.responses[0].source->path() == "content/inspections/custody-2024.md");
    REQUIRE(content.responses[1].attachments.size() == 1);
    CHECK(content.responses[1].attachments[0].size == 8);
    REQUIRE(content.pages.size() == 2);
    CHECK(content.pages[0].path == "about/people");
    CHECK(content.pages[1].path.empty());
    REQUIRE(content.files.size() == 1);
    CHECK(content.files[0].name == "logo.svg");
}

TEST_CASE("A bad file never stops the others from being read", "[threads]") {
    TemporaryFolder folder;
    folder.write("content/inspections/a.md", "no front matter");
    folder.write("content/inspections/b.md", samples::response_file({"titel = \"x\""}));
    folder.write("content/inspections/c.md", "+++\ntitle = Custody\n+++\n");
    folder.write("content/inspections/d.md", samples::response_file({}));
    folder.write("content/inspections/e.md", "+++\ntitle = \"\xFF\"\n+++\n");
    for (const std::size_t jobs : {1, 4}) {
        Diagnostics diagnostics;
        CHECK(ids(load(folder, diagnostics, jobs)) == Lines{"b", "d"});
        CHECK(samples::marks(diagnostics) == Lines{"no front matter [front-matter/missing]", "titel [front-matter/unknown-key]",
                                                   "Custody [toml/syntax]", " [file/not-utf8]"});
    }
}

TEST_CASE("A page whose file makes no good address is reported with a better name") {
    TemporaryFolder folder;
    folder.write("content/Privacy Notice.md", page);
    Diagnostics diagnostics;
    (void)load(folder, diagnostics);
    CHECK(samples::faults(diagnostics) == Lines{"content/Privacy Notice.md [file/name]"});
    CHECK(diagnostics.all().at(0).help.find("`privacy-notice.md`") != std::string::npos);
}

TEST_CASE("A Welsh file is left out with a warning, and hidden files without a word") {
    TemporaryFolder folder;
    folder.write("content/about.cy.md", page);
    folder.write("content/.about.md.swp", "x");
    folder.write("content/.git/config", "x");
    folder.write("content/about.md~", "x");
    Diagnostics diagnostics;
    const Content content = load(folder, diagnostics);
    CHECK(content.pages.empty());
    CHECK(content.files.empty());
    CHECK(samples::faults(diagnostics) == Lines{"content/about.cy.md [content/language]"});
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("A folder without site.toml is a failure, and a faulty one is reported") {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    CHECK_FALSE(content::load_config(folder.path(), diagnostics));
    folder.write("site.toml", "title = \"a\"\nbase_url = 7\n");
    const auto config = content::load_config(folder.path(), diagnostics);
    REQUIRE(config);
    CHECK(config->has_value());
    CHECK(samples::faults(diagnostics) == Lines{"2:12 7 [config/wrong-type]"});
}
