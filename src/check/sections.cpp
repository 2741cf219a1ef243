#include "check/sections.h"

#include <algorithm>

#include "check/scan.h"
#include "check/text_checks.h"
#include "model/form.h"
#include "model/section55.h"

namespace vitrine::check {
namespace {

bool has_words(std::string_view text) { return std::any_of(text.begin(), text.end(), is_word); }

/// Whether a section of that heading ends before another heading.
bool begins_section(const Heading& heading) { return heading.top_level && heading.level <= 2; }

/// Takes what stands below a heading up to the next section; a section is empty when that is headings alone.
void take_words(WrittenSection& section, const std::vector<Heading>& headings, std::size_t heading, std::string_view words) {
    section.words = {headings[heading].span.end, static_cast<std::uint32_t>(words.size())};
    section.is_empty = true;
    std::uint32_t at = section.words.begin;
    for (std::size_t next = heading + 1; next < headings.size(); ++next) {
        section.is_empty = section.is_empty && !has_words(words.substr(at, headings[next].span.begin - at));
        at = headings[next].span.end;
        if (!begins_section(headings[next])) continue;
        section.words.end = headings[next].span.begin;
        return;
    }
    section.is_empty = section.is_empty && !has_words(words.substr(at));
}

}  // namespace

std::vector<WrittenSection> written_sections(const Text& text, const Response& response) {
    const std::string_view words = text.words;
    std::vector<WrittenSection> sections;
    const std::vector<Heading>& headings = response.body.headings;
    // Of a file that shrank since it was read, nothing is known.
    if (!headings.empty() && headings.back().span.end > words.size()) return sections;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const auto rank = rank_in_form(headings[i].id);
        if (!rank || !headings[i].top_level || headings[i].level != 2) continue;
        const Span span = headings[i].span;
        sections.push_back({form.at(*rank).id, span, words.substr(span.begin, span.end - span.begin), *rank, {}});
        take_words(sections.back(), headings, i, words);
    }
    return sections;
}

namespace {

/// Whether an empty section lacks what the law asks for: `find_gaps_in_the_record` says so then.
bool is_gap_in_the_record(const WrittenSection& section, const Response& response) {
    const bool is_asked_for = response.section55 == Section55::applies && response.report_published >= rule_begins();
    const auto outcome = response.chief_officer ? response.chief_officer->outcome : std::nullopt;
    if (section.id == "force-response") return outcome ? *outcome == CommentsOutcome::comments : is_asked_for;
    return section.id == "pcc-response" && is_asked_for;
}

}  // namespace

void find_empty_sections(const Text& text, Diagnostics& diagnostics) {
    // A draft may have what is still to be written.
    if (text.response == nullptr || text.response->status != Status::published) return;
    for (const WrittenSection& section : written_sections(text, *text.response))
        if (section.is_empty && !is_gap_in_the_record(section, *text.response))
            diagnostics.add(Code::check_empty_section, text.source, section.heading, "nothing stands under the heading " + quoted(section.title),
                            "write what belongs there, or take the heading out");
}

void find_sections_out_of_order(const Text& text, Diagnostics& diagnostics) {
    if (text.response == nullptr) return;
    const WrittenSection* furthest = nullptr;
    const std::vector<WrittenSection> sections = written_sections(text, *text.response);
    for (const WrittenSection& section : sections) {
        if (furthest != nullptr && section.rank < furthest->rank)
            diagnostics.add(Code::check_section_order, text.source, section.heading,
                            "the page shows " + quoted(section.title) + " above " + quoted(furthest->title) + ", as the form does",
                            "put the sections into that order in the file as well");
        else
            furthest = &section;
    }
}

}  // namespace vitrine::check
