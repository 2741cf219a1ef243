#include "build/build.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/example.h"
#include "support/parsed_response.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using samples::Lines;

namespace {

/// A site of one response and one page in a folder of its own.
struct SmallSite {
    TemporaryFolder folder;
    build::Options options;

    SmallSite() {
        samples::place_shipped_themes();
        folder.write("site/site.toml", "title = \"Responses\"\nbase_url = \"https://example.org/\"\n");
        folder.write("site/content/about.md", "+++\ntitle = \"About\"\n+++\n\nWho we are.\n");
        folder.write("site/content/inspections/custody-2024.md", samples::response_file({}));
        options.root = folder.path("site");
        options.output = folder.path("site/public");
        options.now = samples::moment("2026-06-30");
    }

    [[nodiscard]] build::Report built() const {
        auto report = build::build_site(options);
        INFO((report ? "" : report.failure().message));
        REQUIRE(report);
        return std::move(*report);
    }
    [[nodiscard]] std::map<std::string, std::string> output() const { return files_below(options.output); }
};

/// The path of the theme's asset that was called so: `style.css` is at `assets/style.<fingerprint>.css`. Empty when there is none.
std::string asset(const std::map<std::string, std::string>& files, const std::string& name) {
    const std::size_t dot = name.rfind('.');
    for (const auto& [path, bytes] : files)
        if (path.starts_with("assets/" + name.substr(0, dot) + ".") && path.ends_with(name.substr(dot)) && path.size() == name.size() + 24) return path;
    return "";
}

}  // namespace

TEST_CASE("The example site has the same bytes whatever the number of threads", "[threads]") {
    samples::place_shipped_themes();
    std::map<std::string, std::string> first;
    for (const std::size_t jobs : {1, 4}) {
        TemporaryFolder folder;
        build::Options options;
        options.root = samples::repository();
        options.output = folder.path("public");
        options.now = samples::moment("2026-06-30");
        options.jobs = jobs;
        const auto report = build::build_site(options);
        REQUIRE(report);
        INFO(samples::shown(report->diagnostics));
        REQUIRE(report->committed);
        auto files = files_below(options.output);
        CHECK(files.size() == report->output.counts.written);
        if (jobs == 1)
            first = std::move(files);
        else
            CHECK(files == first);
    }
    CHECK(first.contains("index.html"));
    CHECK(first.contains("404.html"));
    CHECK_FALSE(asset(first, "style.css").empty());
}

TEST_CASE("A build makes the site and says what it did; the next one has nothing to do") {
    const SmallSite site;
    const build::Report report = site.built();
    CHECK(report.diagnostics.empty());
    CHECK(report.committed);
    const auto files = site.output();
    CHECK(report.output.counts.written == files.size());
    CHECK(files.contains("inspections/custody-2024/index.html"));
    CHECK(files.at("about/index.html").find("Who we are.") != std::string::npos);
    const build::Report again = site.built();
    CHECK(again.output.counts.written == 0);
    CHECK(again.output.counts.unchanged == files.size());
    CHECK(again.pages == report.pages);
}

TEST_CASE("A build with an error leaves an existing output byte for byte as it was") {
    SmallSite site;
    (void)site.built();
    const auto before = files_below(site.folder.path());
    const auto [file, bytes, fault] = GENERATE(table<const char*, const char*, const char*>({
        {"site/site.toml", "title = Responses\n", "Responses [toml/syntax]"},
        {"site/site.toml", "title = \"Responses\"\n", "t [config/missing-key]"},
        {"site/content/about.md", "no front matter\n", "no front matter [front-matter/missing]"},
        {"site/content/about.md", "+++\ntitle = \"About\"\n+++\n\n[x](nowhere.md)\n", "nowhere.md [link/no-target]"},
        {"site/themes/default/templates/page.mustache", "{{titel}}", "titel [template/unknown-key]"},
        {"site/content/inspections/custody-2025.md", "+++\n", "+++ [front-matter/unclosed]"},
        {"site/content/tags.md", "+++\ntitle = \"Tags\"\n+++\n", "content/tags.md [output/collision]"},
    }));
    site.folder.write(file, bytes);
    CAPTURE(file, bytes);
    const build::Report report = site.built();
    CHECK_FALSE(report.committed);
    const Lines marks = samples::marks(report.diagnostics);
    CAPTURE(marks);
    CHECK(std::find(marks.begin(), marks.end(), fault) != marks.end());
    auto after = files_below(site.folder.path());
    if (const auto old = before.find(file); old != before.end())
        after[file] = old->second;
    else
        after.erase(file);
    CHECK(after == before);
}

