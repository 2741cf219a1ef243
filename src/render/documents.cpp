#include "render/documents.h"

#include "base/text.h"
#include "plan/address.h"
#include "render/feeds.h"
#include "render/host_rules.h"
#include "render/open_data.h"
#include "render/sitemap.h"

namespace vitrine::render {
namespace {

/// All may be read (RFC 9309). A site below the root of its host has no voice there, and the file does no harm.
std::string robots(const Context& context) { return "User-agent: *\nAllow: /\n\nSitemap: " + context.file_url(plan::sitemap_file) + "\n"; }

/// Whom to tell of a weakness (RFC 9116). The file is good until the end of the day that `expires` names.
std::string security(const Context& context, const SecurityContact& security) {
    std::string out;
    const auto add = [&](std::string_view field, const std::string& value) {
        if (!value.empty()) out += std::string(field) + ": " + value + "\n";
    };
    const std::string own = context.file_url(plan::security_file);
    add("Contact", security.contact);
    add("Expires", iso(security.expires.value) + "T23:59:59Z");
    add("Encryption", security.encryption);
    add("Acknowledgments", security.acknowledgments);
    add("Preferred-Languages", joined(security.languages, ", "));
    // Web addresses in this file begin with `https:` (section 2.5.2).
    add("Canonical", own.starts_with("https:") ? own : "");
    add("Policy", security.policy);
    add("Hiring", security.hiring);
    return out;
}

std::string host_document(const Context& context, const plan::HostFile& file) {
    const HostRules rules = host_rules(context);
    switch (file.document) {
        case plan::HostDocument::apache: return apache_file(rules);
        case plan::HostDocument::nginx: return nginx_file(rules);
        case plan::HostDocument::caddy: return caddy_file(rules);
        case plan::HostDocument::headers: return headers_file(rules);
        case plan::HostDocument::redirects: return redirects_file(rules, file.host);
        case plan::HostDocument::s3: break;
        case plan::HostDocument::no_jekyll: return "";
    }
    std::vector<std::string> paths;
    for (const plan::Row& row : context.plan.rows) paths.push_back(row.path);
    return s3_file(rules, paths);
}

}  // namespace

std::optional<std::string> document_of(const Context& context, const plan::Row& row) {
    if (std::holds_alternative<plan::RobotsFile>(row.subject)) return robots(context);
    if (std::holds_alternative<plan::JsonFeed>(row.subject)) return json_feed(context);
    if (std::holds_alternative<plan::SitemapIndex>(row.subject)) return sitemap_index(context);
    if (std::holds_alternative<plan::SecurityFile>(row.subject)) return security(context, *context.site.config.security);
    if (const auto* feed = std::get_if<plan::AtomFeed>(&row.subject)) return atom_feed(context, feed->tag);
    if (const auto* sitemap = std::get_if<plan::SitemapFile>(&row.subject)) return sitemap_file(context, sitemap->part);
    if (const auto* data = std::get_if<plan::DataFile>(&row.subject)) return data_document(context, *data);
    if (const auto* file = std::get_if<plan::HostFile>(&row.subject)) return host_document(context, *file);
    return std::nullopt;
}

}  // namespace vitrine::render
