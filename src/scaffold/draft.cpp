#include "scaffold/draft.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "formats/unicode.h"

namespace vitrine::scaffold {
namespace {

/// Where the part of a title ends that tells it from others: "Custody: an unannounced visit", "Night Calls - An inspection of …".
std::size_t end_of_name(std::string_view title) {
    std::size_t end = title.size();
    for (const std::string_view separator : {":", " - ", " – ", " — "}) end = std::min(end, title.find(separator));
    return end;
}

/// Of slugs that are too long for an address that people read out, the first words.
std::string shortened(std::string slug) {
    constexpr std::size_t longest = 60;
    if (slug.size() <= longest) return slug;
    return slug.substr(0, slug.rfind('-', longest));
}

}  // namespace

std::string id_for(const std::string& title, const std::optional<Date>& report_published) {
    std::string name = slugified(std::string_view(title).substr(0, end_of_name(title)));
    if (name.empty()) name = slugified(title);
    if (name.empty()) name = "response";
    name = shortened(std::move(name));
    if (!report_published) return name;
    const std::string year = std::to_string(static_cast<int>(report_published->year()));
    return name.ends_with(year) ? name : name + "-" + year;
}

Known<DraftSpeaker> commissioner_on(const std::vector<Person>& roster, Date day) {
    for (const Person& person : roster) {
        if ((person.from && *person.from > day) || (person.to && *person.to < day)) continue;
        const auto role = std::find_if(terms<CommissionerRole>().begin(), terms<CommissionerRole>().end(),
                                       [&](const Term<CommissionerRole>& term) { return term.label == person.role; });
        if (role == terms<CommissionerRole>().end() || role->value == CommissionerRole::deputy_pcc) continue;
        return {
            {person.name, std::string(role->key)}, Certainty::to_confirm, "from the roster in site.toml, by the day of the report"};
    }
    return {};
}

}  // namespace vitrine::scaffold
