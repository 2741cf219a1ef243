#include "model/timeline.h"

#include <algorithm>
#include <map>

namespace vitrine {
namespace {

int rank(Event::Kind kind) {
    switch (kind) {
        case Event::Kind::deadline: return 0;
        case Event::Kind::response: return 1;
        case Event::Kind::report: return 2;
    }
    return 3;
}

std::vector<Event> events_of(const Site& site, std::size_t index) {
    const Response& response = site.responses[index];
    std::vector<Event> events = {{response.report_published, Event::Kind::report, index}};
    if (response.response_published) events.push_back({*response.response_published, Event::Kind::response, index});
    if (const Clock clock = site.clock(response); clock.deadline) events.push_back({*clock.deadline, Event::Kind::deadline, index});
    return events;
}

int median(std::vector<int> values) {
    const std::size_t middle = values.size() / 2;
    std::sort(values.begin(), values.end());
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle] + 1) / 2;
}

}  // namespace

std::vector<YearOfEvents> timeline_of(const Site& site) {
    std::map<std::chrono::year, std::vector<Event>, std::greater<>> by_year;
    for (std::size_t i = 0; i < site.responses.size(); ++i) {
        if (site.responses[i].status == Status::withdrawn) continue;
        for (const Event& event : events_of(site, i)) by_year[event.date.year()].push_back(event);
    }
    std::vector<YearOfEvents> years;
    for (auto& [year, events] : by_year) {
        std::sort(events.begin(), events.end(), [&](const Event& a, const Event& b) {
            if (a.date != b.date) return a.date > b.date;
            if (a.kind != b.kind) return rank(a.kind) < rank(b.kind);
            return site.responses[a.response].id.value < site.responses[b.response].id.value;
        });
        years.push_back({year, std::move(events)});
    }
    return years;
}

std::vector<YearFigures> figures_by_year(const Site& site) {
    std::map<std::chrono::year, YearFigures, std::greater<>> by_year;
    std::map<std::chrono::year, std::vector<int>> days;
    for (const Response& response : site.responses) {
        if (response.status == Status::withdrawn) continue;
        YearFigures& year = by_year[response.report_published.year()];
        ++year.reports;
        const Clock clock = site.clock(response);
        if (clock.state == Clock::State::in_time) ++year.in_time;
        if (clock.state == Clock::State::late || clock.state == Clock::State::overdue) ++year.late;
        if (!response.response_published) continue;
        ++by_year[response.response_published->year()].responses;
        if (response.report_published_precision == Precision::day)
            days[response.report_published.year()].push_back(day_of_period(response.report_published, *response.response_published));
    }
    std::vector<YearFigures> out;
    for (auto& [year, figures] : by_year) {
        figures.year = year;
        if (const auto found = days.find(year); found != days.end()) figures.median_days = median(found->second);
        out.push_back(figures);
    }
    return out;
}

}  // namespace vitrine
