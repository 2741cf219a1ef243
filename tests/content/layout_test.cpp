#include "content/layout.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using content::FileKind;
using samples::Lines;

namespace {

/// Who gets each file: `file -> owner: name in the output`, `page: name` for files that belong to no response.
struct Assigned {
    std::vector<std::vector<Attachment>> attachments;  ///< by owner
    Diagnostics diagnostics;
    Lines lines;

    Assigned(const Lines& owners, const Lines& files, const Lines& unreadable = {}) {
        attachments.resize(owners.size());
        std::vector<content::Owner> all;
        for (std::size_t i = 0; i < owners.size(); ++i) all.push_back({owners[i], &attachments[i]});
        for (const std::string& path : unreadable) all.push_back({path, nullptr});
        std::vector<Attachment> found;
        for (const std::string& file : files) found.push_back({"content/" + file, {}, 7});
        for (const Attachment& file : content::assign_files(found, all, diagnostics)) lines.push_back("page: " + file.name);
        for (std::size_t i = 0; i < owners.size(); ++i)
            for (const Attachment& file : attachments[i]) lines.push_back(owners[i] + ": " + file.name);
    }
};

}  // namespace

TEST_CASE("What a file is follows from where it lies and how it ends") {
    CHECK(content::kind_of_file("inspections/custody-2024.md") == FileKind::response);
    CHECK(content::kind_of_file("inspections/2024/custody/index.md") == FileKind::response);
    CHECK(content::kind_of_file("about.md") == FileKind::page);
    CHECK(content::kind_of_file("index.md") == FileKind::page);
    CHECK(content::kind_of_file("help/inspections/about.md") == FileKind::page);
    CHECK(content::kind_of_file("about.cy.md") == FileKind::welsh);
    CHECK(content::kind_of_file("inspections/custody-2024.cy.md") == FileKind::welsh);
    CHECK(content::kind_of_file("inspections/custody-2024.pdf") == FileKind::other);
    CHECK(content::kind_of_file("logo.svg") == FileKind::other);
}

TEST_CASE("A response is called after its file, or after its folder where the file is its index") {
    CHECK(content::default_id("inspections/custody-2024.md") == "custody-2024");
    CHECK(content::default_id("inspections/2024/custody.md") == "custody");
    CHECK(content::default_id("inspections/custody-2024/index.md") == "custody-2024");
    CHECK(content::default_id("inspections/2024/custody/index.md") == "custody");
}

TEST_CASE("A page stands in the output where its file stands in the content") {
    CHECK(content::page_path("about.md") == "about");
    CHECK(content::page_path("about/index.md") == "about");
    CHECK(content::page_path("about/people.md") == "about/people");
    CHECK(content::page_path("index.md").empty());
}

TEST_CASE("A folder with one response belongs to it, with the folders below") {
    const Assigned assigned({"inspections/custody/index.md"},
                            {"inspections/custody/letter.pdf", "inspections/custody/data/cells.csv", "inspections/custody/a.png"});
    CHECK(assigned.lines == Lines{"inspections/custody/index.md: a.png", "inspections/custody/index.md: data/cells.csv",
                                  "inspections/custody/index.md: letter.pdf"});
    CHECK(assigned.diagnostics.empty());
    CHECK(assigned.attachments[0][0].path == "content/inspections/custody/a.png");
    CHECK(assigned.attachments[0][0].size == 7);
}

TEST_CASE("A folder below a response that holds a response of its own does not belong to the upper one") {
    const Assigned assigned({"inspections/peel/index.md", "inspections/peel/revisit/index.md"},
                            {"inspections/peel/revisit/letter.pdf", "inspections/peel/letter.pdf"});
    CHECK(assigned.lines == Lines{"inspections/peel/index.md: letter.pdf", "inspections/peel/revisit/index.md: letter.pdf"});
}

TEST_CASE("Where several responses share a folder, a file belongs to the one whose name its own begins with") {
    const Assigned assigned({"inspections/custody.md", "inspections/custody-2024.md", "inspections/peel.md"},
                            {"inspections/custody-2024.pdf", "inspections/custody-2024-letter.pdf", "inspections/custody.pdf",
                             "inspections/custody-2023.pdf", "inspections/peel letter.pdf"});
    CHECK(assigned.lines == Lines{"inspections/custody.md: custody-2023.pdf", "inspections/custody.md: custody.pdf",
                                  "inspections/custody-2024.md: custody-2024-letter.pdf",
                                  "inspections/custody-2024.md: custody-2024.pdf", "inspections/peel.md: peel letter.pdf"});
    CHECK(assigned.diagnostics.empty());
}

TEST_CASE("A file whose name only begins with the same letters belongs to nobody, and that is a warning") {
    const Assigned assigned({"inspections/custody.md", "inspections/peel.md"},
                            {"inspections/custodyplan.pdf", "inspections/2014/custody.pdf"});
    CHECK(assigned.lines == Lines{});
    CHECK(samples::faults(assigned.diagnostics) == Lines{"content/inspections/custodyplan.pdf [attachment/unowned]",
                                                         "content/inspections/2014/custody.pdf [attachment/unowned]"});
    CHECK_FALSE(assigned.diagnostics.has_errors());
}

TEST_CASE("Files outside the inspections are published at their own paths") {
    const Assigned assigned({"inspections/custody.md"}, {"logo.svg", "about/team.jpg"});
    CHECK(assigned.lines == Lines{"page: logo.svg", "page: about/team.jpg"});
}

TEST_CASE("The files of a response that could not be read are nobody else's, and not reported as lost") {
    const Assigned assigned({"inspections/custody.md"}, {"inspections/peel-letter.pdf", "inspections/custody.pdf"},
                            {"inspections/peel.md"});
    CHECK(assigned.lines == Lines{"inspections/custody.md: custody.pdf"});
    CHECK(assigned.diagnostics.empty());
}
