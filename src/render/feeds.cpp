#include "render/feeds.h"

#include <algorithm>
#include <numeric>

#include "base/version.h"
#include "formats/json.h"
#include "formats/xml.h"
#include "model/history.h"
#include "plan/address.h"
#include "render/words.h"

namespace vitrine::render {
namespace {

/// What both kinds of feed say of a response.
struct Entry {
    std::string id;
    std::string url;
    std::string title;
    std::string summary;    ///< plain text
    std::string html;
    std::string published;  ///< empty where the day is not known
    std::string updated;
    const Response& response;
};

/// What a reader of feeds wants to know before deciding to read on: was it in time, what is it about, how much is open.
std::string html_of_entry(const mustache::Value& summary, const std::string& url) {
    const auto text = [&](const char* object, const char* key) { return std::string(summary.find(object)->find(key)->text()); };
    xml::Writer html(xml::Writer::Form::fragment);
    html.begin("p");
    html.element("strong", text("clock", "verdict") + ".");
    html.text(" " + text("clock", "detail"));
    html.end();
    if (const mustache::Value* excerpt = summary.find("excerpt"); excerpt->is_true()) html.element("p", std::string(excerpt->text()));
    std::string report = "Report: " + std::string(summary.find("inspectorate")->text()) + ", " + text("published", "text") + ".";
    if (summary.find("recommendations")->is_true()) {
        report += " " + text("recommendations", "total");
        if (const std::string open = text("recommendations", "open"); !open.empty()) report += ", " + open;
        report += ".";
    }
    html.element("p", report);
    html.begin("p");
    html.element("a", "Read the whole response", {{"href", url}});
    html.end();
    return html.take();
}

/// Programs that read feeds show nothing but titles for certain.
std::string title_of_entry(const Context& context, const Response& response) {
    const std::string hidden = words_of_hidden(context.site, response);
    return hidden.empty() ? response.title : "[" + hidden + "] " + response.title;
}

Entry entry_of(const Context& context, const Response& response) {
    const mustache::Value summary = summary_value(context, response);
    const std::string url = context.page_url(plan::response_folder(response.id.value));
    const std::optional<Date> published = publication_day(response);
    return {identity_of(context, response),
            url,
            title_of_entry(context, response),
            std::string(summary.find("excerpt")->text()),
            html_of_entry(summary, url),
            published ? iso_start_of_day(*published) : "",
            iso_start_of_day(last_changed(response, context.site.today()).value_or(published_on(response))),
            response};
}

std::vector<Entry> entries(const Context& context, std::optional<std::size_t> tag) {
    std::vector<Entry> all;
    for (const std::size_t index : entries_of_feed(context, tag)) all.push_back(entry_of(context, context.site.responses[index]));
    return all;
}

/// The latest change of any entry. A feed must have one: that of a site without responses lies before all of them.
std::string latest_change(const std::vector<Entry>& entries) {
    std::string latest = "1970-01-01T00:00:00Z";
    // Summer time makes no difference: within a day there is one offset.
    for (const Entry& entry : entries) latest = std::max(latest, entry.updated);
    return latest;
}

std::string description_of_feed(const Context& context) {
    return "The newest responses of the " + context.site.config.office.name + " to inspections of the police.";
}

std::string rights_of(const Licence& licence) {
    std::string rights = licence.name + (licence.url.empty() ? "" : " (" + licence.url + ")");
    return licence.attribution.empty() ? rights : rights + ". " + licence.attribution;
}

void write_categories(xml::Writer& feed, const Context& context, const Response& response) {
    for (const TagUse& use : response.tags)
        if (const Tag* tag = context.site.find_tag(use.slug); tag != nullptr)
            feed.element("category", "", {{"term", tag->slug}, {"label", tag->label}});
}

void write_entry(xml::Writer& feed, const Context& context, const Entry& entry) {
    feed.begin("entry");
    feed.element("id", entry.id);
    feed.element("title", entry.title);
    feed.element("link", "", {{"rel", "alternate"}, {"type", "text/html"}, {"href", entry.url}});
    if (!entry.response.report_url.empty())
        feed.element("link", "", {{"rel", "related"}, {"title", "The inspectors’ report"}, {"href", entry.response.report_url}});
    if (!entry.published.empty()) feed.element("published", entry.published);
    feed.element("updated", entry.updated);
    write_categories(feed, context, entry.response);
    if (!entry.summary.empty()) feed.element("summary", entry.summary);
    feed.element("content", entry.html, {{"type", "html"}});
    feed.end();
}

}  // namespace

std::vector<std::size_t> entries_of_feed(const Context& context, std::optional<std::size_t> tag) {
    if (tag) return newest(context.site, context.site.tags[*tag].responses, tag_feed_length);
    std::vector<std::size_t> all(context.site.responses.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return newest(context.site, all, feed_length);
}

std::string title_of_feed(const Context& context, std::optional<std::size_t> tag) {
    const std::string& site = context.site.config.title;
    return tag ? context.site.tags[*tag].label + " – " + site : site;
}

std::string identity_of(const Context& context, const Response& response) {
    const std::string page = context.page_url(plan::response_folder(response.id.value));
    const std::size_t host = page.find("//") + 2, path = page.find('/', host);
    // A port is no part of a host's name (RFC 4151, section 2.1).
    const std::string name = page.substr(host, std::min(page.find(':', host), path) - host);
    return "tag:" + name + "," + iso(response.report_published).substr(0, 4) + ":" + page.substr(path);
}

std::string atom_feed(const Context& context, std::optional<std::size_t> tag) {
    const SiteConfig& config = context.site.config;
    const std::vector<Entry> all = entries(context, tag);
    const std::string folder = tag ? plan::tag_folder(context.site.tags[*tag].slug) : "";
    const std::string url = context.file_url(tag ? plan::tag_feed(context.site.tags[*tag].slug) : std::string(plan::atom_feed));
    xml::Writer feed;
    feed.begin("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", config.language}});
    feed.element("id", url);
    feed.element("title", title_of_feed(context, tag));
    feed.element("subtitle", description_of_feed(context));
    feed.element("updated", latest_change(all));
    feed.element("link", "", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", url}});
    feed.element("link", "", {{"rel", "alternate"}, {"type", "text/html"}, {"href", context.page_url(folder)}});
    feed.begin("author");
    feed.element("name", config.office.name);
    feed.element("uri", config.base_url);
    feed.end();
    if (config.licence) feed.element("rights", rights_of(*config.licence));
    feed.element("generator", "vitrine", {{"version", std::string(version())}});
    for (const Entry& entry : all) write_entry(feed, context, entry);
    feed.end();
    return feed.take();
}

namespace {

JsonMembers item_of(const Context& context, const Entry& entry) {
    JsonList tags;
    for (const TagUse& use : entry.response.tags)
        if (const Tag* tag = context.site.find_tag(use.slug); tag != nullptr) tags.emplace_back(tag->label);
    JsonMembers item = {{"id", entry.id}, {"url", entry.url}};
    if (!entry.response.report_url.empty()) item.emplace_back("external_url", entry.response.report_url);
    item.emplace_back("title", entry.title);
    item.emplace_back("content_html", entry.html);
    if (!entry.summary.empty()) item.emplace_back("summary", entry.summary);
    if (!entry.published.empty()) item.emplace_back("date_published", entry.published);
    item.emplace_back("date_modified", entry.updated);
    if (!tags.empty()) item.emplace_back("tags", std::move(tags));
    return item;
}

}  // namespace

std::string json_feed(const Context& context) {
    const SiteConfig& config = context.site.config;
    JsonList items;
    for (const Entry& entry : entries(context, std::nullopt)) items.emplace_back(item_of(context, entry));
    return to_json({{"version", "https://jsonfeed.org/version/1.1"},
                    {"title", config.title},
                    {"home_page_url", config.base_url},
                    {"feed_url", context.file_url(plan::json_feed)},
                    {"description", description_of_feed(context)},
                    {"language", config.language},
                    {"authors", JsonList{JsonMembers{{"name", config.office.name}, {"url", config.base_url}}}},
                    {"items", std::move(items)}}) +
           "\n";
}

}  // namespace vitrine::render
