#include "render/sitemap.h"

#include <algorithm>
#include <optional>

#include "formats/xml.h"
#include "plan/address.h"

namespace vitrine::render {
namespace {

void write_address(xml::Writer& file, const char* element, const std::string& url, const std::optional<Date>& changed) {
    file.begin(element);
    file.element("loc", url);
    if (changed) file.element("lastmod", iso(*changed));
    file.end();
}

constexpr const char* schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

}  // namespace

std::string sitemap_file(const Context& context, std::size_t part) {
    const plan::Sitemap& sitemap = context.plan.sitemap;
    xml::Writer file;
    file.begin("urlset", {{"xmlns", schema}});
    for (std::size_t i = sitemap.parts[part].begin; i < sitemap.parts[part].end; ++i)
        write_address(file, "url", context.page_url(sitemap.entries[i].folder), sitemap.entries[i].changed);
    return file.take();
}

std::string sitemap_index(const Context& context) {
    const plan::Sitemap& sitemap = context.plan.sitemap;
    xml::Writer file;
    file.begin("sitemapindex", {{"xmlns", schema}});
    for (std::size_t part = 0; part < sitemap.parts.size(); ++part) {
        std::optional<Date> changed;
        for (std::size_t i = sitemap.parts[part].begin; i < sitemap.parts[part].end; ++i)
            changed = std::max(changed, sitemap.entries[i].changed);
        write_address(file, "sitemap", context.file_url(plan::sitemap_part(part + 1)), changed);
    }
    return file.take();
}

}  // namespace vitrine::render
