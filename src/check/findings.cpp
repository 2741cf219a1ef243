#include "check/findings.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

std::vector<Subject> subjects_of(const Site& site) {
    std::vector<Subject> subjects;
    std::unordered_map<std::string_view, const Response*> by_id;
    for (const auto* responses : {&site.responses, &site.hidden.responses})
        for (const Response& response : *responses) by_id.emplace(response.id.value, &response);
    const auto add_response = [&](const Response& response) {
        subjects.push_back({response.source.get(), response.parts, &response.accepted, &response});
        for (const auto& id : response.follows)
            if (const auto found = by_id.find(id.value); found != by_id.end()) subjects.back().followed.push_back(found->second);
    };
    const auto add_page = [&](const Page& page) { subjects.push_back({page.source.get(), page.parts, &page.accepted}); };
    for (const Response& response : site.responses) add_response(response);
    for (const Response& response : site.hidden.responses) add_response(response);
    for (const Page& page : site.pages) add_page(page);
    for (const Page& page : site.hidden.pages) add_page(page);
    if (site.introduction) add_page(*site.introduction);
    return subjects;
}

Diagnostics found_in(const Subject& subject, const Site& site) {
    Diagnostics found;
    const Text text = read_text(subject, site.config, site.today());
    for (const Check find : all_checks)
        find(text, found);
    return found;
}

/// Whether what was found lies within those words of its line; or anywhere, when there are none.
bool lies_within(const Location& found, std::string_view words) {
    if (words.empty()) return true;
    const std::size_t begin = bytes_of_code_points(found.excerpt, found.column - 1);
    for (std::size_t at = found.excerpt.find(words); at != std::string::npos; at = found.excerpt.find(words, at + 1))
        if (at <= begin && begin < at + words.size()) return true;
    return false;
}

/// Parts what the file accepts from what it does not, and reports acceptances that nothing needs.
Findings sorted_out(const Subject& subject, const Diagnostics& found) {
    Findings findings;
    std::vector<bool> needed(subject.accepted->size());
    for (const Diagnostic& one : found.all()) {
        const auto accepts = [&](const Acceptance& acceptance) {
            return acceptance.code.value == describe(one.code).name && lies_within(one.location, acceptance.text);
        };
        const auto acceptance = std::find_if(subject.accepted->begin(), subject.accepted->end(), accepts);
        if (acceptance == subject.accepted->end()) {
            findings.open.add(one);
            continue;
        }
        needed[static_cast<std::size_t>(acceptance - subject.accepted->begin())] = true;
        findings.accepted.push_back(one);
        findings.accepted.back().help = acceptance->reason;
    }
    for (std::size_t i = 0; i < needed.size(); ++i)
        if (!needed[i])
            findings.open.add(Code::check_nothing_to_accept, *subject.source, (*subject.accepted)[i].code.span,
                              "nothing of this kind is found in this file any more", "take the `[[accepted]]` out");
    return findings;
}

}  // namespace

Findings findings_of(const Site& site, std::size_t jobs) {
    const std::vector<Subject> subjects = subjects_of(site);
    std::vector<Findings> each(subjects.size());
    parallel_for(subjects.size(), jobs, [&](std::size_t i) { each[i] = sorted_out(subjects[i], found_in(subjects[i], site)); });
    Findings all;
    Diagnostics accepted;
    for (Findings& some : each) {
        all.open.merge(std::move(some.open));
        for (Diagnostic& one : some.accepted) accepted.add(std::move(one));
    }
    all.open.sort();
    accepted.sort();
    all.accepted = accepted.all();
    return all;
}

}  // namespace vitrine::check
