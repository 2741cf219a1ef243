#include "base/text.h"
#include "plan/address.h"
#include "render/chart.h"
#include "render/structured_data.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

int number_of(const YearOfEvents& year) { return int{year.year}; }

Value year_row(const Context& context, const YearFigures& year) {
    const int number = int{year.year};
    return Object{{"year", std::to_string(number)},
                  {"url", context.address(plan::year_folder(number))},
                  {"reports", grouped(year.reports)},
                  {"responses", grouped(year.responses)},
                  {"median_days", year.median_days ? Value(std::to_string(*year.median_days)) : Value()},
                  {"in_time", grouped(year.in_time)},
                  {"late", grouped(year.late)}};
}

struct EventWords {
    std::string what;
    std::string_view key;
    std::string note;
    bool late = false;
};

std::string days_late(const Clock& clock) { return counted(static_cast<std::size_t>(clock.days_late), "day", "days"); }

EventWords words_of_deadline(const Clock& clock) {
    EventWords words = {"Last lawful day for the response", "deadline", ""};
    if (clock.state == Clock::State::in_time) words.note = "Met on day " + std::to_string(clock.day);
    if (clock.state == Clock::State::late) words.note = "Missed by " + days_late(clock);
    if (clock.state == Clock::State::overdue) words.note = "Not published yet";
    words.late = clock.days_late > 0;
    return words;
}

EventWords words_of_response(const Clock& clock) {
    EventWords words = {"Response published", "response", ""};
    if (clock.state == Clock::State::in_time) words.note = "In time, on day " + std::to_string(clock.day);
    if (clock.state == Clock::State::late) words.note = days_late(clock) + " late";
    words.late = clock.state == Clock::State::late;
    return words;
}

EventWords words_of(const Event& event, const Response& response, const Clock& clock) {
    switch (event.kind) {
        case Event::Kind::report: return {"Report published", "report", inspectorate_of(response)};
        case Event::Kind::deadline: return words_of_deadline(clock);
        case Event::Kind::response: return words_of_response(clock);
    }
    return {};
}

Value event_value(const Context& context, const Event& event) {
    const Response& response = context.site.responses[event.response];
    EventWords words = words_of(event, response, context.site.clock(response));
    const Precision precision = event.kind == Event::Kind::report ? response.report_published_precision : Precision::day;
    return Object{{"date", date_value(event.date, precision)},
                  {"what", std::move(words.what)},
                  {"key", Value::borrowed(words.key)},
                  {"title", Value::borrowed(response.name())},
                  {"url", context.address(plan::response_folder(response.id.value))},
                  {"note", std::move(words.note)},
                  {"late", words.late},
                  {"hidden", hidden_value(words_of_hidden(context.site, response))}};
}

Value months_value(const Context& context, const std::vector<Event>& events, plan::Range range) {
    List months;
    for (std::size_t i = range.begin; i < range.end;) {
        const std::chrono::month month = events[i].date.month();
        List entries;
        for (; i < range.end && events[i].date.month() == month; ++i) entries.push_back(event_value(context, events[i]));
        std::string id = iso(events[i - 1].date).substr(0, 7);
        months.push_back(Object{{"name", month_name(month)}, {"id", "month-" + id}, {"events", std::move(entries)}});
    }
    return months;
}

Value year_link(const Context& context, const YearOfEvents& year) {
    return link_value({std::to_string(number_of(year)), context.address(plan::year_folder(number_of(year)))});
}

}  // namespace

Object timeline_view(const Context& context) {
    const std::vector<YearFigures> years = figures_by_year(context.site);
    PageHead head = {"timeline", std::string(plan::timeline_folder), "Timeline", {},
                     "Reports of inspections and the responses to them, year by year.", {}};
    head.things = {collection_node(context, head)};
    Object page = page_object(context, std::move(head));
    List rows;
    for (const YearFigures& year : years) rows.push_back(year_row(context, year));
    page.emplace_back("total", counted(years.size(), "year", "years"));
    page.emplace_back("chart", chart_of_years(years));
    page.emplace_back("chart_text",
                      "Reports published in each year, and the median number of days until the response to them. The line marks day 56, "
                      "the last that the law allows for reports since 2 May 2017.");
    page.emplace_back("years", some(std::move(rows)));
    return page;
}

Object year_view(const Context& context, std::size_t index, std::size_t number) {
    const std::vector<YearOfEvents>& years = context.plan.years;
    const YearOfEvents& year = years[index];
    const std::string name = std::to_string(number_of(year));
    const std::string folder = plan::year_folder(number_of(year));
    PageHead head = {"timeline-year", folder, name, "Timeline: " + name, "Reports, responses and deadlines of " + name + ", newest first.",
                     {home_crumb(), {"Timeline", std::string(plan::timeline_folder)}}, number};
    head.things = {collection_node(context, head)};
    Object page = page_object(context, std::move(head));
    page.emplace_back("total", counted(year.events.size(), "event", "events"));
    const bool has_previous = index + 1 < years.size(), has_next = index > 0;
    Object neighbours = {{"previous", has_previous ? year_link(context, years[index + 1]) : Value()},
                         {"next", has_next ? year_link(context, years[index - 1]) : Value()}};
    page.emplace_back("neighbours", has_previous || has_next ? Value(std::move(neighbours)) : Value());
    const plan::Range range = plan::entries_of_page(number, year.events.size(), context.site.config.page_size);
    page.emplace_back("months", months_value(context, year.events, range));
    page.emplace_back("pagination", pagination_value(context, folder, number, year.events.size()));
    return page;
}

}  // namespace vitrine::render