TEST_CASE("All faults of all files are found in one run, in the order of their places") {
    SmallSite site;
    site.folder.write("site/site.toml", "title = \"Responses\"\nbase_url = \"https://example.org/\"\nfoo = 1\n");
    site.folder.write("site/content/about.md", "+++\ntitle = \"About\"\nbar = 1\n+++\n\n[x](nowhere.md)\n");
    site.folder.write("site/themes/default/templates/page.mustache", "{{nothing_like_it}}");
    CHECK(samples::faults(site.built().diagnostics) == Lines{"3:1 bar [front-matter/unknown-key]",
                                                             "6:5 nowhere.md [link/no-target]", "3:1 foo [config/unknown-key]",
                                                             "1:3 nothing_like_it [template/unknown-key]"});
}

TEST_CASE("A warning stops nothing, unless warnings are errors") {
    SmallSite site;
    site.folder.write("site/content/inspections/custody-2024.md", samples::response_file({"types = [\"unknown\"]"}));
    site.options.warnings_are_errors = true;
    CHECK_FALSE(site.built().committed);
    site.options.warnings_are_errors = false;
    const build::Report report = site.built();
    CHECK(report.committed);
    CHECK(report.diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("A check finds what a build would and writes nothing") {
    SmallSite site;
    site.options.commit = false;
    const auto before = files_below(site.folder.path());
    const build::Report report = site.built();
    CHECK_FALSE(report.committed);
    CHECK(report.pages > 0);
    CHECK(files_below(site.folder.path()) == before);
}

TEST_CASE("An output folder that is not vitrine's is a failure before anything is read") {
    SmallSite site;
    site.folder.write("site/public/thesis.txt", "years of work");
    const auto report = build::build_site(site.options);
    REQUIRE_FALSE(report);
    CHECK(report.failure().message.starts_with("cannot build into "));
    CHECK(site.output() == std::map<std::string, std::string>{{"thesis.txt", "years of work"}});
}

TEST_CASE("A site's own colours are linked from every page and published") {
    SmallSite site;
    CHECK_FALSE(site.built().diagnostics.has_errors());
    CHECK(site.output().at("about/index.html").find("assets/custom") == std::string::npos);
    site.folder.write("site/themes/default/assets/custom.css", ":root { --accent: #205; }\n");
    REQUIRE(site.built().committed);
    const auto files = site.output();
    const std::string path = asset(files, "custom.css");
    CHECK(files.at(path) == ":root { --accent: #205; }\n");
    CHECK(files.at("about/index.html").find("href=\"../" + path + "\"") != std::string::npos);
}

TEST_CASE("A style sheet of other bytes has another address, and every page names that one") {
    SmallSite site;
    site.folder.write("site/themes/default/assets/custom.css", ":root { --accent: #205; }\n");
    site.folder.write("site/themes/default/assets/fonts/plain.woff2", "letters");
    REQUIRE(site.built().committed);
    const auto before = site.output();
    site.folder.write("site/themes/default/assets/custom.css", ":root { --accent: #206; }\n");
    REQUIRE(site.built().committed);
    const auto after = site.output();
    const std::string old = asset(before, "custom.css"), now = asset(after, "custom.css");
    CHECK(old != now);
    CHECK_FALSE(after.contains(old));
    CHECK(asset(before, "style.css") == asset(after, "style.css"));
    CHECK(after.contains("assets/fonts/plain.woff2"));  // style sheets name it
    for (const auto& [path, bytes] : after) {
        CAPTURE(path);
        if (path.ends_with(".html")) CHECK((bytes.find(now) != std::string::npos && bytes.find(old) == std::string::npos));
    }
}

TEST_CASE("A theme of the command line that is nowhere is reported as such") {
    SmallSite site;
    site.options.theme = "absent";
    CHECK(samples::faults(site.built().diagnostics) == Lines{"--theme [theme/missing]"});
}
