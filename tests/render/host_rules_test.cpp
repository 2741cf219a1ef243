#include "render/host_rules.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/text.h"
#include "support/rendering.h"

using namespace vitrine;

namespace {

/// A site with one page and these old addresses of it, at that place.
Site site_at(const std::string& base_url, const std::vector<std::string>& aliases = {}, std::vector<Compression> compress = {}) {
    Content content;
    content.pages = {samples::page("about", "About")};
    for (const std::string& alias : aliases) content.pages[0].aliases.push_back({alias, {}});
    SiteConfig config = samples::config();
    config.base_url = base_url;
    config.hosting.compress = std::move(compress);
    Diagnostics diagnostics;
    return assemble_site(std::move(config), std::move(content), samples::moment("2026-06-30"), diagnostics);
}

render::HostRules rules_at(const std::string& base_url, const std::vector<std::string>& aliases = {}) {
    const samples::Rendering rendering(site_at(base_url, aliases));
    return render::host_rules(rendering.context);
}

std::string header(const render::HostRules& rules, std::string_view name) {
    for (const render::Header& header : rules.headers)
        if (header.name == name) return header.value;
    return "";
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string at_root = "https://northshire.example/", below = "https://northshire.example/a%20b/";

}  // namespace

TEST_CASE("Only a site that has its host for itself, over https, promises https for ever") {
    CHECK(header(rules_at(at_root), "Strict-Transport-Security") == "max-age=31536000");
    CHECK(header(rules_at(below), "Strict-Transport-Security").empty());
    CHECK(header(rules_at("http://northshire.example/"), "Strict-Transport-Security").empty());
}

TEST_CASE("Hosts are told the policy of the pages, and that no page may be framed") {
    const std::string policy = header(rules_at(at_root), "Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none'; style-src 'self'; "));
    CHECK(policy.ends_with("; frame-ancestors 'none'"));
    CHECK_FALSE(has(policy, "unsafe"));
}

TEST_CASE("An old address counts from the root of the host, as its bytes; the new one as a link has it") {
    const render::HostRules rules = rules_at(below, {"old/p\u00e2ge", "a.html"});
    REQUIRE(rules.moved.size() == 2);
    CHECK(rules.moved[0].path == "/a b/a.html");
    CHECK_FALSE(rules.moved[0].is_folder);
    CHECK(rules.moved[1].path == "/a b/old/p\u00e2ge");
    CHECK(rules.moved[1].is_folder);
    CHECK(rules.moved[1].target == "/a%20b/about/");
}

TEST_CASE("Netlify and Cloudflare Pages are told of old addresses, each in its way") {
    const render::HostRules rules = rules_at(below, {"old/a*b", "x.html"});
    const std::string note = "# Made by vitrine. What is changed here by hand is put right by the next build.\n";
    CHECK(render::redirects_file(rules, WebHost::netlify) == note + "/a%20b/old/a%2Ab /a%20b/about/ 301!\n/a%20b/old/a%2Ab/ /a%20b/about/ 301!\n"
                                                                   "/a%20b/x.html /a%20b/about/ 301!\n");
    CHECK(render::redirects_file(rules, WebHost::cloudflare_pages) == note + "/a%20b/old/a%2Ab /a%20b/about/ 301\n/a%20b/old/a%2Ab/ /a%20b/about/ 301\n"
                                                                            "/a%20b/x.html /a%20b/about/ 301\n");
}

TEST_CASE("Old addresses beyond what such a host takes are left to their pages") {
    std::vector<std::string> aliases;
    for (int i = 0; i < 1500; ++i) aliases.push_back("old/" + std::to_string(i));
    const std::string file = render::redirects_file(rules_at(at_root, aliases), WebHost::cloudflare_pages);
    CHECK(std::count(file.begin(), file.end(), '\n') == 2001);
}

TEST_CASE("What never changes under its address has a rule of its own in _headers, and every answer the others") {
    render::HostRules rules = rules_at(at_root);
    rules.headers = {{"X-Frame-Options", "DENY"}};
    rules.for_ever = {"assets/style.1.css"};
    CHECK(render::headers_file(rules) == "# Made by vitrine. What is changed here by hand is put right by the next build.\n/*\n  X-Frame-Options: DENY\n"
                                         "/assets/style.1.css\n  Cache-Control: public, max-age=31536000, immutable\n");
}

TEST_CASE("A bucket gets rules for old addresses at which nothing else of the site begins") {
    const samples::Rendering rendering(site_at(below, {"old/\"x\"", "tags/custody", "timeline.html", "old"}));
    const std::vector<std::string> paths = {"old/\"x\"/index.html", "old/index.html", "tags/custody/index.html", "tags/custody/page/2/index.html", "timeline.html"};
    CHECK(render::s3_file(render::host_rules(rendering.context), paths) == R"({
  "IndexDocument": {"Suffix": "index.html"},
  "ErrorDocument": {"Key": "a b/404.html"},
  "RoutingRules": [
    {"Condition": {"KeyPrefixEquals": "a b/old/\"x\"/"},
     "Redirect": {"ReplaceKeyWith": "a%20b/about/", "HttpRedirectCode": "301"}},
    {"Condition": {"KeyPrefixEquals": "a b/timeline.html"},
     "Redirect": {"ReplaceKeyWith": "a%20b/about/", "HttpRedirectCode": "301"}}
  ]
}
)");
}

// That the servers understand the rest as it is meant is tested with the servers: tests/hosts.

TEST_CASE("Apache is asked only for what it has modules for, whatever the content") {
    const std::string file = render::apache_file(rules_at(below, {"old/a\"b$c"}));
    CHECK(has(file, "<IfModule mod_alias.c>\nRedirectMatch 404 \"^/a b/_hosting(/|$)\"\nRedirectMatch 404 \"/\\.ht(access|passwd)$\"\n"
                    "RedirectMatch 301 \"^/a b/old/a\\\"b\\$c(/|/index\\.html)?$\" \"/a%20b/about/\"\n</IfModule>\n"));
    CHECK(has(file, "ErrorDocument 404 /a%20b/404.html\n"));
    CHECK_FALSE(has(file, "mod_rewrite"));
    int depth = 0;
    for (const std::string_view line : split(file, '\n')) {
        if (line.starts_with("<IfModule")) ++depth;
        if (line.starts_with("</IfModule")) --depth;
        CAPTURE(line);
        const bool needs_module = !line.empty() && line[0] != '#' && line[0] != '<' && !line.starts_with("ErrorDocument");
        CHECK(needs_module == (depth > 0 && line[0] != '<'));
    }
}

TEST_CASE("nginx gets every old address as it is, in quotation marks") {
    const std::string file = render::nginx_file(rules_at(below, {"old/a\"b"}));
    for (const char* end : {"", "/", "/index.html"}) CHECK(has(file, "location = \"/a b/old/a\\\"b" + std::string(end) + "\" { return 301 \"/a%20b/about/\"; }\n"));
    CHECK(has(file, "location = \"/a b\" { return 301 \"/a%20b/\"; }\n"));
    CHECK_FALSE(has(file, "vitrine_coding"));
}

TEST_CASE("Caddy gets an old address as a pattern only where it would mean more than itself") {
    const std::string file = render::caddy_file(rules_at(at_root, {"old/plain", "old/{path}*"}));
    CHECK(has(file, "\t@vitrine_moved_1 path /old/plain /old/plain/ /old/plain/index.html\n\tredir @vitrine_moved_1 /about/ 301\n"));
    CHECK(has(file, "\t@vitrine_moved_2 path_regexp \"^/old/\\x7bpath\\x7d\\*(/|/index\\.html)?$\"\n"));
}
