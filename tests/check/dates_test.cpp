#include <catch2/catch.hpp>

#include "check/check_samples.h"
#include "check/statements.h"
#include "check/written_dates.h"

using namespace vitrine;
using samples::Checked;
using samples::Lines;

namespace {

/// Each date of a text as `written: date`, with the day of the week where there is one.
Lines dates(const std::string& text) {
    Lines all;
    const check::Block block{check::Block::Kind::paragraph, {0, static_cast<std::uint32_t>(text.size())}, "", true};
    for (const check::WrittenDate& date : check::dates_in(text, block)) {
        const std::string weekday = date.weekday ? std::to_string(date.weekday->c_encoding()) + " " : "";
        all.push_back(text.substr(date.span.begin, date.span.end - date.span.begin) + ": " + weekday + iso(date.date));
    }
    return all;
}

/// What is said of a date behind those words: "own report", "the response", "one report" where the words say which; or nothing.
std::string said(std::string_view words) {
    const auto statement = check::statement_before_date(words);
    if (!statement) return "";
    return std::string(statement->is_own ? "own " : statement->picks_out ? "one " : "the ") +
           (statement->of == check::Statement::Of::report ? "report" : "response");
}

}  // namespace

TEST_CASE("Dates are read in every form that people write, with the day of the week") {
    CHECK(dates("4 September 2014") == Lines{"4 September 2014: 2014-09-04"});
    CHECK(dates("on Thursday 4th of September, 2014.") == Lines{"Thursday 4th of September, 2014: 4 2014-09-04"});
    CHECK(dates("Thurs, the 4th Sept 2014") == Lines{"Thurs, the 4th Sept 2014: 4 2014-09-04"});
    CHECK(dates("Thursday, September 4th, 2014") == Lines{"Thursday, September 4th, 2014: 4 2014-09-04"});
    CHECK(dates("(04/09/2014)") == Lines{"04/09/2014: 2014-09-04"});
    CHECK(dates("4\u00a0September\u00a02014") == Lines{"4\u00a0September\u00a02014: 2014-09-04"});
    CHECK(dates("4\nSeptember 2014 and 1 May 2015") == Lines{"4\nSeptember 2014: 2014-09-04", "1 May 2015: 2015-05-01"});
}

TEST_CASE("What is no whole date is not taken for one") {
    CHECK(dates("September 2014, in 2014, 2014/15, the 4 forces of 2014, 45 May 2014, 4 of 2014, item 3 may 2014").empty());
    CHECK(dates("https://northshire.example/04/09/2014 and A/04/09/2014, 4 September 20145, 4 Septimus 2014, 2014").empty());
    CHECK(dates("").empty());
}

TEST_CASE("Plain statements on when a report or response was published or sent are understood") {
    CHECK(said("This report was published on ") == "own report");
    CHECK(said("HMICFRS published the report on ") == "the report");
    CHECK(said("The HMICFRS report, published on ") == "the report");
    CHECK(said("Following the report published on the ") == "one report");
    CHECK(said("Since then the inspection report was first published ") == "the report");
    CHECK(said("HMICFRS’s report was published by the inspectorate on ") == "the report");
    CHECK(said("I sent my comments to the Home Secretary on ") == "own response");
    CHECK(said("The response was sent to HMICFRS on ") == "the response");
    CHECK(said("We published this response online on ") == "own response");
}

TEST_CASE("What is to come, is of somebody else or is said in other words is no such statement") {
    for (const std::string_view words : {"This report will be published on ", "The report was not published on ", "The national report was published on ",
                                         "The report was discussed on ", "Chief officers’ comments were sent on ", "A report was published on ",
                                         "The report, published last year, says that on ", "The report was published: on ",
                                         "The previous response was published on ", "The plan was published on ", "", "on ", "published on "})
        CHECK(said(words) == "");
}

TEST_CASE("Days that there are not, and days of the week that are not the date’s, are found") {
    const Checked checked("\n31 June 2024, Monday 3 May 2024, 09/25/2024, Friday 3 May 2024, 29 February 2024 and 29 February 2023.\n");
    CHECK(checked.found_by(check::find_impossible_dates) ==
          Lines{"31 June 2024: there is no such day", "Monday 3 May 2024: 3 May 2024 was a Friday", "09/25/2024: there is no month of that number",
                "29 February 2023: there is no such day"});
}

