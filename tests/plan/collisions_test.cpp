#include "plan/collisions.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// What is reported of outputs with these paths; each comes from a file `from <path>`.
Diagnostics problems(const Lines& paths) {
    plan::Plan plan;
    for (const std::string& path : paths) plan.rows.push_back({path, plan::CopiedFile{path}, "from " + path});
    Diagnostics diagnostics;
    check_collisions(plan, diagnostics);
    return diagnostics;
}

Lines messages(const Lines& paths) {
    const Diagnostics diagnostics = problems(paths);
    Lines all;
    for (const Diagnostic& diagnostic : diagnostics.all()) all.push_back(diagnostic.message);
    return all;
}

}  // namespace

TEST_CASE("Outputs with paths of their own do not collide") {
    CHECK(messages({"404.html", "about/index.html", "about/people/index.html", "aboutness.html", "index.html"}) == Lines{});
}

TEST_CASE("Two outputs with one path are an error that names both origins") {
    const Diagnostics diagnostics = problems({"about/index.html", "about/index.html"});
    REQUIRE(diagnostics.all().size() == 1);
    const Diagnostic& found = diagnostics.all().front();
    CHECK(found.code == Code::output_collision);
    CHECK(found.severity() == Severity::error);
    CHECK(found.message == "two outputs have the path `about/index.html`");
    CHECK(found.location.path == "from about/index.html");
    REQUIRE(found.related.size() == 1);
    CHECK(found.related[0].location.path == "from about/index.html");
}

TEST_CASE("Paths that differ only in case are one file on some systems") {
    CHECK(messages({"inspections/a/Letter.pdf", "inspections/a/letter.PDF"}) ==
          Lines{"the outputs `inspections/a/Letter.pdf` and `inspections/a/letter.PDF` are one file on some systems"});
    CHECK(messages({"LLŶN.pdf", "llŷn.pdf"}).size() == 1);
}

TEST_CASE("Paths that differ only in how an accent is typed are one file on some systems") {
    CHECK(messages({"ll\xC5\xB7n.pdf", "lly\xCC\x82n.pdf"}).size() == 1);
    CHECK(messages({"llyn.pdf", "llŷn.pdf"}) == Lines{});
}

TEST_CASE("A file cannot stand where another output needs a folder") {
    CHECK(messages({"about", "about/index.html"}) == Lines{"the output `about/index.html` needs a folder where `about` is a file"});
    CHECK(messages({"About", "about/people/index.html"}) ==
          Lines{"the output `about/people/index.html` needs a folder where `About` is a file"});
}

TEST_CASE("An attachment called index.html collides with its response's page, and an alias with a page") {
    Response response = samples::response("custody-2014", "2014-09-04");
    response.attachments = {{"content/inspections/custody-2014/index.html", "index.html", 7}};
    response.aliases = {{"tags/", {}}, {"404.html", {}}};
    Diagnostics diagnostics;
    const plan::Plan plan = plan::plan_site(samples::site({response}), "/site", {}, diagnostics);
    Lines found;
    for (const Diagnostic& diagnostic : diagnostics.all()) found.push_back(diagnostic.message);
    CHECK(found == Lines{"two outputs have the path `404.html`", "two outputs have the path `inspections/custody-2014/index.html`",
                         "two outputs have the path `tags/index.html`"});
}
