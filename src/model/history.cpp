#include "model/history.h"

#include <algorithm>

namespace vitrine {

Date published_on(const Response& response) { return response.response_published.value_or(response.report_published); }

std::optional<Date> publication_day(const Response& response) {
    const bool is_known = response.response_published || response.report_published_precision == Precision::day;
    return is_known ? std::optional(published_on(response)) : std::nullopt;
}

std::optional<Date> last_changed(const Response& response, Date today) {
    std::optional<Date> last;
    const auto consider = [&](Date date) {
        if (date <= today && (!last || date > *last)) last = date;
    };
    if (response.report_published_precision == Precision::day) consider(response.report_published);
    if (response.response_published) consider(*response.response_published);
    for (const Update& update : response.updates) consider(update.date);
    for (const Recommendation& item : response.recommendations) {
        if (item.status_date) consider(*item.status_date);
        for (const Update& update : item.updates) consider(update.date);
    }
    return last;
}

std::vector<std::size_t> newest(const Site& site, std::span<const std::size_t> among, std::size_t count) {
    std::vector<std::size_t> news;
    for (const std::size_t index : among) {
        const Response& response = site.responses[index];
        if (response.status == Status::published && published_on(response) <= site.today()) news.push_back(index);
    }
    const auto is_newer = [&](std::size_t a, std::size_t b) {
        const Date day_a = published_on(site.responses[a]), day_b = published_on(site.responses[b]);
        return day_a != day_b ? day_a > day_b : a < b;
    };
    const std::size_t kept = std::min(count, news.size());
    std::partial_sort(news.begin(), news.begin() + static_cast<std::ptrdiff_t>(kept), news.end(), is_newer);
    news.resize(kept);
    return news;
}

}  // namespace vitrine
