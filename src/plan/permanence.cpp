#include "plan/permanence.h"

#include <algorithm>

#include "plan/address.h"

namespace vitrine::plan {

std::vector<std::string> ids_in(const Plan& plan, const Site& site) {
    std::vector<std::string> ids;
    for (const Row& row : plan.rows) {
        if (const auto* page = std::get_if<ResponsePage>(&row.subject)) ids.push_back(site.responses[page->response].id.value);
        if (const auto* page = std::get_if<TombstonePage>(&row.subject)) ids.push_back(site.responses[page->response].id.value);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void check_permanence(const Plan& plan, const std::vector<std::string>& published, const std::string& record, Diagnostics& diagnostics) {
    const auto is_before = [](const Row& row, const std::string& path) { return row.path < path; };
    for (const std::string& id : published) {
        const std::string path = page_file(response_folder(id));
        const auto row = std::lower_bound(plan.rows.begin(), plan.rows.end(), path, is_before);
        if (row != plan.rows.end() && row->path == path) continue;
        diagnostics.add({Code::response_vanished,
                         whole_file("content/inspections"),
                         "the response " + quoted(id) + " was on the site, and its address now leads nowhere",
                         "bring it back with `status = \"withdrawn\"` and a reason, or give `aliases = [\"/" + response_folder(id) +
                             "/\"]` to the response that replaces it; if it was never public, delete it from " + record,
                         {}});
    }
}

}  // namespace vitrine::plan
