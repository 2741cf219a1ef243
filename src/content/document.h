#pragma once

#include <variant>

#include "base/codec.h"
#include "base/diagnostic.h"
#include "model/page.h"
#include "model/response.h"

namespace vitrine::content {

/// What one file gave: a response, a page, or nothing, when it has faults that leave nothing to work with.
struct Document {
    std::variant<std::monostate, Response, Page> what;
    Diagnostics diagnostics;
};

}  // namespace vitrine::content

/// What of a document is remembered between builds: all but its source's text, the HTML of a response's body, and the files
/// that lie beside it.
namespace vitrine {

template <class Archive>
void fields(Archive& archive, Span& span) {
    archive(span.begin, span.end);
}

template <class Archive, class T>
void fields(Archive& archive, Located<T>& located) {
    archive(located.value, located.span);
}

template <class Archive>
void fields(Archive& archive, LocalDateTime& time) {
    archive(time.date, time.time_of_day);
}

template <class Archive>
void fields(Archive& archive, Heading& heading) {
    archive(heading.level, heading.id, heading.text, heading.span, heading.top_level);
}

template <class Archive>
void fields(Archive& archive, InternalLink& link) {
    archive(link.target, link.image, link.span, link.slot);
}

template <class Archive>
void fields(Archive& archive, Section& section) {
    archive(section.heading, section.begin, section.end);
}

/// What a text is beside its HTML.
template <class Archive>
void outline(Archive& archive, Prose& prose) {
    archive(prose.headings, prose.links, prose.sections, prose.footnotes, prose.plain_text);
}

template <class Archive>
void fields(Archive& archive, Prose& prose) {
    archive(prose.html);
    outline(archive, prose);
}

template <class Archive>
void fields(Archive& archive, FileParts& parts) {
    archive(parts.front_matter, parts.body);
}

template <class Archive>
void fields(Archive& archive, TagUse& tag) {
    archive(tag.slug, tag.written, tag.span);
}

template <class Archive>
void fields(Archive& archive, ChiefOfficer& officer) {
    archive(officer.name, officer.role, officer.invited, officer.received, officer.outcome);
}

template <class Archive>
void fields(Archive& archive, Commissioner& commissioner) {
    archive(commissioner.name, commissioner.role);
}

template <class Archive>
void fields(Archive& archive, GradedArea& area) {
    archive(area.area, area.grade);
}

template <class Archive>
void fields(Archive& archive, Acceptance& acceptance) {
    archive(acceptance.code, acceptance.text, acceptance.reason);
}

template <class Archive>
void fields(Archive& archive, Update& update) {
    archive(update.date, update.text);
}

template <class Archive>
void fields(Archive& archive, Recommendation& item) {
    archive(item.number, item.anchor, item.kind, item.cause, item.text, item.addressed_to, item.due, item.force_action, item.pcc_action,
            item.pcc_explanation, item.status, item.status_date, item.updates);
}

template <class Archive>
void fields(Archive& archive, Response& response) {
    archive(response.parts, response.id, response.title, response.short_title, response.report_published, response.report_published_precision,
            response.types, response.force_quoted, response.inspectorate, response.partners, response.programme, response.cycle,
            response.report_url, response.force_report_url, response.letter_url, response.tags, response.follows,
            response.response_published, response.report_place, response.response_place, response.section55, response.section55_reason, response.late_reason, response.sent_to_hmicfrs,
            response.sent_to_home_secretary, response.chief_officer, response.commissioner, response.status, response.withdrawn_reason,
            response.embargo_until, response.grades, response.recommendations, response.no_recommendations, response.updates,
            response.aliases, response.accepted);
    outline(archive, response.body);
}

template <class Archive>
void fields(Archive& archive, Page& page) {
    archive(page.parts, page.path, page.title, page.description, page.menu, page.order, page.draft, page.review_by, page.aliases, page.accepted, page.body);
}

template <class Archive>
void fields(Archive& archive, Location& location) {
    archive(location.path, location.line, location.column, location.excerpt, location.width);
}

template <class Archive>
void fields(Archive& archive, Related& related) {
    archive(related.location, related.message);
}

template <class Archive>
void fields(Archive& archive, Diagnostic& diagnostic) {
    archive(diagnostic.code, diagnostic.location, diagnostic.message, diagnostic.help, diagnostic.related);
}

}  // namespace vitrine
