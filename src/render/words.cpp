#include "render/words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace vitrine::render {

using mustache::Object;
using mustache::Value;

namespace {

std::string lower_first(std::string_view text) {
    std::string out(text);
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

}  // namespace

std::string iso_as_known(Date date, Precision precision) {
    const std::string whole = iso(date);
    if (precision == Precision::year) return whole.substr(0, 4);
    return precision == Precision::month ? whole.substr(0, 7) : whole;
}

std::string words_as_known(Date date, Precision precision) {
    if (precision == Precision::year) return iso_as_known(date, precision);
    return precision == Precision::month ? month_and_year(date) : long_date(date);
}

Value date_value(Date date, Precision precision) { return Object{{"text", words_as_known(date, precision)}, {"iso", iso_as_known(date, precision)}}; }

Value date_value(const std::optional<Date>& date) { return date ? date_value(*date) : Value{}; }

namespace {

/// Verdict and sentence where no day can be counted from.
std::pair<std::string, std::string> words_without_deadline(const Response& response) {
    if (response.section55 == Section55::not_required) return {"Not required", "The law asks for no response to this report."};
    if (response.report_published < rule_begins())
        return {"No statutory deadline", "Reports published before 2 May 2017 had no statutory deadline."};
    if (response.section55 == Section55::voluntary)
        return {"No statutory deadline", "The law asked for no response to this report; this one was given voluntarily."};
    return {"Deadline not known", "The exact day on which the report was published is not recorded."};
}

}  // namespace

Value clock_value(const Clock& clock, const Response& response, Date today) {
    const auto value = [](std::string verdict, std::string detail, std::string_view state) {
        return Object{{"verdict", std::move(verdict)},       {"detail", std::move(detail)},
                      {"in_time", state == "in_time"},       {"late", state == "late"},
                      {"awaited", state == "awaited"},       {"none", state == "none"}};
    };
    const std::string deadline = clock.deadline ? long_date(*clock.deadline) : "";
    const std::string days_late = counted(static_cast<std::size_t>(clock.days_late), "day", "days");
    const std::string on_day = "Published on day " + std::to_string(clock.day);
    const std::string not_yet = "Not published as at " + long_date(today);
    const std::string day_56 = " day " + std::to_string(response_period_days) + ", " + deadline;
    const std::string last = "; the last lawful day was" + day_56 + ".";
    switch (clock.state) {
        case Clock::State::in_time: return value("In time", on_day + last, "in_time");
        case Clock::State::late: return value(days_late + " late", on_day + last, "late");
        case Clock::State::awaited: return value("Due by " + deadline, not_yet + "; the last lawful day is" + day_56 + ".", "awaited");
        case Clock::State::overdue: return value("Overdue", not_yet + last, "late");
        case Clock::State::no_deadline: break;
    }
    auto [verdict, detail] = words_without_deadline(response);
    return value(std::move(verdict), std::move(detail), "none");
}

Value reason_value(const Clock& clock, const Response& response) {
    if (clock.state == Clock::State::late)
        return Object{{"label", "Why it was late:"}, {"text", response.late_reason.empty() ? "No reason is recorded." : response.late_reason}};
    if (response.section55 == Section55::not_required)
        return Object{{"label", "Why no response is required:"}, {"text", response.section55_reason}};
    return {};
}

std::string inspectorate_of(const Response& response) {
    if (response.partners.empty()) return response.inspectorate;
    return response.inspectorate + " with " + listed(response.partners);
}

std::string types_of(const Response& response) {
    std::vector<std::string> labels;
    for (const InspectionType type : response.types)
        if (type != InspectionType::unknown) labels.push_back(labels.empty() ? std::string(label(type)) : lower_first(label(type)));
    return joined(labels, ", ");
}

std::string programme_of(const Response& response) {
    const bool named = response.programme && *response.programme != Programme::other;
    std::string programme = named ? std::string(label(*response.programme)) : "";
    if (!response.cycle.empty()) programme += (programme.empty() ? "" : " ") + response.cycle;
    return programme;
}

std::string addressees_of(const Recommendation& recommendation) {
    std::vector<std::string> labels;
    for (const Addressee addressee : recommendation.addressed_to) labels.emplace_back(label(addressee));
    return listed(labels);
}

std::string name_of(const Recommendation& recommendation) { return std::string(label(recommendation.kind)) + " " + recommendation.number.value; }

std::string counted_by_kind(const KindCounts& kinds) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> nouns = {{{"recommendation", "recommendations"},
                                                                                      {"area for improvement", "areas for improvement"},
                                                                                      {"cause of concern", "causes of concern"},
                                                                                      {"accelerated cause of concern", "accelerated causes of concern"}}};
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < nouns.size(); ++i)
        if (kinds.at(i) > 0) parts.push_back(counted(kinds.at(i), nouns.at(i).first, nouns.at(i).second));
    return parts.empty() ? "no recommendations" : listed(parts);
}

