#include "model/register.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace vitrine {
namespace {

const Recommendation& item_of(const Site& site, const RegisterEntry& entry) {
    return site.responses[entry.response].recommendations[entry.recommendation];
}

std::vector<RegisterEntry> entries_of(const Site& site) {
    std::vector<RegisterEntry> entries;
    for (std::size_t i = 0; i < site.responses.size(); ++i) {
        if (site.responses[i].status == Status::withdrawn) continue;
        for (std::size_t j = 0; j < site.responses[i].recommendations.size(); ++j) entries.push_back({i, j});
    }
    const auto rank = [&, today = site.today()](const RegisterEntry& entry) {
        const Recommendation& item = item_of(site, entry);
        const bool overdue = item.is_overdue(today);
        return std::tuple(item.status, !overdue, overdue ? *item.due : Date());
    };
    std::stable_sort(entries.begin(), entries.end(), [&](const RegisterEntry& a, const RegisterEntry& b) { return rank(a) < rank(b); });
    return entries;
}

bool is_addressed_to(const Recommendation& item, Addressee addressee) {
    return std::find(item.addressed_to.begin(), item.addressed_to.end(), addressee) != item.addressed_to.end();
}

/// Those of the entries that a register holds, which stay in their order.
template <class Holds>
Register part_of(const Site& site, const std::vector<RegisterEntry>& entries, Holds holds) {
    Register part;
    for (const RegisterEntry& entry : entries) {
        const Recommendation& item = item_of(site, entry);
        if (!holds(item)) continue;
        part.entries.push_back(entry);
        RegisterCount& count = part.counts.at(static_cast<std::size_t>(item.status));
        ++count.all;
        if (item.is_overdue(site.today())) ++count.overdue;
        ++part.kinds.at(static_cast<std::size_t>(item.kind));
    }
    return part;
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
    const std::vector<RegisterEntry> entries = entries_of(site);
    std::vector<Register> all;
    all.push_back(part_of(site, entries, [](const Recommendation&) { return true; }));
    if (entries.empty()) return all;
    all.push_back(part_of(site, entries, [today = site.today()](const Recommendation& item) { return item.is_overdue(today); }));
    all.back().of = Register::Of::overdue;
    for (const Term<Addressee>& term : terms<Addressee>()) {
        Register part = part_of(site, entries, [&](const Recommendation& item) { return is_addressed_to(item, term.value); });
        if (part.entries.empty()) continue;
        part.of = Register::Of::addressee;
        part.addressee = term.value;
        all.push_back(std::move(part));
    }
    return all;
}

}  // namespace vitrine
