#include "content/config.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

const std::string smallest = "title = \"Responses\"\nbase_url = \"https://example.org/\"\n";

/// A site.toml that was read, with what was found.
struct Read {
    Diagnostics diagnostics;
    SiteConfig config;

    explicit Read(const std::string& text) {
        auto read = content::parse_config(samples::source("site.toml", text), diagnostics);
        INFO(samples::shown(diagnostics));
        REQUIRE(read);
        config = std::move(*read);
        diagnostics.sort();
    }
    [[nodiscard]] Lines faults() const { return samples::faults(diagnostics); }
};

/// The faults of the smallest site.toml with one more line, which is its third.
Lines faults_of(const std::string& line) { return Read(smallest + line + "\n").faults(); }

}  // namespace

TEST_CASE("A title and an address are enough for a site, and the rest has the defaults of the contract") {
    const Read read(smallest);
    CHECK(read.faults() == Lines{});
    CHECK(read.config.title == "Responses");
    CHECK(read.config.base_url == "https://example.org/");
    CHECK(read.config.language == "en");
    CHECK(read.config.languages == Lines{"en"});
    CHECK(read.config.theme.value == "default");
    CHECK(read.config.page_size == 50);
    CHECK(read.config.links == LinkStyle::folder);
    CHECK(read.config.office.name == "Responses");
    CHECK(read.config.office.body == Body::pcc);
    CHECK_FALSE(read.config.tags_closed);
    CHECK_FALSE(read.config.licence);
}

TEST_CASE("Every key of site.toml is read") {
    const Read read(R"(title = "Responses"
base_url = "https://example.org/reports"
language = "cy"
languages = ["cy", "en"]
theme = "northshire"
page_size = 20
links = "file"

[office]
name = "Office of the PCC"
body = "pfcc"
force = "Northshire Police"
email = "office@example.org"
address = "4 Tollgate Street"

[[people]]
name = "Judith Amblecote"
role = "Police and Crime Commissioner"
from = 2024-05-09

[[people]]
name = "Colm Haverstock"
role = "Acting Police and Crime Commissioner"
from = 2023-11-20
to = 2024-05-08

[tags]
closed = true
custody = "Custody"
call-handling = "Call handling"

[licence]
name = "Open Government Licence v3.0"
url = "https://example.org/ogl/"
attribution = "Contains public sector information."
)");
    REQUIRE(read.faults() == Lines{});
    const SiteConfig& config = read.config;
    CHECK(config.base_url == "https://example.org/reports/");  // always ends in a slash
    CHECK(config.language == "cy");
    CHECK(config.languages == Lines{"cy", "en"});
    CHECK(config.theme.value == "northshire");
    CHECK(config.page_size == 20);
    CHECK(config.links == LinkStyle::file);
    CHECK(config.office.name == "Office of the PCC");
    CHECK(config.office.body == Body::pfcc);
    CHECK(config.office.force == "Northshire Police");
    CHECK(config.office.email == "office@example.org");
    CHECK(config.office.address == "4 Tollgate Street");
    REQUIRE(config.people.size() == 2);
    CHECK(config.people[0].name == "Judith Amblecote");
    CHECK_FALSE(config.people[0].to);
    CHECK(config.people[1].from == samples::day("2023-11-20"));
    CHECK(config.people[1].to == samples::day("2024-05-08"));
    CHECK(config.tags_closed);
    CHECK(config.tag_labels.size() == 2);
    CHECK(config.tag_labels.at("call-handling") == "Call handling");
    REQUIRE(config.licence);
    CHECK(config.licence->url == "https://example.org/ogl/");
    CHECK(config.licence->attribution == "Contains public sector information.");
}

TEST_CASE("What a site cannot do without is reported as missing") {
    const Read read("language = \"en\"\n");
    CHECK(read.faults() == Lines{"1:1 l [config/missing-key]", "1:1 l [config/missing-key]"});
}

TEST_CASE("A site.toml that is no TOML gives nothing but the fault") {
    Diagnostics diagnostics;
    CHECK_FALSE(content::parse_config(samples::source("site.toml", "title = Responses\n"), diagnostics));
    CHECK(samples::faults(diagnostics) == Lines{"1:9 Responses [toml/syntax]"});
}

TEST_CASE("A faulty value of site.toml is reported at its place") {
    struct Case {
        const char* line;
        const char* fault;
    };
    const auto given = GENERATE(values<Case>({
        {"titel = \"x\"", "3:1 titel [config/unknown-key]"},
        {"language = \"fr\"", "3:12 \"fr\" [config/bad-value]"},
        {"languages = [\"en\", \"welsh\"]", "3:20 \"welsh\" [config/bad-value]"},
        {"theme = \"../elsewhere\"", "3:9 \"../elsewhere\" [config/bad-value]"},
        {"theme = \".hidden\"", "3:9 \".hidden\" [config/bad-value]"},
        {"page_size = 0", "3:13 0 [config/bad-value]"},
        {"page_size = -1", "3:13 -1 [config/bad-value]"},
        {"page_size = 1001", "3:13 1001 [config/bad-value]"},
        {"page_size = \"50\"", "3:13 \"50\" [config/wrong-type]"},
        {"links = \"folders\"", "3:9 \"folders\" [config/bad-value]"},
        {"office = \"OPCC\"", "3:10 \"OPCC\" [config/wrong-type]"},
        {"office = { emial = \"x\" }", "3:12 emial [config/unknown-key]"},
        {"office = { email = \"office at example.org\" }", "3:20 \"office at example.org\" [config/bad-value]"},
        {"office = { body = \"police\" }", "3:19 \"police\" [config/bad-value]"},
        {"people = [{ name = \"A\", role = \"B\", from = 2024-05-09, to = 2024-05-08 }]", "3:61 2024-05-08 [config/bad-value]"},
        {"tags = { \"Call Handling\" = \"Call handling\" }", "3:10 \"Call Handling\" [config/bad-value]"},
        {"tags = { custody = 7 }", "3:20 7 [config/wrong-type]"},
        {"hosting = { files = [\"apache2\"] }", "3:22 \"apache2\" [config/bad-value]"},
        {"hosting = { compress = [\"gzip\", \"zstd\"] }", "3:33 \"zstd\" [config/bad-value]"},
        {"hosting = { file = [\"apache\"] }", "3:13 file [config/unknown-key]"},
        {"hosting = { files = [\"netlify\", \"cloudflare-pages\"] }", "3:21 [\"netlify\", \"cloudflare-pages\"] [config/bad-value]"},
        {"licence = { name = \"OGL\", url = \"example.org\" }", "3:33 \"example.org\" [config/bad-value]"},
    }));
    CAPTURE(given.line);
    CHECK(faults_of(given.line) == Lines{given.fault});
}

