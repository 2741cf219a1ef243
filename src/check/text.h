#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "check/blocks.h"
#include "formats/toml.h"
#include "model/response.h"
#include "model/site.h"

namespace vitrine::check {

/// A document of the site, whichever kind it is.
struct Subject {
    const SourceText* source = nullptr;
    FileParts parts;
    const std::vector<Acceptance>* accepted = nullptr;
    const Response* response = nullptr;   ///< null for a page
    std::vector<const Response*> followed = {};  ///< the responses that it follows
};

/// A document whose words and record are looked at.
struct Text {
    const SourceText& source;
    std::string words;             ///< the source, byte for byte; what is escaped in the front matter stands there as it is meant
    std::vector<Block> blocks;     ///< of the body, then of each long text of the front matter in the order of the form
    std::vector<Block> titles;     ///< `title` and `short_title`
    toml_tree::Table front_matter;
    const SiteConfig& config;
    const Response* response = nullptr;  ///< null for a page
    std::vector<const Response*> followed;
    Date today;
};

/// The table under a key of the front matter, and the value under a key of a table; null when there is none.
[[nodiscard]] const toml_tree::Table* table_of(const toml_tree::Table& table, std::string_view key);
[[nodiscard]] const toml_tree::Value* value_of(const toml_tree::Table* table, std::string_view key);

/// The tables of an array of tables of the front matter, in order; none when the key is absent.
[[nodiscard]] std::vector<const toml_tree::Table*> tables_of(const toml_tree::Table& table, std::string_view key);

/// Reads a document again, this time for its words. One that was changed since it was read first may lose some of them.
[[nodiscard]] Text read_text(const Subject& subject, const SiteConfig& config, Date today);

}  // namespace vitrine::check
