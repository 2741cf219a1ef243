#include "content/shelf.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "content/load.h"
#include "content/revision.h"
#include "support/parsed_response.h"
#include "support/samples.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// A content folder that is read again and again.
struct Folder {
    TemporaryFolder folder;
    content::Shelf shelf;
    content::Bodies bodies{folder.path(), "", content::Bodies::all_in_memory};
    Diagnostics diagnostics;

    Folder() {
        folder.write("content/about.md", "+++\ntitle = \"About\"\n+++\n\nWho we are.\n");
        write("a", "Inspectors looked.");
        write("b", "Inspectors looked.");
    }

    void write(const std::string& id, const std::string& text) const {
        folder.write("content/inspections/" + id + ".md", samples::response_file({}) + "\n" + text + "\n");
    }

    Content load() {
        diagnostics = {};
        content::LoadAids aids;
        aids.bodies = &bodies;
        aids.shelf = &shelf;
        auto loaded = content::load_content(folder.path(), 2, aids, diagnostics);
        REQUIRE(loaded);
        return std::move(loaded->content);
    }
};

Lines ids(const Content& content) {
    Lines all;
    for (const Response& response : content.responses) all.push_back(response.id.value);
    return all;
}

}  // namespace

TEST_CASE("What did not change is the same response in the next load, with its text") {
    Folder site;
    const Content first = site.load();
    REQUIRE(ids(first) == Lines{"a", "b"});
    CHECK(first.pages.size() == 1);
    site.write("b", "Inspectors looked again.");
    const Content second = site.load();
    CHECK(second.responses.share(0) == first.responses.share(0));
    CHECK(second.responses.share(1) != first.responses.share(1));
    CHECK(second.responses[1].body.html.find("looked again") != std::string::npos);
    // The load before is as it was.
    CHECK(first.responses[1].body.html.find("looked again") == std::string::npos);
    CHECK(second.pages.size() == 1);
}

TEST_CASE("Only the files that are expected to have changed are looked at, once") {
    Folder site;
    (void)site.load();
    site.write("a", "Changed, and expected.");
    site.write("b", "Changed, and not expected.");
    site.write("c", "New, and expected.");
    site.shelf.expect({"inspections/a.md", "inspections/c.md", "inspections/never.md"});
    const Content expected = site.load();
    CHECK(ids(expected) == Lines{"a", "b", "c"});
    CHECK(expected.responses[0].body.html.find("Changed") != std::string::npos);
    const Content all = site.load();
    CHECK(all.responses[1].body.html.find("Changed") != std::string::npos);
    REQUIRE(::unlink(site.folder.path("content/inspections/c.md").c_str()) == 0);
    site.shelf.expect({"inspections/c.md"});
    CHECK(ids(site.load()) == Lines{"a", "b"});
}

TEST_CASE("Problems of a file that did not change are reported again") {
    Folder site;
    site.folder.write("content/inspections/bad.md", "no front matter\n");
    (void)site.load();
    const Lines first = samples::faults(site.diagnostics);
    REQUIRE(first.size() == 1);
    (void)site.load();
    CHECK(samples::faults(site.diagnostics) == first);
    site.folder.write("content/inspections/bad.md", samples::response_file({}));
    CHECK(ids(site.load()) == Lines{"a", "b", "bad"});
    CHECK(site.diagnostics.empty());
}

TEST_CASE("A file beside a response that did not change is told of all the same") {
    Folder site;
    const Content first = site.load();
    CHECK(first.responses[0].attachments.empty());
    site.folder.write("content/inspections/a.pdf", "12345");
    const Content second = site.load();
    REQUIRE(second.responses[0].attachments.size() == 1);
    CHECK(second.responses[0].attachments[0].size == 5);
    CHECK(second.responses[0].body.html == first.responses[0].body.html);
    CHECK(site.load().responses.share(0) == second.responses.share(0));
    REQUIRE(::unlink(site.folder.path("content/inspections/a.pdf").c_str()) == 0);
    CHECK(site.load().responses[0].attachments.empty());
}

TEST_CASE("Words that change make a revision, which shares the file's place in the next load") {
    Folder site;
    const Content first = site.load();
    site.write("b", "Other words.");
    const auto revisions = content::revise(site.folder.path(), {"inspections/b.md"}, site.shelf, site.bodies);
    REQUIRE(revisions);
    REQUIRE(revisions->size() == 1);
    CHECK(revisions->front().before->response == first.responses.share(1));
    CHECK(revisions->front().after->response->body.html.find("Other words") != std::string::npos);
    CHECK(site.load().responses.share(1) == revisions->front().after->response);
}

TEST_CASE("What lists, counts or links may show is more than a revision") {
    Folder site;
    (void)site.load();
    const std::string file = samples::response_file({}) + "\nInspectors looked.\n";
    const auto replaced = [&](const std::string& from, const std::string& to) {
        std::string text = file;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    const std::string text = GENERATE_COPY(
        replaced("title = \"", "title = \"Other "), replaced("report_published = ", "status = \"draft\"\nreport_published = "),
        file + "\n## A new heading\n", replaced("+++\n", "+++\ntags = [\"new\"]\n"), std::string("no front matter\n"));
    INFO(text);
    site.folder.write("content/inspections/b.md", text);
    CHECK_FALSE(content::revise(site.folder.path(), {"inspections/b.md"}, site.shelf, site.bodies));
    // The shelf is as it was: the next load finds the change.
    CHECK(content::revise(site.folder.path(), {"inspections/a.md"}, site.shelf, site.bodies));
}

TEST_CASE("Files that are new, gone or no responses are no revisions") {
    Folder site;
    (void)site.load();
    site.write("c", "New.");
    REQUIRE(::unlink(site.folder.path("content/inspections/a.md").c_str()) == 0);
    for (const char* file : {"inspections/c.md", "inspections/a.md", "about.md"}) {
        INFO(file);
        CHECK_FALSE(content::revise(site.folder.path(), {file}, site.shelf, site.bodies));
    }
    // What an editor wrote beside and took away again is passed over.
    const auto passed_over = content::revise(site.folder.path(), {"inspections/b.md.part"}, site.shelf, site.bodies);
    REQUIRE(passed_over);
    CHECK(passed_over->empty());
}