TEST_CASE("The address of a site is a web address") {
    CHECK(Read("title = \"a\"\nbase_url = \"example.org\"\n").faults() == Lines{"2:12 \"example.org\" [config/bad-value]"});
    CHECK(Read("title = \"a\"\nbase_url = \"http://localhost:8000/a\"\n").config.base_url == "http://localhost:8000/a/");
}

TEST_CASE("The limits of a page's size are themselves allowed") {
    CHECK(Read(smallest + "page_size = 1\n").config.page_size == 1);
    CHECK(Read(smallest + "page_size = 1000\n").config.page_size == 1000);
}

TEST_CASE("A term of office may last a day") {
    CHECK(faults_of("people = [{ name = \"A\", role = \"B\", from = 2024-05-09, to = 2024-05-09 }]") == Lines{});
}

TEST_CASE("A faulty value of site.toml is left at its default, and the others are read") {
    const Read read(smallest + "page_size = 0\nlinks = \"file\"\n");
    CHECK(read.config.page_size == 50);
    CHECK(read.config.links == LinkStyle::file);
}

TEST_CASE("Everyone on the roster has a name and a role") {
    CHECK(Read(smallest + "[[people]]\nfrom = 2024-05-09\n").faults() ==
          Lines{"3:1 [[people]] [config/missing-key]", "3:1 [[people]] [config/missing-key]"});
}

TEST_CASE("Whom to tell of a weakness is an email address or a form, until a day") {
    const Read read(smallest + R"([security]
contact = "security@northshire.example"
expires = 2027-03-31
policy = "https://northshire.example/security"
languages = ["en", "cy"]
)");
    CHECK(read.faults() == Lines{});
    REQUIRE(read.config.security);
    CHECK(read.config.security->contact == "mailto:security@northshire.example");
    CHECK(read.config.security->expires.value == samples::day("2027-03-31"));
    CHECK(read.config.security->policy == "https://northshire.example/security");
    CHECK(read.config.security->languages == Lines{"en", "cy"});
    const Read form(smallest + "[security]\ncontact = \"https://northshire.example/report\"\nexpires = 2027-03-31\n");
    CHECK(form.faults() == Lines{});
    CHECK(form.config.security->contact == "https://northshire.example/report");
    CHECK(form.config.security->languages == Lines{"en"});
    CHECK_FALSE(Read(smallest).config.security);
}

TEST_CASE("A way to tell of a weakness that nobody could use is a fault") {
    const auto faults = [](const std::string& lines) {
        Read read(smallest + "[security]\n" + lines);
        CHECK_FALSE(read.config.security);
        return read.faults();
    };
    CHECK(faults("expires = 2027-03-31\n") == Lines{"3:1 [security] [config/missing-key]"});
    CHECK(faults("contact = \"security@northshire.example\"\n") == Lines{"3:1 [security] [config/missing-key]"});
    CHECK(faults("contact = \"0123 456\"\nexpires = 2027-03-31\n") == Lines{"4:11 \"0123 456\" [config/bad-value]"});
    CHECK(faults("contact = \"http://northshire.example/\"\nexpires = 2027-03-31\n") == Lines{"4:11 \"http://northshire.example/\" [config/bad-value]"});
    CHECK(faults("contact = \"a@b\\nPolicy: x\"\nexpires = 2027-03-31\n").size() == 1);
    CHECK(faults("contact = \"a@b.example\"\nexpires = \"2027\"\n") == Lines{"5:11 \"2027\" [config/wrong-type]"});
    CHECK(Read(smallest + "[security]\ncontact = \"a@b.example\"\nexpires = 2027-03-31\npolicy = \"http://b.example/\"\nlanguages = [\"en\\nx\"]\n").faults() ==
          Lines{"6:10 \"http://b.example/\" [config/bad-value]", "7:14 \"en\\nx\" [config/bad-value]"});
}

TEST_CASE("Nothing is made for hosts unless it is asked for") {
    const Read none(smallest), some(smallest + "[hosting]\nfiles = [\"nginx\", \"github-pages\"]\ncompress = [\"brotli\"]\n");
    CHECK((none.config.hosting.files.empty() && none.config.hosting.compress.empty()));
    CHECK(some.config.hosting.files == std::vector{WebHost::nginx, WebHost::github_pages});
    CHECK(some.config.hosting.compress == std::vector{Compression::brotli});
}
