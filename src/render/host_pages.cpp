#include <algorithm>

#include "formats/json.h"
#include "plan/address.h"
#include "render/host_rules.h"

// Hosts that serve a folder as it is, and read one file at its top.

namespace vitrine::render {
namespace {

constexpr std::size_t most_redirects = 2000;       // Cloudflare Pages
constexpr std::size_t most_routing_rules = 50;     // Amazon S3

bool begins_another(const std::vector<std::string>& paths, const std::string& beginning, const std::string& own) {
    for (auto at = std::lower_bound(paths.begin(), paths.end(), beginning); at != paths.end() && at->starts_with(beginning); ++at)
        if (*at != own) return true;
    return false;
}

}  // namespace

// Such hosts keep a page until the site is replaced, and ask again by themselves; where two rules set one header, some of them send both.
// So only what lasts has a rule of its own.
std::string headers_file(const HostRules& rules) {
    std::string out = "# Made by vitrine. What is changed here by hand is put right by the next build.\n" + rules.base_address + "*\n";
    for (const Header& header : rules.headers) out += "  " + std::string(header.name) + ": " + header.value + "\n";
    for (const std::string& path : rules.for_ever)
        out += rules.base_address + plan::file_address(path) + "\n  Cache-Control: " + std::string(cache_for_ever) + "\n";
    return out;
}

std::string redirects_file(const HostRules& rules, WebHost host) {
    std::string out = "# Made by vitrine. What is changed here by hand is put right by the next build.\n";
    const std::string status = host == WebHost::netlify ? " 301!\n" : " 301\n";
    std::size_t count = 0;
    for (const MovedAddress& moved : rules.moved) {
        const std::string from = plan::file_address(moved.path);
        std::vector<std::string> addresses = {from};
        if (moved.is_folder) addresses.push_back(from + "/");
        if (count + addresses.size() > most_redirects) break;
        count += addresses.size();
        for (const std::string& address : addresses) out += address + " " + moved.target + status;
    }
    return out;
}

std::string s3_file(const HostRules& rules, const std::vector<std::string>& paths) {
    std::string routing;
    std::size_t count = 0;
    for (const MovedAddress& moved : rules.moved) {
        const std::string key = moved.path.substr(rules.base.size()) + (moved.is_folder ? "/" : "");
        if (count == most_routing_rules || begins_another(paths, key, moved.is_folder ? key + "index.html" : key)) continue;
        ++count;
        const std::string prefix = moved.path.substr(1) + (moved.is_folder ? "/" : "");
        routing += std::string(routing.empty() ? "" : ",") + "\n    {\"Condition\": {\"KeyPrefixEquals\": " + quoted_json(prefix) +
                   "},\n     \"Redirect\": {\"ReplaceKeyWith\": " + quoted_json(moved.target.substr(1)) + ", \"HttpRedirectCode\": \"301\"}}";
    }
    return "{\n  \"IndexDocument\": {\"Suffix\": \"index.html\"},\n  \"ErrorDocument\": {\"Key\": " +
           quoted_json(rules.base.substr(1) + std::string(not_found_file)) + "}" +
           (routing.empty() ? "" : ",\n  \"RoutingRules\": [" + routing + "\n  ]") + "\n}\n";
}

}  // namespace vitrine::render
