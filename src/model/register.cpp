#include "model/register.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace vitrine {
namespace {

const Recommendation& item_of(const Site& site, const RegisterEntry& entry) {
    return site.responses[entry.response].recommendations[entry.recommendation];
}

/// An entry and all that decides where it stands.
struct Ranked {
    RegisterEntry entry;
    RecommendationStatus status;
    bool overdue;
    Date due;  ///< of an overdue one

    friend bool operator<(const Ranked& a, const Ranked& b) {
        return std::tuple(a.status, !a.overdue, a.due) < std::tuple(b.status, !b.overdue, b.due);
    }
};

/// All recommendations in the order of registers.
std::vector<Ranked> ranked_entries(const Site& site) {
    std::vector<Ranked> ranked;
    const Date today = site.today();
    for (std::size_t i = 0; i < site.responses.size(); ++i) {
        const Response& response = site.responses[i];
        if (response.status == Status::withdrawn) continue;
        for (std::size_t j = 0; j < response.recommendations.size(); ++j) {
            const Recommendation& item = response.recommendations[j];
            const bool overdue = item.is_overdue(today);
            ranked.push_back({{i, j}, item.status, overdue, overdue ? *item.due : Date()});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end());
    return ranked;
}

void add(Register& part, const Ranked& ranked, RecommendationKind kind) {
    part.entries.push_back(ranked.entry);
    RegisterCount& count = part.counts.at(static_cast<std::size_t>(ranked.status));
    ++count.all;
    if (ranked.overdue) ++count.overdue;
    ++part.kinds.at(static_cast<std::size_t>(kind));
}

}  // namespace

RegisterCount Register::total() const {
    return std::accumulate(counts.begin(), counts.end(), RegisterCount{},
                           [](RegisterCount sum, const RegisterCount& one) { return RegisterCount{sum.all + one.all, sum.overdue + one.overdue}; });
}

std::size_t Register::open() const {
    std::size_t open = 0;
    for (std::size_t status = 0; status < counts.size(); ++status)
        if (is_open(static_cast<RecommendationStatus>(status))) open += counts.at(status).all;
    return open;
}

std::vector<Register> registers_of(const Site& site) {
    Register everything, overdue;
    overdue.of = Register::Of::overdue;
    std::map<Addressee, Register> by_addressee;
    for (const Ranked& ranked : ranked_entries(site)) {
        const Recommendation& item = item_of(site, ranked.entry);
        add(everything, ranked, item.kind);
        if (ranked.overdue) add(overdue, ranked, item.kind);
        for (const Addressee addressee : item.addressed_to) add(by_addressee[addressee], ranked, item.kind);
    }

    std::vector<Register> all;
    all.push_back(std::move(everything));
    if (all.front().entries.empty()) return all;
    all.push_back(std::move(overdue));
    for (auto& [addressee, part] : by_addressee) {
        part.of = Register::Of::addressee;
        part.addressee = addressee;
        all.push_back(std::move(part));
    }
    return all;
}

}  // namespace vitrine
