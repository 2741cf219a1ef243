#include "snapshot/diff.h"

#include <algorithm>
#include <array>

#include "snapshot/facts.h"

namespace vitrine::snapshot {
namespace {

const std::string* find(const Facts& facts, const std::string& label) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) { return fact.first == label; });
    return found == facts.end() ? nullptr : &found->second;
}

std::vector<FieldChange> compare_facts(const Facts& before, const Facts& after) {
    std::vector<FieldChange> changes;
    for (const auto& [label, words] : after) {
        const std::string* earlier = find(before, label);
        if (earlier == nullptr || *earlier != words) changes.push_back({label, earlier == nullptr ? "" : *earlier, words});
    }
    for (const auto& [label, words] : before)
        if (find(after, label) == nullptr) changes.push_back({label, words, ""});
    return changes;
}

std::vector<PartChange> compare_sections(const Facts& before, const Facts& after) {
    std::vector<PartChange> changes;
    for (const FieldChange& change : compare_facts(before, after)) {
        const bool added = find(before, change.label) == nullptr, removed = find(after, change.label) == nullptr;
        changes.push_back({change.label, added ? ChangeKind::added : removed ? ChangeKind::removed : ChangeKind::changed, {}});
    }
    return changes;
}

const Recommendation* find(const Response& response, const std::string& number) {
    for (const Recommendation& item : response.recommendations)
        if (item.number.value == number) return &item;
    return nullptr;
}

std::vector<PartChange> compare_recommendations(const Response& before, const Response& after) {
    std::vector<PartChange> changes;
    for (const Recommendation& item : after.recommendations) {
        const Recommendation* earlier = find(before, item.number.value);
        if (earlier == nullptr) {
            changes.push_back({item.number.value, ChangeKind::added, {}});
            continue;
        }
        std::vector<FieldChange> fields = compare_facts(facts_of(*earlier), facts_of(item));
        if (!fields.empty()) changes.push_back({item.number.value, ChangeKind::changed, std::move(fields)});
    }
    for (const Recommendation& item : before.recommendations)
        if (find(after, item.number.value) == nullptr) changes.push_back({item.number.value, ChangeKind::removed, {}});
    return changes;
}

using ById = std::map<std::string_view, const Response*>;

ById by_id(const Site& site) {
    ById responses;
    for (const Response& response : site.responses) responses.emplace(response.id.value, &response);
    return responses;
}

ResponseChange compare_response(const Response& before, const Response& after) {
    ResponseChange change{
        after.id.value, after.title, ChangeKind::changed, compare_facts(facts_of(before), facts_of(after)), {}, {}};
    // A tombstone's text and recommendations are kept nowhere.
    if (before.status != Status::withdrawn && after.status == Status::withdrawn) change.kind = ChangeKind::withdrawn;
    if (before.status == Status::withdrawn || after.status == Status::withdrawn) return change;
    change.sections = compare_sections(sections_of(before), sections_of(after));
    change.recommendations = compare_recommendations(before, after);
    return change;
}

std::vector<ResponseChange> compare_responses(const Site& before, const Site& after) {
    const ById earlier = by_id(before), later = by_id(after);
    std::vector<ResponseChange> changes;
    for (const auto& [id, response] : later) {
        const auto found = earlier.find(id);
        if (found == earlier.end()) {
            changes.push_back({std::string(id), response->title, ChangeKind::added, {}, {}, {}});
            continue;
        }
        ResponseChange change = compare_response(*found->second, *response);
        if (!change.fields.empty() || !change.sections.empty() || !change.recommendations.empty())
            changes.push_back(std::move(change));
    }
    for (const auto& [id, response] : earlier)
        if (!later.contains(id)) changes.push_back({std::string(id), response->title, ChangeKind::removed, {}, {}, {}});
    std::sort(changes.begin(), changes.end(), [](const ResponseChange& a, const ResponseChange& b) { return a.id < b.id; });
    return changes;
}

/// What vitrine notes for itself, and the register, which every snapshot changes.
bool is_bookkeeping(const std::string& path) { return path.starts_with(".vitrine/") || path == "snapshots.toml"; }

bool is_response(const std::string& path) { return path.starts_with("content/inspections/") && path.ends_with(".md"); }

std::vector<FileChange> compare_files(const State& before, const State& after) {
    std::vector<FileChange> changes;
    const auto counts = [](const std::string& path) { return !is_response(path) && !is_bookkeeping(path); };
    for (const auto& [path, digest] : after.files) {
        if (!counts(path)) continue;
        const auto earlier = before.files.find(path);
        if (earlier == before.files.end())
            changes.push_back({path, ChangeKind::added});
        else if (earlier->second != digest)
            changes.push_back({path, ChangeKind::changed});
    }
    for (const auto& [path, digest] : before.files)
        if (counts(path) && !after.files.contains(path)) changes.push_back({path, ChangeKind::removed});
    std::sort(changes.begin(), changes.end(), [](const FileChange& a, const FileChange& b) { return a.path < b.path; });
    return changes;
}

}  // namespace

std::string_view word_for(ChangeKind kind) {
    constexpr std::array words = {std::string_view("added"), std::string_view("removed"), std::string_view("changed"),
                                  std::string_view("withdrawn")};
    return words.at(static_cast<std::size_t>(kind));
}

SnapshotChanges Difference::counts() const {
    SnapshotChanges counts;
    for (const ResponseChange& change : responses) {
        switch (change.kind) {
            case ChangeKind::added:
                ++counts.added;
                break;
            case ChangeKind::removed:
                ++counts.removed;
                break;
            case ChangeKind::changed:
                ++counts.changed;
                break;
            case ChangeKind::withdrawn:
                ++counts.withdrawn;
                break;
        }
    }
    counts.others = files.size();
    return counts;
}

Difference compare(const State& before, const State& after) {
    return {compare_responses(before.site, after.site), compare_files(before, after)};
}

}  // namespace vitrine::snapshot
