#include "snapshot/facts.h"

#include <algorithm>

#include "base/text.h"

namespace vitrine::snapshot {
namespace {

class Collector {
public:
    void add(std::string_view label, std::string_view words) {
        if (!words.empty()) facts_.emplace_back(label, words);
    }
    void add(std::string_view label, const std::optional<Date>& date) {
        if (date) add(label, iso(*date));
    }
    void add(std::string_view label, const std::vector<std::string>& words) { add(label, joined(words, ", ")); }
    void add(std::string_view label, const Prose& prose) { add(label, prose.words()); }
    void add(std::string_view label, const std::optional<Prose>& prose) {
        if (prose) add(label, *prose);
    }
    template <class E>
    requires std::is_enum_v<E>
    void add(std::string_view label, const std::optional<E>& value) {
        if (value) add(label, vitrine::label(*value));
    }

    Facts take() { return std::move(facts_); }

private:
    Facts facts_;
};

template <class T, class Words>
std::vector<std::string> words_of(const std::vector<T>& values, Words words) {
    std::vector<std::string> all;
    for (const T& value : values) all.emplace_back(words(value));
    return all;
}

std::vector<std::string> words_of(const std::vector<Update>& updates) {
    return words_of(updates, [](const Update& update) { return iso(update.date) + ": " + std::string(update.text.words()); });
}

/// A date as far as it is known.
std::string report_date(const Response& response) {
    const std::string date = iso(response.report_published);
    return response.report_published_precision == Precision::day
               ? date
               : date + " (" + std::string(key(response.report_published_precision)) + ")";
}

}  // namespace

Facts facts_of(const Response& response) {
    Collector facts;
    facts.add("Title", response.title);
    facts.add("Short title", response.short_title);
    facts.add("Status", key(response.status));
    facts.add("Withdrawn because", response.withdrawn_reason);
    facts.add("Report published", report_date(response));
    facts.add("Types", words_of(response.types, [](InspectionType type) { return label(type); }));
    facts.add("Force quoted", label(response.force_quoted));
    facts.add("Inspectorate", response.inspectorate);
    facts.add("Partners", response.partners);
    facts.add("Programme", response.programme);
    facts.add("Cycle", response.cycle);
    facts.add("Report", response.report_url);
    facts.add("Report on the force", response.force_report_url);
    facts.add("Letter", response.letter_url);
    facts.add("Tags", words_of(response.tags, [](const TagUse& use) { return use.slug; }));
    facts.add("Follows", words_of(response.follows, [](const Located<std::string>& id) { return id.value; }));
    facts.add("Response published", response.response_published);
    facts.add("Section 55", label(response.section55));
    facts.add("Section 55 because", response.section55_reason);
    facts.add("Late because", response.late_reason);
    facts.add("Sent to HMICFRS", response.sent_to_hmicfrs);
    facts.add("Sent to the Home Secretary", response.sent_to_home_secretary);
    if (const auto& officer = response.chief_officer) {
        facts.add("Chief officer", officer->name);
        facts.add("Chief officer’s role", officer->role);
        facts.add("Comments invited", officer->invited);
        facts.add("Comments received", officer->received);
        facts.add("Comments", officer->outcome);
    }
    facts.add("Commissioner", response.commissioner.name);
    facts.add("Commissioner’s role", label(response.commissioner.role));
    facts.add("Grades", words_of(response.grades,
                                 [](const GradedArea& graded) { return graded.area + ": " + std::string(label(graded.grade)); }));
    facts.add("Recommendations", response.no_recommendations ? "none were made" : "");
    facts.add("Updates", words_of(response.updates));
    facts.add("Old addresses", words_of(response.aliases, [](const Located<std::string>& alias) { return alias.value; }));
    facts.add("Files", words_of(response.attachments, [](const Attachment& file) { return file.name; }));
    return facts.take();
}

Facts facts_of(const Recommendation& recommendation) {
    Collector facts;
    facts.add("Kind", label(recommendation.kind));
    facts.add("Text", recommendation.text);
    facts.add("Addressed to", words_of(recommendation.addressed_to, [](Addressee addressee) { return label(addressee); }));
    facts.add("Due", recommendation.due);
    facts.add("Force’s action", recommendation.force_action);
    facts.add("PCC’s action", recommendation.pcc_action);
    facts.add("PCC’s explanation", recommendation.pcc_explanation);
    facts.add("Status", label(recommendation.status));
    facts.add("Status since", recommendation.status_date);
    facts.add("Updates", words_of(recommendation.updates));
    return facts.take();
}

Facts sections_of(const Response& response) {
    Facts sections = {{"Introduction", ""}};
    const std::string_view text = response.source->text();
    const std::size_t end_of_body = std::min<std::size_t>(response.parts.body.end, text.size());
    bool in_code = false;
    for (std::size_t at = response.parts.body.begin; at < end_of_body;) {
        const std::size_t end = std::min(text.find('\n', at), end_of_body);
        const std::string_view line = text.substr(at, end - at);
        if (line.starts_with("```") || line.starts_with("~~~")) in_code = !in_code;
        if (line.starts_with("## ") && !in_code)
            sections.emplace_back(trimmed(line.substr(3)), "");
        else
            sections.back().second += std::string(line) + "\n";
        at = end + 1;
    }
    for (auto& [heading, words] : sections) words = std::string(trimmed(words));
    if (sections.front().second.empty()) sections.erase(sections.begin());
    return sections;
}

}  // namespace vitrine::snapshot
