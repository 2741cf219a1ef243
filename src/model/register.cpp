#include "model/register.h"

#include <algorithm>

namespace vitrine {

Register register_of(const Site& site) {
    Register all;
    std::array<std::vector<RegisterEntry>, 6> by_status;
    for (std::size_t i = 0; i < site.responses.size(); ++i) {
        const Response& response = site.responses[i];
        if (response.status == Status::withdrawn) continue;
        for (std::size_t j = 0; j < response.recommendations.size(); ++j)
            by_status.at(static_cast<std::size_t>(response.recommendations[j].status)).push_back({i, j});
    }
    const auto is_overdue = [&, today = site.today()](const RegisterEntry& entry) {
        return site.responses[entry.response].recommendations[entry.recommendation].is_overdue(today);
    };
    for (auto& entries : by_status) std::stable_partition(entries.begin(), entries.end(), is_overdue);
    for (std::size_t status = 0; status < by_status.size(); ++status) {
        all.counts.at(status) = by_status.at(status).size();
        all.entries.insert(all.entries.end(), by_status.at(status).begin(), by_status.at(status).end());
    }
    return all;
}

}  // namespace vitrine
