#include "model/due.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace vitrine {
namespace {

class Duties {
public:
    explicit Duties(const Site& site) : site_(site) {}

    std::vector<Duty> all() {
        for (const Response& response : site_.responses) add(response, true);
        for (const Response& response : site_.hidden.responses) add(response, false);
        for (const Page& page : site_.pages) add(page);
        if (site_.introduction) add(*site_.introduction);
        const auto rank = [](const Duty& duty) { return std::tuple(!duty.due, duty.due.value_or(Date()), std::string_view(duty.id), std::string_view(duty.part)); };
        std::sort(duties_.begin(), duties_.end(), [&](const Duty& a, const Duty& b) { return rank(a) < rank(b); });
        return std::move(duties_);
    }

private:
    void add(const Response& response, bool is_public) {
        if (response.status == Status::withdrawn) return;
        const Clock clock = site_.clock(response);
        const auto duty = [&](Duty::Kind kind, std::string part, std::optional<Date> due, Span place) {
            duties_.push_back({kind, response.id.value, std::move(part), response.name(), {}, due, is_public, response.source, place});
        };
        if (clock.deadline && !is_answered(response, *clock.deadline)) duty(Duty::Kind::response, "response", clock.deadline, response.id.span);
        if (response.chief_officer && is_awaited(*response.chief_officer))
            duty(Duty::Kind::chief_officer_comments, "chief-officer", clock.deadline, response.id.span);
        for (const Recommendation& item : response.recommendations) {
            if (!item.is_open() || !item.due) continue;
            duty(Duty::Kind::recommendation, item.anchor, item.due, item.number.span);
            duties_.back().item = Duty::Item{item.kind, item.number.value};
        }
    }

    /// Whether the response is public, or will be in time by itself.
    [[nodiscard]] bool is_answered(const Response& response, Date deadline) const {
        if (response.status == Status::draft || !response.response_published) return false;
        if (response.embargo_until && response.embargo_until->date > deadline) return false;
        return *response.response_published <= std::max(site_.today(), deadline);
    }

    static bool is_awaited(const ChiefOfficer& officer) { return officer.invited && !officer.received && !officer.outcome; }

    void add(const Page& page) {
        if (page.review_by)
            duties_.push_back({Duty::Kind::page_review, page.path, "review", page.title, {}, page.review_by, true, page.source, {0, 3}});
    }

    const Site& site_;
    std::vector<Duty> duties_;
};

}  // namespace

std::vector<Duty> duties_of(const Site& site) { return Duties(site).all(); }

}  // namespace vitrine
