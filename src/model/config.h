#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "model/snapshot.h"
#include "model/vocabulary.h"

namespace vitrine {

/// The office that publishes: `[office]` of site.toml.
struct Office {
    std::string name;
    Body body = Body::pcc;
    std::string force;
    std::string email;
    std::string address;
};

/// One line of the roster: `[[people]]`.
struct Person {
    std::string name;
    std::string role;
    std::optional<Date> from;
    std::optional<Date> to;
};

struct Licence {
    std::string name;
    std::string url;
    std::string attribution;
};

/// Whom to tell of a weakness of the site: `[security]`, published as security.txt (RFC 9116). Addresses may be empty.
struct SecurityContact {
    std::string contact;    ///< `mailto:` or `https:`
    Located<Date> expires = {};  ///< the last day on which this can be relied on
    std::string encryption;
    std::string acknowledgments;
    std::string policy;
    std::string hiring;
    std::vector<std::string> languages;  ///< in which a report may be written
};

/// What the host of the site finds beside the pages: `[hosting]`.
struct Hosting {
    std::vector<WebHost> files;         ///< the hosts that get a file which tells them how to serve the site; each once
    std::vector<Compression> compress;  ///< how files are compressed beside the originals; each once
};

/// What site.toml says.
struct SiteConfig {
    Source source;
    std::string title;
    std::string base_url;  ///< absolute, ends in `/`
    std::string language = "en";
    std::vector<std::string> languages = {"en"};
    Located<std::string> theme = {"default", {}};
    std::size_t page_size = 50;
    LinkStyle links = LinkStyle::folder;
    Office office;
    std::vector<Person> people;
    std::map<std::string, std::string, std::less<>> tag_labels;  ///< slug to label
    bool tags_closed = false;
    std::optional<Licence> licence;
    std::optional<SecurityContact> security;
    Hosting hosting;
    std::vector<Snapshot> snapshots;  ///< oldest first; of snapshots.toml beside site.toml
};

}  // namespace vitrine