TEST_CASE("A date of the report or response is compared with the record") {
    const auto found = [](const std::string& sentence, const Lines& changes = {}) {
        return Checked("\n" + sentence + "\n", changes).found_by(check::find_dates_that_disagree);
    };
    const std::string recorded = ": the record says that the report was published on 19 July 2024";
    CHECK(found("This report was published on 19 July 2024.").empty());
    CHECK(found("This report was published on 18 July 2024.") == Lines{"18 July 2024" + recorded});
    CHECK(found("“This report was published on 18 July 2024.”").empty());
    CHECK(found("> This report was published on 18 July 2024.").empty());
    CHECK(found("This report was published on 1 July 2024.", {"report_published_precision = \"month\""}).empty());
    CHECK(found("The report published on 3 May 2021 was about vetting.").empty());
    CHECK(found("The report published on 19 July 2023 was about custody.") == Lines{"19 July 2023" + recorded});
    CHECK(found("An earlier inspection found much. The report was published on 3 May 2021.").empty());
    CHECK(found("My response was published on 12 September 2024.").empty());
    CHECK(found("My response was published on 12 September 2023.") == Lines{"12 September 2023: the record says 12 September 2024"});
    CHECK(found("My response was published on 09/12/2024.") == Lines{"09/12/2024: the record says 12 September 2024"});
    CHECK(found("My response was published on 1 July 2024.") == Lines{"1 July 2024: this is before the report was published, on 19 July 2024"});
    CHECK(found("My response was sent to HMICFRS on 1 August 2024.").empty());
}

TEST_CASE("A date of an inspection that this one follows is no slip") {
    Checked checked("\nThis report was published on 3 May 2021.\n");
    const Response before = samples::response("before", "2021-05-03");
    check::Subject subject{checked.file.source.get(), checked.file.response.parts, nullptr, &checked.file.response, {&before}};
    Diagnostics found;
    check::find_dates_that_disagree(check::read_text(subject, checked.config, samples::day("2026-06-30")), found);
    CHECK(found.empty());
}

TEST_CASE("A deadline that was found by adding 56 days is a day too late") {
    const auto found = [](const std::string& sentence, const Lines& changes = {}) {
        return Checked("\n" + sentence + "\n", changes).found_by(check::find_dates_that_disagree).size();
    };
    CHECK(found("The deadline for my response is 13 September 2024.") == 1);
    CHECK(found("I have to respond by 13 September 2024.") == 1);
    CHECK(found("The 56 days end on 13 September 2024.") == 1);
    CHECK(found("The deadline for my response is 12 September 2024.") == 0);
    CHECK(found("My response is due before 13 September 2024.") == 0);
    CHECK(found("The panel looked at the response on 13 September 2024.") == 0);
    CHECK(found("The force has to train its staff by 13 September 2024.") == 0);
    // The day on which it came is recorded, and the deadline was another.
    CHECK(found("My response was due on 12 September 2024 and came on 13 September 2024.", {"response_published = 2024-09-13"}) == 0);
    CHECK(found("My response was due on 13 September 2024.", {"response_published = 2024-09-13"}) == 1);
}

TEST_CASE("Dates of the record that lie far from the response, before the report or in the future are found") {
    CHECK(Checked("", {"sent_to_hmicfrs = 2025-09-12", "sent_to_home_secretary = 2025-10-12"}).found_by(check::find_unlikely_dates) ==
          Lines{"2025-10-12: `sent_to_home_secretary` lies more than a year from the response, of 12 September 2024"});
    CHECK(Checked("", {}, "[chief_officer]\ninvited = 2023-08-01\nname = \"A B\"\n").found_by(check::find_unlikely_dates) ==
          Lines{"2023-08-01: `invited` lies more than a year from the response, of 12 September 2024"});
    // As late as the response itself.
    CHECK(Checked("", {"response_published = 2026-01-05"}, "[chief_officer]\ninvited = 2024-08-01\nname = \"A B\"\n").found_by(check::find_unlikely_dates).empty());
    const auto updated = [](const std::string& date, const Lines& changes = {}) {
        return Checked("", changes, "[[updates]]\ndate = " + date + "\ntext = \"Done.\"\n").found_by(check::find_unlikely_dates);
    };
    CHECK(updated("2024-07-18") == Lines{"2024-07-18: the date of this update lies before the report was published"});
    CHECK(updated("2024-07-18", {"report_published_precision = \"month\""}).empty());
    CHECK(updated("2026-06-30").empty());
    CHECK(updated("2026-07-01", {"embargo_until = 2026-07-01T00:01:00"}).empty());
    CHECK(updated("2026-07-01") == Lines{"2026-07-01: the date of this update lies in the future"});
}
