#include <algorithm>
#include <cstdlib>
#include <optional>

#include "check/text_checks.h"

namespace vitrine::check {
namespace {

/// A date of the front matter and its place.
std::optional<Located<Date>> date_of(const toml_tree::Table* table, std::string_view key) {
    const toml_tree::Value* value = value_of(table, key);
    const auto* date = value == nullptr ? nullptr : std::get_if<Date>(&value->data);
    if (date == nullptr) return std::nullopt;
    return Located<Date>{*date, value->span};
}

/// The first day on which the report may have been published, as exactly as that is known.
Date first_day(const Response& response) {
    const Date date = response.report_published;
    switch (response.report_published_precision) {
        case Precision::day: return date;
        case Precision::month: return date.year() / date.month() / 1;
        case Precision::year: return date.year() / std::chrono::January / 1;
    }
    return date;
}

class RecordDates {
public:
    RecordDates(const Text& text, const Response& response, Diagnostics& diagnostics) : text_(text), response_(response), diagnostics_(diagnostics) {}

    void near_the_response() {
        if (!response_.response_published) return;
        for (const std::string_view key : {"sent_to_hmicfrs", "sent_to_home_secretary"}) near_the_response(date_of(&text_.front_matter, key), key);
        const toml_tree::Table* officer = table_of(text_.front_matter, "chief_officer");
        for (const std::string_view key : {"invited", "received"}) near_the_response(date_of(officer, key), key);
    }

    void of_recommendations() {
        for (const toml_tree::Table* item : tables_of(text_.front_matter, "recommendations")) {
            within_its_time(date_of(item, "status_date"), "`status_date`");
            of_updates(*item);
        }
        of_updates(text_.front_matter);
    }

private:
    /// A year and a day: a wrong year is seen, and what is late by some months is let be. What lies between the report and a
    /// response that is later still is as late as that.
    void near_the_response(const std::optional<Located<Date>>& date, std::string_view key) {
        constexpr int year = 366;
        if (!date || !date->value.ok() || std::abs(days_between(*response_.response_published, date->value)) <= year) return;
        if (first_day(response_) <= date->value && date->value <= *response_.response_published) return;
        report(*date, quoted(key) + " lies more than a year from the response, of " + long_date(*response_.response_published), "check the year");
    }

    void of_updates(const toml_tree::Table& table) {
        for (const toml_tree::Table* update : tables_of(table, "updates")) within_its_time(date_of(update, "date"), "the date of this update");
    }

    void within_its_time(const std::optional<Located<Date>>& date, const std::string& name) {
        if (!date || !date->value.ok()) return;
        if (date->value < first_day(response_))
            report(*date, name + " lies before the report was published", "check the year");
        else if (date->value > last_day())
            report(*date, name + " lies in the future", "a history says what has happened: mend the date, or write it down when it has come");
    }

    /// What is prepared for the day of its publication may speak of all that will have happened by then.
    [[nodiscard]] Date last_day() const {
        Date last = std::max(text_.today, response_.response_published.value_or(text_.today));
        if (response_.embargo_until) last = std::max(last, response_.embargo_until->date);
        return last;
    }

    void report(const Located<Date>& date, std::string message, std::string help) {
        diagnostics_.add(Code::check_date, text_.source, date.span, std::move(message), std::move(help));
    }

    const Text& text_;
    const Response& response_;
    Diagnostics& diagnostics_;
};

}  // namespace

void find_unlikely_dates(const Text& text, Diagnostics& diagnostics) {
    if (text.response == nullptr || !text.response->report_published.ok()) return;
    RecordDates dates(text, *text.response, diagnostics);
    dates.near_the_response();
    dates.of_recommendations();
}

void find_undated_statuses(const Text& text, Diagnostics& diagnostics) {
    if (text.response == nullptr) return;
    for (const Recommendation& item : text.response->recommendations)
        if (item.status == RecommendationStatus::complete && !item.status_date)
            diagnostics.add(Code::check_status_date, text.source, item.number.span, "recommendation " + quoted(item.number.value) + " is complete, but nothing says since when",
                            "add `status_date`: the list of all recommendations shows it");
}

}  // namespace vitrine::check
