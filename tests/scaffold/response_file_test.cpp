#include "scaffold/response_file.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "base/text.h"
#include "content/response.h"

using namespace vitrine;

namespace {

scaffold::Draft draft_of(const std::string& title, Date published) {
    scaffold::Draft draft;
    draft.title = {title, scaffold::Certainty::sure};
    draft.report_published = {published, scaffold::Certainty::sure};
    draft.id = scaffold::id_for(title, published);
    draft.body = scaffold::empty_form();
    return draft;
}

constexpr Date day{std::chrono::year(2024), std::chrono::July, std::chrono::day(19)};

SiteConfig config() {
    SiteConfig made;
    made.office.force = "Northshire Police";
    made.tag_labels = {{"custody", "Custody"}};
    return made;
}

std::vector<std::string> codes(const std::string& text) {
    Diagnostics diagnostics;
    static_cast<void>(content::parse_response(std::make_shared<SourceText>("a.md", text), "a", diagnostics));
    std::vector<std::string> found;
    for (const Diagnostic& diagnostic : diagnostics.all())
        found.push_back(std::string(describe(diagnostic.code).name) + ": " + diagnostic.message);
    return found;
}

/// The file with each offered key uncommented.
std::string uncommented(const std::string& text) {
    std::string out;
    for (const std::string_view line : split(text, '\n')) {
        const bool is_offer = line.starts_with("# [") || std::regex_search(std::string(line), std::regex("^# [a-z0-9_]+ = "));
        out += std::string(is_offer ? line.substr(2) : line) + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("A new response has no fault but what is still to be decided") {
    const std::vector<std::string> found =
        codes(scaffold::response_file(draft_of("Custody", day), config(), scaffold::Comments::explain));
    CHECK(std::all_of(found.begin(), found.end(), [](const std::string& code) { return code.starts_with("response/undecided"); }));
}

TEST_CASE("Every key that a new response offers is one that may be uncommented") {
    const std::string text = uncommented(scaffold::response_file(draft_of("Custody", day), config(), scaffold::Comments::explain));
    for (const std::string& code : codes(text)) {
        INFO(code);
        CHECK_FALSE(code.starts_with("front-matter/unknown-key"));
        CHECK_FALSE(code.starts_with("front-matter/wrong-type"));
        CHECK_FALSE(code.starts_with("front-matter/syntax"));
    }
    for (const char* key : {"id", "short_title", "partners", "cycle", "letter_url", "follows", "late_reason", "section55_reason",
                            "embargo_until", "aliases", "cause_of_concern", "pcc_explanation", "status_date", "grade", "invited"})
        CHECK(text.find("\n" + std::string(key) + " = ") != std::string::npos);
}

TEST_CASE("A new response says the last lawful day, or that there is none") {
    CHECK(scaffold::response_file(draft_of("Custody", day), config(), scaffold::Comments::explain).find("12 September 2024") !=
          std::string::npos);
    const Date before{std::chrono::year(2014), std::chrono::September, std::chrono::day(4)};
    CHECK(scaffold::response_file(draft_of("Custody", before), config(), scaffold::Comments::explain).find("no last day") !=
          std::string::npos);
}

TEST_CASE("A text with quotation marks, several lines and backslashes comes back as it was") {
    scaffold::Draft draft = draft_of("“Lost” \"and\" C:\\found", day);
    draft.recommendations = {
        {{"1", RecommendationKind::recommendation, "One \"quoted\"\n\nand \\ another", {Addressee::pcc}, day, "", ""}},
        scaffold::Certainty::sure};
    Diagnostics diagnostics;
    const auto response = content::parse_response(
        std::make_shared<SourceText>("a.md", scaffold::response_file(draft, config(), scaffold::Comments::review)), "a",
        diagnostics);
    REQUIRE(response);
    CHECK(response->title == draft.title.value);
    CHECK(response->recommendations.at(0).text.plain_text == "One \"quoted\" and \\ another");
}

TEST_CASE("An id is the name of the inspection and the year of its report") {
    CHECK(scaffold::id_for("Night Calls - An inspection of the Telephone", day) == "night-calls-2024");
    CHECK(scaffold::id_for("Custody: an unannounced visit", day) == "custody-2024");
    CHECK(scaffold::id_for("State of Policing 2024", day) == "state-of-policing-2024");
    CHECK(scaffold::id_for("Custody", std::nullopt) == "custody");
    CHECK(scaffold::id_for("A very long title without any mark in it that goes on and on and on for ever", day).size() <= 65);
}

TEST_CASE("The roster names the commissioner of the day, to be confirmed, and no deputy") {
    const std::vector<Person> roster = {{"Wren", "Deputy Police and Crime Commissioner", {}, {}},
                                        {"Old", "Police and Crime Commissioner", {}, plus_days(day, -1)},
                                        {"New", "Police, Fire and Crime Commissioner", day, {}}};
    const auto found = scaffold::commissioner_on(roster, day);
    CHECK(found.certainty == scaffold::Certainty::to_confirm);
    CHECK((found.value.name + found.value.role) == "Newpfcc");
    CHECK_FALSE(scaffold::commissioner_on({}, day).is_known());
}
