#include "render/structured_data.h"

#include "model/history.h"
#include "plan/address.h"
#include "render/words.h"

namespace vitrine::render {
namespace {

/// The report of the inspectors, which a response is about.
Json inspection_node(const Response& response) {
    JsonMembers node = {{"@type", "Report"}, {"name", Json::borrowed(response.title)}};
    if (!response.report_url.empty()) node.emplace_back("url", Json::borrowed(response.report_url));
    node.emplace_back("datePublished", iso_as_known(response.report_published, response.report_published_precision));
    node.emplace_back("author", JsonMembers{{"@type", "GovernmentOrganization"}, {"name", Json::borrowed(response.inspectorate)}});
    return node;
}

Json breadcrumb_node(const Context& context, const PageHead& head) {
    JsonList steps;
    const auto add = [&](const std::string& name, std::string url) {
        steps.push_back(JsonMembers{{"@type", "ListItem"},
                                    {"position", static_cast<std::int64_t>(steps.size() + 1)},
                                    {"name", Json::borrowed(name)},
                                    {"item", std::move(url)}});
    };
    for (const Crumb& crumb : head.above) add(crumb.label, context.page_url(crumb.folder));
    add(head.title, context.page_url(plan::nth_page_folder(head.folder, head.number)));
    return JsonMembers{{"@type", "BreadcrumbList"}, {"itemListElement", std::move(steps)}};
}

}  // namespace

Json office_node(const Context& context) {
    const SiteConfig& config = context.site.config;
    return JsonMembers{{"@type", "GovernmentOrganization"}, {"name", Json::borrowed(config.office.name)}, {"url", Json::borrowed(config.base_url)}};
}

Json website_node(const Context& context) {
    const SiteConfig& config = context.site.config;
    return JsonMembers{{"@type", "WebSite"},
                       {"name", Json::borrowed(config.title)},
                       {"url", Json::borrowed(config.base_url)},
                       {"inLanguage", Json::borrowed(config.language)},
                       {"publisher", office_node(context)}};
}

Json report_node(const Context& context, const Response& response) {
    const SiteConfig& config = context.site.config;
    JsonMembers node = {{"@type", "Report"},
                        {"name", Json::borrowed(response.title)},
                        {"url", context.page_url(plan::response_folder(response.id.value))},
                        {"inLanguage", Json::borrowed(config.language)}};
    if (response.response_published) node.emplace_back("datePublished", iso(*response.response_published));
    if (const auto changed = last_changed(response, context.site.today())) node.emplace_back("dateModified", iso(*changed));
    node.emplace_back("author", office_node(context));
    node.emplace_back("about", inspection_node(response));
    if (config.licence && !config.licence->url.empty()) node.emplace_back("license", Json::borrowed(config.licence->url));
    return node;
}

Json collection_node(const Context& context, const PageHead& head) {
    return JsonMembers{{"@type", "CollectionPage"},
                       {"name", head.title},
                       {"url", context.page_url(plan::nth_page_folder(head.folder, head.number))},
                       {"inLanguage", Json::borrowed(context.site.config.language)},
                       {"isPartOf", JsonMembers{{"@type", "WebSite"}, {"url", Json::borrowed(context.site.config.base_url)}}}};
}

std::string structured_data(const Context& context, const PageHead& head) {
    JsonList graph = head.things;
    if (!head.above.empty()) graph.push_back(breadcrumb_node(context, head));
    if (graph.empty()) return "";
    return to_json_for_html({{"@context", "https://schema.org"}, {"@graph", std::move(graph)}});
}

}  // namespace vitrine::render
