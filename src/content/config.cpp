#include "content/config.h"

#include <algorithm>

#include "base/text.h"
#include "content/reader.h"
#include "formats/unicode.h"

namespace vitrine::content {
namespace {

using toml_tree::Entry;
using toml_tree::Table;

constexpr Span file_start = {0, 0};

bool is_email_address(std::string_view text) { return text.find('@') != std::string_view::npos && text.find_first_of(" \t\r\n<>\"") == std::string_view::npos; }

Office read_office(const ReadContext& context, TableReader& site) {
    Office office;
    Span place;
    const Table* table = site.table("office", &place);
    if (table == nullptr) return office;
    TableReader reader(context, *table, place, "office");
    office.name = reader.text("name").value_or("");
    office.body = reader.term<Body>("body").value_or(Body::pcc);
    office.force = reader.text("force").value_or("");
    office.address = reader.text("address").value_or("");
    if (const auto email = reader.located_text("email")) {
        office.email = email->value;
        if (!is_email_address(office.email))
            reader.report_bad(email->span, quoted(office.email) + " is not an email address", "write it as `name@host`");
    }
    reader.finish();
    return office;
}

std::vector<Person> read_people(const ReadContext& context, TableReader& site) {
    std::vector<Person> people;
    for (const auto& [table, place] : site.tables("people")) {
        TableReader reader(context, *table, place, "people");
        Person person;
        person.name = reader.required_text("name");
        person.role = reader.required_text("role");
        person.from = reader.date("from");
        person.to = reader.date("to");
        if (person.from && person.to && *person.to < *person.from)
            reader.report_bad(reader.entry("to")->value.span, "`to` is before `from`", "a term ends after it begins");
        reader.finish();
        people.push_back(std::move(person));
    }
    return people;
}

void read_tags(const ReadContext& context, TableReader& site, SiteConfig& config) {
    Span place;
    const Table* table = site.table("tags", &place);
    if (table == nullptr) return;
    TableReader reader(context, *table, place, "tags");
    for (const Entry& entry : table->entries) {
        if (entry.key == "closed" && std::holds_alternative<bool>(entry.value.data)) {
            config.tags_closed = reader.flag("closed").value_or(false);
            continue;
        }
        if (const std::string slug = slugified(entry.key); slug != entry.key)
            reader.report_bad(entry.span, quoted(entry.key) + " is not a slug", slug.empty() ? "use lower-case letters, digits and hyphens" : "write " + quoted(slug));
        config.tag_labels[entry.key] = reader.text(entry.key).value_or(entry.key);
    }
    reader.finish();
}

std::optional<Licence> read_licence(const ReadContext& context, TableReader& site) {
    Span place;
    const Table* table = site.table("licence", &place);
    if (table == nullptr) return std::nullopt;
    TableReader reader(context, *table, place, "licence");
    Licence licence;
    licence.name = reader.required_text("name");
    licence.url = reader.address("url");
    licence.attribution = reader.text("attribution").value_or("");
    reader.finish();
    return licence;
}

/// A web address that must be safe from changes on its way; empty when absent.
std::string read_secure_address(TableReader& reader, std::string_view key) {
    std::string address = reader.address(key);
    if (address.empty() || address.starts_with("https://")) return address;
    reader.report_bad(reader.entry(key)->value.span, quoted(key) + " must begin with `https://`", "RFC 9116 allows no other web address here");
    return "";
}

std::string read_security_contact(TableReader& reader) {
    const auto contact = reader.located_text("contact");
    if (!contact) {
        if (reader.entry("contact") == nullptr) reader.report_missing("contact", "give an email address or the address of a form");
        return "";
    }
    if (is_email_address(contact->value) && contact->value.find(':') == std::string::npos) return "mailto:" + contact->value;
    if (contact->value.starts_with("https://")) return read_secure_address(reader, "contact");
    reader.report_bad(contact->span, quoted(contact->value) + " is neither an email address nor an address that begins with `https://`",
                      "write it as `name@host` or `https://…`");
    return "";
}

std::optional<SecurityContact> read_security(const ReadContext& context, TableReader& site, const SiteConfig& config) {
    Span place;
    const Table* table = site.table("security", &place);
    if (table == nullptr) return std::nullopt;
    TableReader reader(context, *table, place, "security");
    SecurityContact security;
    security.contact = read_security_contact(reader);
    if (const auto expires = reader.required_date("expires")) security.expires = {*expires, reader.entry("expires")->value.span};
    security.encryption = read_secure_address(reader, "encryption");
    security.acknowledgments = read_secure_address(reader, "acknowledgments");
    security.policy = read_secure_address(reader, "policy");
    security.hiring = read_secure_address(reader, "hiring");
    for (const auto& language : reader.texts("languages")) {
        if (language.value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != std::string::npos)
            reader.report_bad(language.span, quoted(language.value) + " is not the code of a language", "write codes such as `en` and `cy`");
        security.languages.push_back(language.value);
    }
    if (security.languages.empty()) security.languages = config.languages;
    reader.finish();
    // Without both there is nothing to publish; what is missing was reported.
    if (security.contact.empty() || !security.expires.value.ok()) return std::nullopt;
    return security;
}

Hosting read_hosting(const ReadContext& context, TableReader& site) {
    Hosting hosting;
    Span place;
    const Table* table = site.table("hosting", &place);
    if (table == nullptr) return hosting;
    TableReader reader(context, *table, place, "hosting");
    hosting.files = reader.term_list<WebHost>("files");
    hosting.compress = reader.term_list<Compression>("compress");
    const auto names = [&](WebHost host) { return std::find(hosting.files.begin(), hosting.files.end(), host) != hosting.files.end(); };
    if (names(WebHost::netlify) && names(WebHost::cloudflare_pages)) {
        reader.report_bad(reader.entry("files")->value.span, "`netlify` and `cloudflare-pages` read files of one name, but not in one way", "keep one of them");
        std::erase(hosting.files, WebHost::cloudflare_pages);
    }
    reader.finish();
    return hosting;
}

void read_languages(TableReader& site, SiteConfig& config) {
    const auto check = [&](const Located<std::string>& language) {
        if (language.value == "en" || language.value == "cy") return true;
        site.report_bad(language.span, "the language " + quoted(language.value) + " is not one that vitrine knows", "write `en` or `cy`");
        return false;
    };
    if (const auto language = site.located_text("language"); language && check(*language)) config.language = language->value;
    config.languages = {config.language};
    const auto written = site.texts("languages");
    if (written.empty()) return;
    config.languages.clear();
    for (const auto& language : written)
        if (check(language)) config.languages.push_back(language.value);
}

void read_page_size(TableReader& site, SiteConfig& config) {
    constexpr std::int64_t smallest = 1, largest = 1000;
    const auto size = site.whole_number("page_size");
    if (!size) return;
    if (*size < smallest || *size > largest)
        site.report_bad(site.entry("page_size")->value.span, "`page_size` must lie between 1 and 1,000", "50 suits most readers");
    else
        config.page_size = static_cast<std::size_t>(*size);
}

}  // namespace

std::optional<SiteConfig> parse_config(const Source& source, Diagnostics& diagnostics) {
    const auto size = static_cast<std::uint32_t>(source->text().size());
    const std::optional<Table> table = toml_tree::parse_toml(*source, {0, size}, diagnostics);
    if (!table) return std::nullopt;
    const ReadContext context{*source, config_codes, diagnostics};
    TableReader reader(context, *table, file_start);
    SiteConfig config;
    config.source = source;
    config.title = reader.required_text("title");
    if (reader.entry("base_url") == nullptr) reader.report_missing("base_url", "add the site’s public address: `base_url = \"https://…/\"`");
    config.base_url = reader.address("base_url");
    if (!config.base_url.ends_with('/')) config.base_url += '/';
    read_languages(reader, config);
    config.theme = reader.located_text("theme").value_or(config.theme);
    if (config.theme.value.find('/') != std::string::npos || config.theme.value.starts_with('.')) {
        reader.report_bad(config.theme.span, "`theme` is not a folder’s name", "write the name of a folder in `themes/`");
        config.theme.value = "default";
    }
    read_page_size(reader, config);
    config.links = reader.term<LinkStyle>("links").value_or(config.links);
    config.office = read_office(context, reader);
    if (config.office.name.empty()) config.office.name = config.title;
    config.people = read_people(context, reader);
    read_tags(context, reader, config);
    config.licence = read_licence(context, reader);
    config.security = read_security(context, reader, config);
    config.hosting = read_hosting(context, reader);
    reader.finish();
    return config;
}

}  // namespace vitrine::content
