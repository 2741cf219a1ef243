#include "check/sections.h"

#include <catch2/catch.hpp>

#include "check/check_samples.h"

using namespace vitrine;
using samples::Checked;
using samples::Lines;

namespace {

/// The sections of the form as `id`, or `id, empty`.
Lines sections(const std::string& body) {
    const Checked checked(body);
    Lines all;
    for (const check::WrittenSection& section : check::written_sections(checked.text(), checked.file.response))
        all.push_back(std::string(section.id) + (section.is_empty ? ", empty" : ""));
    return all;
}

Lines record(const std::string& body, const std::string& officer) {
    return Checked(body, {"sent_to_hmicfrs = 2024-09-12", "sent_to_home_secretary = 2024-09-12"}, officer.empty() ? "" : "[chief_officer]\nname = \"A B\"\n" + officer)
        .found_by(check::find_gaps_in_the_record);
}

const std::string pcc = "\n## PCC response\n\nYes.\n";

}  // namespace

TEST_CASE("A section with headings alone is empty, and one with code, a list or a table is not") {
    CHECK(sections("\n## Findings\n\n### Cells\n\n## Force response\n\n- One\n\n## PCC response\n\n## Other\n\nWords.\n") ==
          Lines{"findings, empty", "force-response", "pcc-response, empty"});
    CHECK(sections("\n## Findings\n\n```\ncode\n```\n\n## PCC response") == Lines{"findings", "pcc-response, empty"});
    CHECK(sections("\nFindings\n--------\n\nPCC response\n------------\n\nWords.\n") == Lines{"findings, empty", "pcc-response"});
    CHECK(sections("\n## Findings\n\nWords.\n\n> ## PCC response\n").size() == 1);
}

TEST_CASE("An empty section is no answer, and is reported once") {
    const std::string body = "\n## Findings\n\n## PCC response\n";
    CHECK(record(body, "outcome = \"none-received\"\n") == Lines{"PCC response: the commissioner’s comments are missing: the section `PCC response` is empty"});
    CHECK(Checked(body).found_by(check::find_empty_sections) == Lines{"Findings: nothing stands under the heading `Findings`"});
    CHECK(Checked(body, {"status = \"draft\""}).found_by(check::find_empty_sections).empty());
    CHECK(Checked(body, {"section55 = \"voluntary\""}).found_by(check::find_empty_sections).size() == 2);
}

TEST_CASE("The record and the sections agree on the chief officer’s comments") {
    const std::string force = "\n## Force response\n\nWords.\n";
    CHECK(record(force + pcc, "outcome = \"comments\"\n").empty());
    CHECK(record(force + pcc, "").empty());
    CHECK(record(pcc, "outcome = \"none-received\"\n").empty());
    CHECK(record(pcc, "outcome = \"comments\"\n") == Lines{"\"comments\": the chief officer commented, but the comments are not here"});
    CHECK(record(pcc, "received = 2024-08-01\n") == Lines{"2024-08-01: the chief officer commented, but the comments are not here"});
    CHECK(record(force + pcc, "outcome = \"not-invited\"\n") == Lines{"Force response: a section `Force response` beside `outcome = \"not-invited\"`"});
    CHECK(record("\n## Force response\n\nThe force was invited. No comments were received.\n" + pcc, "outcome = \"none-received\"\n").empty());
    CHECK(record(pcc, "") == Lines{"+++: nothing says whether the chief officer commented"});
}

TEST_CASE("Sections in another order than the form’s are named, and headings of one’s own are not") {
    const Checked checked("\n## Findings\n\nA.\n\n## Executive summary\n\nB.\n\n## Next steps\n\nC.\n\n## PCC response\n\nD.\n\n## Force response\n\nE.\n");
    CHECK(checked.found_by(check::find_sections_out_of_order) ==
          Lines{"Executive summary: the page shows `Executive summary` above `Findings`, as the form does",
                "Force response: the page shows `Force response` above `PCC response`, as the form does"});
}

TEST_CASE("A recommendation that is complete says since when") {
    const auto found = [](const std::string& status) {
        return Checked("", {}, "[[recommendations]]\nnumber = \"3a\"\nkind = \"recommendation\"\ntext = \"Do it.\"\n" + status).found_by(check::find_undated_statuses);
    };
    CHECK(found("status = \"complete\"\n") == Lines{"\"3a\": recommendation `3a` is complete, but nothing says since when"});
    CHECK(found("status = \"complete\"\nstatus_date = 2025-01-19\n").empty());
    CHECK(found("status = \"in-progress\"\n").empty());
}
