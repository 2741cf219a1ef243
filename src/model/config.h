#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"
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
};

}  // namespace vitrine
