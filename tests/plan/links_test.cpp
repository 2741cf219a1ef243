#include "plan/links.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// A text with one link.
Prose linking(const std::string& target, bool image = false) {
    Prose prose;
    prose.html = "<a href=\"\">x</a>";
    prose.links = {{target, image, {0, 3}, 9}};
    return prose;
}

/// A site with pages that link to each other: `about`, `help/about`, the response `custody-2024` with an attachment, a
/// withdrawn one, a draft, and a picture.
Site linked_site(LinkStyle style = LinkStyle::folder) {
    Response custody = samples::response("custody-2024", "2024-07-19");
    custody.source = samples::source("content/inspections/custody.md", "+++\n+++\n");
    custody.body.headings = {{2, "findings", "Findings", {}, true}, {3, "llŷn", "Llŷn", {}, true}};
    custody.recommendations = {samples::recommendation("3a", RecommendationStatus::complete)};
    custody.attachments = {{"content/inspections/custody letter.pdf", "custody letter.pdf", 7}};
    Response withdrawn = samples::response("withdrawn", "2024-07-19");
    withdrawn.status = Status::withdrawn;
    withdrawn.body.headings = custody.body.headings;
    Response draft = samples::response("draft", "2024-07-19");
    draft.status = Status::draft;
    draft.attachments = {{"content/inspections/draft letter.pdf", "draft letter.pdf", 7}};
    Content content;
    content.responses = {custody, withdrawn, draft};
    content.pages = {samples::page("about", "About"), samples::page("help/about", "Help"), samples::page("", "Welcome")};
    content.files = {{"content/logo.svg", "logo.svg", 7}};
    SiteConfig config = samples::config();
    config.links = style;
    Diagnostics diagnostics;
    return assemble_site(config, std::move(content), samples::moment("2026-06-30"), diagnostics);
}

/// Where one link on a page leads, and what is reported of it.
struct Link {
    Site site;
    Diagnostics diagnostics;
    std::string address;

    /// `from` is the page: `about`, `help/about`, or the response.
    Link(const std::string& from, const std::string& target, bool image = false, LinkStyle style = LinkStyle::folder)
        : site(linked_site(style)) {
        const Prose link = linking(target, image);
        const auto with_link = [&](Prose prose) {
            prose.html = link.html;
            prose.links = link.links;
            return prose;
        };
        const Prose* body = nullptr;
        for (Page& page : site.pages) {
            if (page.path != from) continue;
            page.body = with_link(page.body);
            body = &page.body;
        }
        if (const auto index = site.find(from)) {
            Response response = site.responses[*index];
            response.body = with_link(response.body);
            site.responses.replace(*index, response);
            body = &site.responses[*index].body;
        }
        REQUIRE(body != nullptr);
        const plan::LinkMap map = plan::resolve_links(site, diagnostics);
        REQUIRE(map.addresses(*body).size() == 1);
        address = map.addresses(*body).front();
    }

    /// The code, message and help of the only problem.
    [[nodiscard]] std::string problem() const {
        REQUIRE(diagnostics.all().size() == 1);
        const Diagnostic& only = diagnostics.all().front();
        CHECK(address.empty());
        return std::string(describe(only.code).name) + ": " + only.message + "; " + only.help;
    }
};

std::string address(const std::string& from, const std::string& target, bool image = false) {
    const Link link(from, target, image);
    INFO(samples::shown(link.diagnostics));
    CHECK(link.diagnostics.empty());
    return link.address;
}

}  // namespace

TEST_CASE("A link names the source file, counted from its own, and leads to that file's page") {
    CHECK(address("about", "inspections/custody.md") == "inspections/custody-2024/");
    CHECK(address("about", "./inspections/../inspections/custody.md") == "inspections/custody-2024/");
    CHECK(address("help/about", "../about.md") == "about/");
    CHECK(address("help/about", "about.md") == "help/about/");
    CHECK(address("help/about", "../index.md").empty());  // the home page is the root itself
    CHECK(address("custody-2024", "withdrawn.md") == "inspections/withdrawn/");
}

TEST_CASE("Where links name files, they lead to files") {
    CHECK(Link("about", "inspections/custody.md#findings", false, LinkStyle::file).address ==
          "inspections/custody-2024/index.html#findings");
    CHECK(Link("about", "index.md", false, LinkStyle::file).address == "index.html");
}

TEST_CASE("A link to an attachment or a picture leads to where it is published, percent-encoded") {
    CHECK(address("custody-2024", "custody letter.pdf") == "inspections/custody-2024/custody%20letter.pdf");
    CHECK(address("about", "inspections/custody letter.pdf#page=2") == "inspections/custody-2024/custody%20letter.pdf#page=2");
    CHECK(address("custody-2024", "../logo.svg", true) == "logo.svg");
}

TEST_CASE("An anchor is a heading or a recommendation of its page") {
    CHECK(address("custody-2024", "#findings") == "#findings");
    CHECK(address("custody-2024", "#llŷn") == "#ll%C5%B7n");
    CHECK(address("custody-2024", "#recommendation-3a") == "#recommendation-3a");
    CHECK(address("about", "inspections/custody.md#recommendation-3a") == "inspections/custody-2024/#recommendation-3a");
}