std::string counted_by_kind(std::span<const Recommendation> recommendations) {
    KindCounts kinds = {};
    for (const Recommendation& item : recommendations) ++kinds.at(static_cast<std::size_t>(item.kind));
    return counted_by_kind(kinds);
}

std::string words_of_moment(const LocalDateTime& moment, std::string_view between) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(moment.time_of_day).count();
    const auto two_digits = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return long_date(moment.date) + std::string(between) + two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

std::string words_of_hidden(const Site& site, const Response& response) {
    if (!site.is_hidden(response)) return "";
    const bool embargoed = response.embargo_until && uk_instant(*response.embargo_until) > site.now;
    const std::string until = embargoed ? " until " + words_of_moment(*response.embargo_until) : "";
    if (response.status == Status::draft) return embargoed ? "Draft, not public; under embargo" + until : "Draft, not public";
    return "Embargoed" + until;
}

std::string words_of_hidden(const Page& page) { return page.draft ? "Draft, not public" : ""; }

Value hidden_value(std::string words) {
    if (words.empty()) return {};
    return Object{{"text", std::move(words)}};
}

std::string_view status_key(RecommendationStatus status) {
    return status == RecommendationStatus::not_recorded ? "not-recorded" : key(status);
}

namespace {

/// Without the marks that would stand oddly before an ellipsis.
std::string_view without_marks_at_end(std::string_view text) {
    constexpr std::array<std::string_view, 7> marks = {" ", ",", ";", ":", ".", "–", "-"};
    for (;;) {
        const auto mark = std::find_if(marks.begin(), marks.end(), [&](std::string_view m) { return text.ends_with(m); });
        if (mark == marks.end()) return text;
        text.remove_suffix(mark->size());
    }
}

}  // namespace

std::string beginning_of(std::string_view text, std::size_t longest) {
    text = trimmed(text);
    // Not by counting: the text may be a whole page, of which a few words are wanted.
    if (bytes_of_code_points(text, longest) == text.size()) return std::string(text);
    std::string_view cut = text.substr(0, bytes_of_code_points(text, longest - 1));
    if (const std::size_t space = cut.rfind(' '); space != std::string_view::npos && space > cut.size() / 2) cut = cut.substr(0, space);
    return std::string(without_marks_at_end(cut)) + "…";
}

std::string excerpt_of(const Prose& body, std::size_t longest) {
    std::string_view text = body.plain_text;
    if (!body.headings.empty() && text.starts_with(body.headings.front().text)) text.remove_prefix(body.headings.front().text.size());
    return beginning_of(text, longest);
}

std::string size_of_file(std::uint64_t bytes) {
    if (bytes < 1000) return counted(bytes, "byte", "bytes");
    constexpr std::array units = {"KB", "MB", "GB"};
    std::uint64_t tenths = (bytes + 50) / 100;
    std::size_t unit = 0;
    for (; tenths >= 10000 && unit + 1 < units.size(); ++unit) tenths = (tenths + 500) / 1000;
    const bool whole = tenths >= 100 || tenths % 10 == 0;
    const std::string number = whole ? grouped((tenths + 5) / 10) : std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    return number + " " + units.at(unit);
}

namespace {

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view extension_of(std::string_view path) {
    const std::string_view name = base_name(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot + 1);
}

}  // namespace

std::string type_of_file(std::string_view name) {
    std::string capitals;
    for (const char c : extension_of(name)) capitals += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> known = {{{"DOCX", "Word document"},
                                                                                     {"DOC", "Word document"},
                                                                                     {"XLSX", "Excel workbook"},
                                                                                     {"XLS", "Excel workbook"},
                                                                                     {"JPEG", "JPEG image"},
                                                                                     {"JPG", "JPEG image"},
                                                                                     {"PNG", "PNG image"},
                                                                                     {"SVG", "SVG image"}}};
    for (const auto& [extension, words] : known)
        if (capitals == extension) return std::string(words);
    return capitals.empty() ? "File" : capitals;
}

std::string title_of_file(std::string_view name) {
    std::string title(base_name(name));
    if (const std::string_view extension = extension_of(name); !extension.empty()) title.resize(title.size() - extension.size() - 1);
    std::replace_if(title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    if (!title.empty()) title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    return title;
}

}  // namespace vitrine::render
