#include "render/shapes.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace vitrine::render {

using mustache::Shape;

namespace {

using Members = std::vector<std::pair<std::string_view, Shape>>;

const Shape text = Shape::text();
const Shape html = Shape::html();
const Shape flag = Shape::flag();

Shape object(Members members) { return Shape::object(std::move(members)); }
Shape list_of(Members members) { return Shape::list(object(std::move(members))); }

/// A list that may be empty, which is nothing then: an object, so that a template can print what stands once round its `items`.
Shape some(Members members) { return object({{"items", list_of(std::move(members))}}); }

/// A date as readers see it, and as `<time datetime>` wants it.
Shape date() { return object({{"text", text}, {"iso", text}}); }

Members link() { return {{"label", text}, {"url", text}}; }

Shape pagination() {
    const Shape neighbour = object({{"number", text}, {"url", text}});
    return object({{"previous", neighbour},
                   {"next", neighbour},
                   {"position", text},
                   {"pages", list_of({{"number", text}, {"url", text}, {"current", flag}, {"gap_before", flag}})}});
}

Shape clock() {
    return object({{"verdict", text}, {"detail", text}, {"in_time", flag}, {"late", flag}, {"awaited", flag}, {"none", flag}});
}

Shape grades() { return object({{"caption", text}, {"items", list_of({{"area", text}, {"grade", text}, {"key", text}})}}); }

/// That the public does not see it yet: only in a preview for the office.
Shape hidden() { return object({{"text", text}}); }

Members markable_link() { return {{"label", text}, {"url", text}, {"hidden", hidden()}}; }

/// A response in a list.
Members summary() {
    return {{"id", text},
            {"url", text},
            {"title", text},
            {"full_title", text},
            {"published", date()},
            {"response_published", date()},
            {"types", text},
            {"inspectorate", text},
            {"programme", text},
            {"excerpt", text},
            {"tags", some(link())},
            {"clock", clock()},
            {"recommendations", object({{"total", text}, {"open", text}})},
            {"withdrawn", flag},
            {"hidden", hidden()}};
}

Shape summaries() { return some(summary()); }

/// What every page has, then what this kind of page adds.
Shape page(Members own) {
    Members members = {{"kind", text},
                       {"root", text},
                       {"title", text},
                       {"head_title", text},
                       {"description", text},
                       {"canonical_url", text},
                       {"language", text},
                       {"noindex", flag},
                       {"breadcrumbs", some(link())},
                       {"feeds", some({{"title", text}, {"url", text}, {"type", text}})},
                       {"page_type", text},
                       {"published_time", text},
                       {"modified_time", text},
                       {"archived", object({{"date", date()}, {"url", text}})},
                       {"json_ld", html}};
    members.insert(members.end(), own.begin(), own.end());
    return object(std::move(members));
}

Shape updates() { return some({{"date", date()}, {"html", html}}); }

Members recommendation() {
    return {{"number", text},
            {"anchor", text},
            {"kind", text},
            {"kind_key", text},
            {"html", html},
            {"addressed_to", text},
            {"due", date()},
            {"overdue", flag},
            {"status", text},
            {"status_key", text},
            {"status_date", date()},
            {"force_action", html},
            {"pcc_action", text},
            {"pcc_explanation", html},
            {"updates", updates()}};
}

Shape recommendations() {
    Members item = recommendation();
    item.emplace_back("held", some(recommendation()));
    return list_of(std::move(item));
}

Shape facts() {
    return some({{"label", text},
                 {"unrecorded", flag},
                 {"values", list_of({{"text", text}, {"iso", text}, {"url", text}, {"external", flag}, {"note", text}})}});
}

Shape response() {
    return page({{"full_title", text},
                 {"hidden", hidden()},
                 {"inspectorate", text},
                 {"published", date()},
                 {"clock", clock()},
                 {"reason", object({{"label", text}, {"text", text}})},
                 {"facts", facts()},
                 {"contents", some({{"label", text}, {"url", text}, {"children", some(link())}})},
                 {"introduction", html},
                 {"sections", list_of({{"id", text},
                                       {"heading", text},
                                       {"key", text},
                                       {"speaker", object({{"name", text}, {"role", text}})},
                                       {"note", text},
                                       {"html", html}})},
                 {"footnotes", html},
                 {"grades", grades()},
                 {"recommendations", object({{"summary", text}, {"items", recommendations()}})},
                 {"no_recommendations", flag},
                 {"updates", updates()},
                 {"attachments", some({{"label", text}, {"url", text}, {"type", text}, {"size", text}})},
                 {"follows", summaries()},
                 {"followed_by", summaries()},
                 {"tags", some(link())}});
}

Shape withdrawn() { return page({{"full_title", text}, {"hidden", hidden()}, {"published", date()}, {"reason", html}, {"facts", facts()}, {"followed_by", summaries()}}); }

Shape index() {
    return page({{"first_page", flag},
                 {"hidden", hidden()},
                 {"introduction", html},
                 {"total", text},
                 {"figures", some({{"value", text}, {"label", text}, {"url", text}})},
                 {"peel", object({{"title", text},
                                  {"url", text},
                                  {"hidden", hidden()},
                                  {"cycle", text},
                                  {"published", date()},
                                  {"report_url", text},
                                  {"grades", grades()}})},
                 {"entries", summaries()},
                 {"feed_url", text},
                 {"pagination", pagination()}});
}

Shape tags() { return page({{"total", text}, {"tags", some({{"label", text}, {"url", text}, {"count", text}, {"count_text", text}})}}); }

Shape tag() { return page({{"total", text}, {"entries", summaries()}, {"feed_url", text}, {"pagination", pagination()}}); }

Shape timeline() {
    return page({{"total", text},
                 {"chart", html},
                 {"chart_text", text},
                 {"years", some({{"year", text},
                                {"url", text},
                                {"reports", text},
                                {"responses", text},
                                {"median_days", text},
                                {"in_time", text},
                                {"late", text}})}});
}

Shape timeline_year() {
    return page({{"total", text},
                 {"neighbours", object({{"previous", object(link())}, {"next", object(link())}})},
                 {"months", list_of({{"name", text},
                                     {"id", text},
                                     {"events", list_of({{"date", date()},
                                                         {"what", text},
                                                         {"key", text},
                                                         {"title", text},
                                                         {"url", text},
                                                         {"note", text},
                                                         {"late", flag},
                                                         {"hidden", hidden()}})}})},
                 {"pagination", pagination()}});
}

Shape register_of_recommendations() {
    return page({{"total", text},
                 {"overdue", object({{"text", text}, {"url", text}, {"as_at", date()}})},
                 {"chart", html},
                 {"overview", some({{"status", text}, {"key", text}, {"count", text}, {"overdue", text}, {"url", text}})},
                 {"parts", some({{"label", text}, {"url", text}, {"current", flag}, {"count", text}, {"open", text}, {"overdue", text}})},
                 {"groups", list_of({{"status", text},
                                     {"key", text},
                                     {"anchor", text},
                                     {"continued", flag},
                                     {"items", list_of({{"label", text},
                                                        {"kind", text},
                                                        {"kind_key", text},
                                                        {"text", text},
                                                        {"inspection", text},
                                                        {"published", date()},
                                                        {"url", text},
                                                        {"cause", text},
                                                        {"addressed_to", text},
                                                        {"due", date()},
                                                        {"overdue", flag},
                                                        {"status_date", date()},
                                                        {"hidden", hidden()}})}})},
                 {"pagination", pagination()}});
}

Shape data() {
    const Shape files = list_of({{"label", text}, {"name", text}, {"url", text}});
    return page({{"tables", list_of({{"id", text},
                                     {"title", text},
                                     {"description", text},
                                     {"rows", text},
                                     {"files", files},
                                     {"descriptions", files},
                                     {"columns", list_of({{"name", text},
                                                          {"title", text},
                                                          {"description", text},
                                                          {"type", text},
                                                          {"required", flag},
                                                          {"values", some({{"value", text}, {"meaning", text}})}})}})},
                 {"separator", text}});
}

const Shape response_shape = response();
const Shape withdrawn_shape = withdrawn();
const Shape index_shape = index();
const Shape tags_shape = tags();
const Shape tag_shape = tag();
const Shape timeline_shape = timeline();
const Shape timeline_year_shape = timeline_year();
const Shape recommendations_shape = register_of_recommendations();
const Shape site_map_shape = page({{"pages", some(markable_link())},
                                   {"years", some({{"year", text}, {"url", text}, {"count_text", text}, {"inspections", some(markable_link())}})},
                                   {"tags", some({{"label", text}, {"url", text}, {"count_text", text}})}});
const Shape data_shape = data();
const Shape archive_shape = page({{"total", text},
                                  {"snapshots", list_of({{"name", text},
                                                         {"date", date()},
                                                         {"size", text},
                                                         {"files", text},
                                                         {"digest", text},
                                                         {"site_digest", text},
                                                         {"first", flag},
                                                         {"changes", some({{"text", text}})}})}});
const Shape page_shape = page({{"html", html}, {"hidden", hidden()}});
const Shape not_found_shape = page({});
const Shape redirect_shape = page({{"target", text}});

const std::array all_views = {
    View{"index", &index_shape},
    View{"response", &response_shape},
    View{"withdrawn", &withdrawn_shape},
    View{"tags", &tags_shape},
    View{"tag", &tag_shape},
    View{"timeline", &timeline_shape},
    View{"timeline-year", &timeline_year_shape},
    View{"recommendations", &recommendations_shape},
    View{"site-map", &site_map_shape},
    View{"data", &data_shape},
    View{"archive", &archive_shape},
    View{"page", &page_shape},
    View{"not-found", &not_found_shape},
    View{"redirect", &redirect_shape, false},
};

Shape site() {
    return object({{"site", object({{"title", text},
                                    {"language", text},
                                    {"locale", text},
                                    {"home_url", text},
                                    {"data_url", text},
                                    {"stylesheet_url", text},
                                    {"custom_stylesheet_url", text},
                                    {"icon_url", text},
                                    {"generator", text},
                                    {"content_security_policy", text},
                                    {"office", object({{"name", text}, {"email", text}, {"address", text}, {"force", text}, {"body", text}})},
                                    {"licence", object({{"name", text}, {"url", text}, {"attribution", text}})},
                                    {"menu", some({{"label", text}, {"url", text}, {"current", flag}})},
                                    {"footer", some(link())},
                                    {"recent", summaries()}})}});
}

}  // namespace

std::span<const View> views() { return all_views; }

const View& view(std::string_view name) {
    const auto found = std::find_if(all_views.begin(), all_views.end(), [&](const View& v) { return v.name == name; });
    assert(found != all_views.end());
    return *found;
}

const Shape& site_shape() {
    static const Shape shape = site();
    return shape;
}

}  // namespace vitrine::render