TEST_CASE("An anchor that its page does not have is an error with the nearest one as a hint") {
    CHECK(Link("custody-2024", "#finding").problem() ==
          "link/no-anchor: this page has no heading `#finding`; did you mean `findings`?");
    CHECK(Link("about", "inspections/custody.md#recommendation-4")
              .problem()
              .starts_with("link/no-anchor: `inspections/custody.md` has no heading `#recommendation-4`"));
}

TEST_CASE("A tombstone has none of the anchors that its text had") {
    CHECK(Link("about", "inspections/withdrawn.md#findings").problem().starts_with("link/no-anchor: "));
}

TEST_CASE("A link to a file that is not there is an error, and the nearest file is suggested") {
    CHECK(Link("about", "inspections/custdy.md").problem() ==
          "link/no-target: there is no file `inspections/custdy.md`; did you mean `inspections/custody.md`?");
    CHECK(Link("help/about", "../inspections/custdy.md").problem() ==
          "link/no-target: there is no file `../inspections/custdy.md`; did you mean `../inspections/custody.md`?");
}

TEST_CASE("Who writes a page's address in place of its file is told the file") {
    CHECK(Link("about", "inspections/custody").problem() ==
          "link/no-target: there is no file `inspections/custody`; link to the file: `inspections/custody.md`");
    CHECK(Link("help/about", "../inspections/custody/").problem() ==
          "link/no-target: there is no file `../inspections/custody/`; link to the file: `../inspections/custody.md`");
}

TEST_CASE("A link cannot leave the site's folder") {
    CHECK(Link("about", "../../../etc/passwd").problem() ==
          "link/no-target: there is no file `../../../etc/passwd`; the path counts from the folder of this file");
}

TEST_CASE("A link to what is not public would give it away") {
    CHECK(Link("about", "inspections/draft.md").problem() ==
          "link/hidden-target: `inspections/draft.md` is not public; a link to a draft or an embargoed response would give it "
          "away: take it out until then");
    CHECK(Link("about", "inspections/draft letter.pdf")
              .problem()
              .starts_with("link/hidden-target: `inspections/draft letter.pdf` is not public; "));
}

TEST_CASE("The links of a draft are checked before it is published, and may lead to other drafts") {
    Site site = linked_site();
    REQUIRE(site.hidden.responses.size() == 1);
    Response draft = site.hidden.responses[0];
    draft.body = linking("draft letter.pdf");
    draft.body.links.push_back({"nowhere.md", false, {0, 3}, 9});
    site.hidden.responses.replace(0, draft);
    const Prose& body = site.hidden.responses[0].body;
    Diagnostics diagnostics;
    const plan::LinkMap map = plan::resolve_links(site, diagnostics);
    CHECK(samples::faults(diagnostics) == Lines{"1:1 +++ [link/no-target]"});
    CHECK(map.addresses(body) == Lines{"inspections/draft/draft%20letter.pdf", ""});
}

TEST_CASE("An address from the root of the host is an error that says what to write") {
    CHECK(Link("help/about", "/inspections/custody-2024/").problem().ends_with("; write `../inspections/custody.md`"));
    CHECK(Link("about", "/about").problem().ends_with("; write `about.md`"));
    CHECK(Link("about", "/elsewhere/").problem() ==
          "link/absolute-path: `/elsewhere/` begins at the root of a host, which may not be this site’s; "
          "write the way to the file from this one, such as `../about.md`");
}

TEST_CASE("A picture cannot be a page") {
    CHECK(Link("about", "inspections/custody.md", true).problem() ==
          "link/no-target: `inspections/custody.md` is a page, not a picture; name a picture’s file");
}

TEST_CASE("Links are resolved in every text of a response, and in the reason alone of a withdrawn one") {
    Site site = linked_site();
    Response custody = site.responses.at(*site.find("custody-2024"));
    custody.updates = {{samples::day("2025-01-01"), linking("a.md")}};
    Recommendation& item = custody.recommendations.at(0);
    item.text = linking("b.md");
    item.force_action = linking("c.md");
    item.pcc_explanation = linking("d.md");
    item.updates = {{samples::day("2025-01-01"), linking("e.md")}};
    site.responses.replace(*site.find("custody-2024"), custody);
    Response withdrawn = site.responses.at(*site.find("withdrawn"));
    withdrawn.body = linking("f.md");
    withdrawn.updates = {{samples::day("2025-01-01"), linking("g.md")}};
    withdrawn.withdrawn_reason = linking("h.md");
    site.responses.replace(*site.find("withdrawn"), withdrawn);
    site.introduction->body = linking("i.md");
    Diagnostics diagnostics;
    (void)plan::resolve_links(site, diagnostics);
    Lines found;
    for (const Diagnostic& diagnostic : diagnostics.all()) found.push_back(diagnostic.message);
    std::sort(found.begin(), found.end());
    Lines expected;
    for (const char* name : {"a", "b", "c", "d", "e", "h", "i"})
        expected.push_back("there is no file `" + std::string(name) + ".md`");
    CHECK(found == expected);
}
