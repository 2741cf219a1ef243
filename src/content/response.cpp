#include "content/response.h"

#include <algorithm>

#include "base/text.h"
#include "content/front_matter.h"
#include "content/prose.h"
#include "content/reader.h"
#include "content/recommendations.h"
#include "content/rules.h"
#include "formats/markdown.h"
#include "formats/unicode.h"
#include "model/section55.h"

namespace vitrine::content {
namespace {

using toml_tree::Table;

/// Where the value of a key stands; nowhere when it is absent.
Span place_of(TableReader& reader, std::string_view key) {
    const toml_tree::Entry* entry = reader.entry(key);
    return entry == nullptr ? Span{} : entry->value.span;
}

void read_identity(TableReader& reader, const std::string& default_id, Span opening, Response& response) {
    response.id = reader.located_text("id").value_or(Located<std::string>{default_id, opening});
    response.title = reader.required_text("title");
    response.short_title = reader.text("short_title").value_or("");
    const std::string slug = slugified(response.id.value);
    if (slug == response.id.value && !slug.empty()) return;
    const std::string help = slug.empty() ? "write an id of lower-case letters, digits and hyphens" : "write `id = \"" + slug + "\"`";
    reader.report_bad(response.id.span, "the id " + quoted(response.id.value) + " is not made of lower-case letters, digits and hyphens", help);
}

void read_report(TableReader& reader, Response& response) {
    response.report_published = reader.required_date("report_published").value_or(Date{});
    response.report_place = place_of(reader, "report_published");
    response.report_published_precision = reader.term<Precision>("report_published_precision").value_or(Precision::day);
    if (reader.entry("types") == nullptr) reader.report_missing("types", "add `types = [\"unknown\"]` until somebody decides");
    response.types = reader.term_list<InspectionType>("types");
    if (reader.entry("force_quoted") == nullptr) reader.report_missing("force_quoted", "add `force_quoted = \"unknown\"` until somebody decides");
    response.force_quoted = reader.term<Answer>("force_quoted").value_or(Answer::unknown);
    const Date renamed{std::chrono::year(2017), std::chrono::July, std::chrono::day(19)};
    response.inspectorate = reader.text("inspectorate").value_or(response.report_published < renamed ? "HMIC" : "HMICFRS");
    for (auto& partner : reader.texts("partners")) response.partners.push_back(std::move(partner.value));
    response.programme = reader.term<Programme>("programme");
    response.cycle = reader.text("cycle").value_or("");
    response.report_url = reader.address("report_url");
    response.force_report_url = reader.address("force_report_url");
    response.letter_url = reader.address("letter_url");
}

void read_tags(TableReader& reader, Response& response) {
    for (auto& written : reader.texts("tags")) {
        std::string slug = slugified(written.value);
        if (slug.empty()) {
            reader.report_bad(written.span, "no address can be made of the tag " + quoted(written.value), "use letters and digits");
            continue;
        }
        const auto same = std::find_if(response.tags.begin(), response.tags.end(), [&](const TagUse& tag) { return tag.slug == slug; });
        if (same != response.tags.end())
            reader.report_bad(written.span, quoted(written.value) + " is the same tag as " + quoted(same->written), "leave one of them out");
        else
            response.tags.push_back({std::move(slug), std::move(written.value), written.span});
    }
}

void read_answer(TableReader& reader, Response& response) {
    response.response_published = reader.date("response_published");
    response.response_place = place_of(reader, "response_published");
    response.section55 = reader.term<Section55>("section55").value_or(default_section55(response.report_published));
    response.section55_reason = reader.text("section55_reason").value_or("");
    response.late_reason = reader.text("late_reason").value_or("");
    response.sent_to_hmicfrs = reader.date("sent_to_hmicfrs");
    response.sent_to_home_secretary = reader.date("sent_to_home_secretary");
}

void read_people(const ReadContext& context, TableReader& reader, Response& response) {
    Span place;
    if (const Table* table = reader.table("chief_officer", &place)) {
        TableReader officer(context, *table, place, "chief_officer");
        response.chief_officer = ChiefOfficer{officer.text("name").value_or(""), officer.text("role").value_or(""), officer.date("invited"),
                                              officer.date("received"), officer.term<CommentsOutcome>("outcome")};
        officer.finish();
    }
    if (reader.entry("commissioner") == nullptr) reader.report_missing("commissioner", "add a table `[commissioner]` with `name` and `role`");
    if (const Table* table = reader.table("commissioner", &place)) {
        TableReader commissioner(context, *table, place, "commissioner");
        response.commissioner.name = commissioner.required_text("name");
        if (commissioner.entry("role") == nullptr) commissioner.report_missing("role", "add `role = \"pcc\"`");
        response.commissioner.role = commissioner.term<CommissionerRole>("role").value_or(CommissionerRole::pcc);
        commissioner.finish();
    }
}

void read_status(const ReadContext& context, TableReader& reader, Response& response) {
    response.status = reader.term<Status>("status").value_or(Status::published);
    if (const auto reason = reader.located_text("withdrawn_reason"))
        response.withdrawn_reason = parse_field(context.source, *reason, context.diagnostics);
    response.embargo_until = reader.local_date_time("embargo_until");
}

void read_grades(const ReadContext& context, TableReader& reader, Response& response) {
    for (const auto& [table, place] : reader.tables("grades")) {
        TableReader grade(context, *table, place, "grades");
        GradedArea area{grade.required_text("area"), Grade::not_graded};
        if (grade.entry("grade") == nullptr) grade.report_missing("grade");
        area.grade = grade.term<Grade>("grade").value_or(Grade::not_graded);
        grade.finish();
        response.grades.push_back(std::move(area));
    }
}

std::vector<std::string> ids_of_page(const Response& response) {
    std::vector<std::string> ids(ids_of_response_page.begin(), ids_of_response_page.end());
    for (const Recommendation& item : response.recommendations) ids.push_back(item.anchor);
    return ids;
}

}  // namespace

std::optional<Response> parse_response(const Source& source, const std::string& default_id, Diagnostics& diagnostics) {
    const std::optional<FrontMatter> front_matter = parse_front_matter(*source, diagnostics);
    if (!front_matter) return std::nullopt;
    const ReadContext context{*source, front_matter_codes, diagnostics};
    TableReader reader(context, front_matter->table, front_matter->opening);
    Response response;
    response.source = source;
    response.parts = front_matter->parts;
    read_identity(reader, default_id, front_matter->opening, response);
    read_report(reader, response);
    read_tags(reader, response);
    response.follows = reader.texts("follows");
    read_answer(reader, response);
    read_people(context, reader, response);
    read_status(context, reader, response);
    read_grades(context, reader, response);
    response.recommendations = read_recommendations(context, reader);
    response.no_recommendations = reader.flag("no_recommendations").value_or(false);
    response.updates = read_updates(context, reader);
    response.aliases = read_aliases(reader);
    response.accepted = read_accepted(context, reader);
    reader.finish();
    check_rules(context, reader, response);
    const markdown::Options options{.reserved_ids = ids_of_page(response), .plain_text_size = markdown::size_for_excerpts};
    response.body = markdown::parse_markdown(*source, front_matter->parts.body, options, diagnostics);
    return response;
}

}  // namespace vitrine::content
