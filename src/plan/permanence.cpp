#include "plan/permanence.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "plan/address.h"

namespace vitrine::plan {
namespace {

/// The response of a page or a tombstone; null for any other row.
const Response* response_of(const Site& site, const Row& row) {
    if (const auto* page = std::get_if<ResponsePage>(&row.subject)) return &site.responses[page->response];
    const auto* tombstone = std::get_if<TombstonePage>(&row.subject);
    return tombstone == nullptr ? nullptr : &site.responses[tombstone->response];
}

/// What only the office sees is on no public site.
bool is_hidden(const Site& site, const Row& row) {
    const Response* response = response_of(site, row);
    return response != nullptr && site.is_hidden(*response);
}

/// The row of the page in a folder; null when there is none for the public.
const Row* page_in(const Plan& plan, const Site& site, const std::string& folder) {
    const std::string path = page_file(folder);
    const auto row = std::lower_bound(plan.rows.begin(), plan.rows.end(), path, [](const Row& r, const std::string& p) { return r.path < p; });
    return row != plan.rows.end() && row->path == path && !is_hidden(site, *row) ? &*row : nullptr;
}

void check_response(const Plan& plan, const Site& site, const std::string& id, const std::string& record, Diagnostics& diagnostics) {
    const std::string folder = response_folder(id);
    if (page_in(plan, site, folder) != nullptr) return;
    diagnostics.add({Code::response_vanished,
                     whole_file("content/inspections"),
                     "the response " + quoted(id) + " was on the site, and its address now leads nowhere",
                     "bring it back with `status = \"withdrawn\"` and a reason, or give `aliases = [\"/" + folder +
                         "/\"]` to the response that replaces it; if it was never public, delete it from " + record,
                     {}});
}

/// A response that is withdrawn, or has gone, says nothing of its recommendations.
void check_recommendation(const Plan& plan, const Site& site, const std::string& address, const std::string& record, Diagnostics& diagnostics) {
    const std::size_t hash = address.find('#');
    const Row* row = page_in(plan, site, response_folder(address.substr(0, hash)));
    const auto* page = row == nullptr ? nullptr : std::get_if<ResponsePage>(&row->subject);
    if (page == nullptr) return;
    const SourceText& source = *site.responses[page->response].source;
    diagnostics.add({Code::response_vanished,
                     whole_file(source.path()),
                     "the place " + quoted(address.substr(hash)) + " was on this page, and the recommendation is not in its list any more",
                     "put it back, with `status = \"not-applicable\"` where nothing came of it; if it was never public, delete " +
                         quoted(address) + " from " + record,
                     {}});
}

/// Responses with a page or a tombstone that the public sees, sorted by id. No character of an id is below `#`, so their addresses are in order too.
std::vector<const Response*> responses_of(const Plan& plan, const Site& site) {
    std::vector<const Response*> responses;
    for (const Row& row : plan.rows) {
        const Response* response = response_of(site, row);
        if (response != nullptr && !site.is_hidden(*response)) responses.push_back(response);
    }
    std::sort(responses.begin(), responses.end(), [](const Response* a, const Response* b) { return a->id.value < b->id.value; });
    return responses;
}

}  // namespace

std::vector<std::string> permanent_addresses(const Plan& plan, const Site& site) {
    // Responses are sorted before their addresses are made: of 10,000, sorting 55,000 addresses was a third of a build's work.
    const std::vector<const Response*> responses = responses_of(plan, site);
    std::vector<std::string> addresses;
    for (const Response* response : responses) {
        const std::string& id = response->id.value;
        addresses.push_back(id);
        if (response->status == Status::withdrawn) continue;
        const std::size_t first = addresses.size();
        for (const Recommendation& item : response->recommendations) addresses.push_back(id + "#" + item.anchor);
        std::sort(addresses.begin() + static_cast<std::ptrdiff_t>(first), addresses.end());
    }
    return addresses;
}

void check_permanence(const Plan& plan, const Site& site, const std::vector<std::string>& present, const std::vector<std::string>& published,
                      const std::string& record, Diagnostics& diagnostics) {
    std::vector<std::string> gone;
    std::set_difference(published.begin(), published.end(), present.begin(), present.end(), std::back_inserter(gone));
    for (const std::string& address : gone) {
        if (address.find('#') == std::string::npos)
            check_response(plan, site, address, record, diagnostics);
        else
            check_recommendation(plan, site, address, record, diagnostics);
    }
}

}  // namespace vitrine::plan
