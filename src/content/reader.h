#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "formats/toml.h"
#include "model/response.h"
#include "model/vocabulary.h"

namespace vitrine::content {

/// The codes under which a file's keys are reported: those of site.toml or those of front matter.
struct KeyCodes {
    Code unknown_key;
    Code missing_key;
    Code wrong_type;
    Code bad_value;
};

extern const KeyCodes config_codes;
extern const KeyCodes front_matter_codes;

/// Where values are read from, for messages.
struct ReadContext {
    const SourceText& source;
    const KeyCodes& codes;
    Diagnostics& diagnostics;
};

/// Reads one TOML table key by key and reports what is wrong with each value. What was asked for is what is known:
/// `finish` reports every other key.
///
/// The readers return nothing for a key that is absent or faulty; those named `required_` report an absent key too.
class TableReader {
public:
    /// `place` is where a missing key is reported: the table's header or the start of the file's front matter.
    TableReader(const ReadContext& context, const toml_tree::Table& table, Span place, std::string_view name = {});

    [[nodiscard]] const toml_tree::Entry* entry(std::string_view key);

    std::optional<std::string> text(std::string_view key);
    std::optional<Located<std::string>> located_text(std::string_view key);
    std::string required_text(std::string_view key);
    std::optional<Date> date(std::string_view key);
    std::optional<Date> required_date(std::string_view key);
    std::optional<LocalDateTime> local_date_time(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::optional<std::int64_t> whole_number(std::string_view key);
    /// An `http` or `https` address with a host; empty when absent.
    std::string address(std::string_view key);
    /// The elements of an array of strings, each not blank; empty when absent.
    std::vector<Located<std::string>> texts(std::string_view key);

    /// A value of a closed list.
    template <class E>
    std::optional<E> term(std::string_view key) {
        const auto written = located_text(key);
        return written ? term_of<E>(*written, key) : std::nullopt;
    }

    /// The values of an array over a closed list, each once.
    template <class E>
    std::vector<E> term_list(std::string_view key) {
        std::vector<E> values;
        for (const auto& written : texts(key))
            if (const auto value = term_of<E>(written, key)) values.push_back(*value);
        return values;
    }

    /// The table under a key, or null.
    const toml_tree::Table* table(std::string_view key, Span* place);
    /// The tables of an array of tables, with their places; empty when absent.
    std::vector<std::pair<const toml_tree::Table*, Span>> tables(std::string_view key);

    void report_missing(std::string_view key, std::string help = {});
    void report_bad(Span span, std::string message, std::string help);

    /// Reports the keys that nobody asked for.
    void finish();

private:
    template <class E>
    std::optional<E> term_of(const Located<std::string>& written, std::string_view key) {
        std::vector<std::string_view> keys;
        for (const Term<E>& term : terms<E>()) {
            if (!term.key.empty() && term.key == written.value) return term.value;
            if (!term.key.empty()) keys.push_back(term.key);
        }
        report_unknown_term(written, key, keys);
        return std::nullopt;
    }
    void report_unknown_term(const Located<std::string>& written, std::string_view key, const std::vector<std::string_view>& keys);
    void report_type(const toml_tree::Entry& entry, std::string_view wanted);

    const ReadContext& context_;
    const toml_tree::Table& table_;
    Span place_;
    std::string name_;
    std::vector<std::string_view> known_;
};

/// Reads `aliases`: paths on this site, without their leading slash.
[[nodiscard]] std::vector<Located<std::string>> read_aliases(TableReader& reader);

/// The findings that a file accepts, each with its reason.
[[nodiscard]] std::vector<Acceptance> read_accepted(const ReadContext& context, TableReader& reader);

}  // namespace vitrine::content
