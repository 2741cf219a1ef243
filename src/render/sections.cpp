#include <algorithm>

#include "model/form.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

constexpr std::size_t force_response = *rank_in_form("force-response");

Value speaker_value(Speaker speaker, const Response& response) {
    if (speaker == Speaker::commissioner)
        return Object{{"name", response.commissioner.name}, {"role", std::string(label(response.commissioner.role))}};
    if (speaker == Speaker::chief_officer && response.chief_officer && !response.chief_officer->name.empty())
        return Object{{"name", response.chief_officer->name}, {"role", response.chief_officer->role}};
    return {};
}

/// A section of the body and where the form puts it.
struct Placed {
    const Section* section;
    const Heading* heading;
    std::size_t rank;  ///< in `form`; a heading of the author's own stays behind the one before it
    const FormSection* known;
};

std::vector<Placed> placed(const Prose& body) {
    std::vector<Placed> out;
    std::size_t rank = 0;
    for (const Section& section : body.sections) {
        if (section.heading == Section::no_heading) continue;
        const Heading& heading = body.headings[section.heading];
        const auto known = rank_in_form(heading.id);
        if (known) rank = *known;
        out.push_back({&section, &heading, rank, known ? &form.at(*known) : nullptr});
    }
    std::stable_sort(out.begin(), out.end(), [](const Placed& a, const Placed& b) { return a.rank < b.rank; });
    return out;
}

/// "Invited, none received" is lawful and must be sayable: where the body has no words of the force, the page says why.
std::string reason_for_silence(const Response& response) {
    if (!response.chief_officer || !response.chief_officer->outcome) return "";
    switch (*response.chief_officer->outcome) {
        case CommentsOutcome::none_received: return "The chief officer was invited to comment. No comments were received.";
        case CommentsOutcome::not_invited: return "The chief officer was not invited to comment.";
        case CommentsOutcome::comments: return "";
    }
    return "";
}

}  // namespace

Value sections_value(const Context& context, const Response& response, std::string_view body, std::string_view root) {
    List sections;
    std::vector<Placed> order = placed(response.body);
    std::string silence = reason_for_silence(response);
    const auto add_silence = [&] {
        sections.push_back(Object{{"id", "force-response"},
                                  {"heading", "Force response"},
                                  {"key", "force-response"},
                                  {"speaker", Value()},
                                  {"note", std::move(silence)},
                                  {"html", Value()}});
        silence.clear();
    };
    for (const Placed& item : order) {
        if (item.rank == force_response) silence.clear();
        if (item.rank > force_response && !silence.empty()) add_silence();
        const Speaker speaker = item.known == nullptr ? Speaker::nobody : item.known->speaker;
        sections.push_back(Object{{"id", Value::borrowed(item.heading->id)},
                                  {"heading", Value::borrowed(item.heading->text)},
                                  {"key", Value::borrowed(item.known == nullptr ? "other" : item.known->key)},
                                  {"speaker", speaker_value(speaker, response)},
                                  {"note", Value()},
                                  {"html", html_of(context, response.body, body, root, item.section->begin, item.section->end)}});
    }
    if (!silence.empty()) add_silence();
    return sections;
}

}  // namespace vitrine::render
