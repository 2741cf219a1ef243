#include "content/reader.h"

#include <algorithm>

#include "base/text.h"

namespace vitrine::content {

using toml_tree::Entry;
using toml_tree::Table;
using toml_tree::Value;

const KeyCodes config_codes = {Code::config_unknown_key, Code::config_missing_key, Code::config_wrong_type, Code::config_bad_value};
const KeyCodes front_matter_codes = {Code::front_matter_unknown_key, Code::front_matter_missing_key, Code::front_matter_wrong_type,
                                     Code::front_matter_bad_value};

TableReader::TableReader(const ReadContext& context, const Table& table, Span place, std::string_view name)
    : context_(context), table_(table), place_(place), name_(name) {}

const Entry* TableReader::entry(std::string_view key) {
    known_.push_back(key);
    return table_.find(key);
}

void TableReader::report_type(const Entry& entry, std::string_view wanted) {
    std::string help;
    const bool is_text = std::holds_alternative<std::string>(entry.value.data);
    if (is_text && wanted == "a date") help = "write the date without quotation marks: `2024-07-19`";
    if (is_text && wanted == "true or false") help = "write it without quotation marks";
    if (is_text && wanted.starts_with("an array")) help = "put it in square brackets: `[\"…\"]`";
    if (!is_text && wanted == "a string") help = "put it in quotation marks";
    context_.diagnostics.add(context_.codes.wrong_type, context_.source, entry.value.span,
                             quoted(entry.key) + " must be " + std::string(wanted) + ", but is " + std::string(kind_of(entry.value)),
                             std::move(help));
}

void TableReader::report_missing(std::string_view key, std::string help) {
    const std::string where = name_.empty() ? "" : " in " + quoted(name_);
    context_.diagnostics.add(context_.codes.missing_key, context_.source, place_, "the key " + quoted(key) + " is missing" + where,
                             std::move(help));
}

void TableReader::report_bad(Span span, std::string message, std::string help) {
    context_.diagnostics.add(context_.codes.bad_value, context_.source, span, std::move(message), std::move(help));
}

void TableReader::report_unknown_term(const Located<std::string>& written, std::string_view key,
                                      const std::vector<std::string_view>& keys) {
    std::vector<std::string> choices;
    for (const std::string_view choice : keys) choices.push_back(quoted(choice));
    report_bad(written.span, quoted(written.value) + " is no value of " + quoted(key),
               did_you_mean(written.value, keys, "write one of " + joined(choices, ", ")));
}

std::optional<Located<std::string>> TableReader::located_text(std::string_view key) {
    const Entry* found = entry(key);
    if (found == nullptr) return std::nullopt;
    const auto* text = std::get_if<std::string>(&found->value.data);
    if (text == nullptr) {
        report_type(*found, "a string");
        return std::nullopt;
    }
    if (trimmed(*text).empty()) {
        report_bad(found->value.span, quoted(key) + " is empty", "write it, or leave the key out");
        return std::nullopt;
    }
    return Located<std::string>{*text, found->value.span};
}

std::optional<std::string> TableReader::text(std::string_view key) {
    auto located = located_text(key);
    return located ? std::optional(std::move(located->value)) : std::nullopt;
}

std::string TableReader::required_text(std::string_view key) {
    if (table_.find(key) == nullptr) report_missing(key);
    return text(key).value_or("");
}

std::optional<Date> TableReader::date(std::string_view key) {
    const Entry* found = entry(key);
    if (found == nullptr) return std::nullopt;
    const auto* date = std::get_if<Date>(&found->value.data);
    if (date == nullptr) {
        report_type(*found, "a date");
        return std::nullopt;
    }
    return *date;
}

std::optional<Date> TableReader::required_date(std::string_view key) {
    if (table_.find(key) == nullptr) report_missing(key, "add a line such as `" + std::string(key) + " = 2024-07-19`");
    return date(key);
}

std::optional<LocalDateTime> TableReader::local_date_time(std::string_view key) {
    const Entry* found = entry(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* moment = std::get_if<LocalDateTime>(&found->value.data)) return *moment;
    context_.diagnostics.add(context_.codes.wrong_type, context_.source, found->value.span,
                             quoted(key) + " must be a date and a time, but is " + std::string(kind_of(found->value)),
                             "write UK time, without an offset: `2024-07-19T00:01:00`");
    return std::nullopt;
}

std::optional<bool> TableReader::flag(std::string_view key) {
    const Entry* found = entry(key);
    if (found == nullptr) return std::nullopt;
    const auto* flag = std::get_if<bool>(&found->value.data);
    if (flag == nullptr) {
        report_type(*found, "true or false");
        return std::nullopt;
    }
    return *flag;
}

std::optional<std::int64_t> TableReader::whole_number(std::string_view key) {
    const Entry* found = entry(key);
    if (found == nullptr) return std::nullopt;
    const auto* number = std::get_if<std::int64_t>(&found->value.data);
    if (number == nullptr) {
        report_type(*found, "a whole number");
        return std::nullopt;
    }
    return *number;
}

namespace {

bool is_web_address(std::string_view text) {
    const std::string_view scheme = text.starts_with("https://") ? "https://" : "http://";
    if (!text.starts_with(scheme)) return false;
    const std::string_view host = text.substr(scheme.size(), text.find_first_of("/?#", scheme.size()) - scheme.size());
    return !host.empty() && text.find_first_of(" \t\n\"<>\\^`{|}") == std::string_view::npos;
}

}  // namespace

std::string TableReader::address(std::string_view key) {
    const auto written = located_text(key);
    if (!written) return "";
    if (is_web_address(written->value)) return written->value;
    report_bad(written->span, quoted(key) + " is not a web address", "begin with `https://` and the host’s name, without spaces");
    return "";
}

std::vector<Located<std::string>> TableReader::texts(std::string_view key) {
    const Entry* found = entry(key);
    if (found == nullptr) return {};
    const auto* array = std::get_if<toml_tree::Array>(&found->value.data);
    if (array == nullptr) {
        report_type(*found, "an array of strings");
        return {};
    }
    std::vector<Located<std::string>> out;
    for (const Value& element : *array) {
        const auto* text = std::get_if<std::string>(&element.data);
        if (text == nullptr)
            context_.diagnostics.add(context_.codes.wrong_type, context_.source, element.span,
                                     quoted(key) + " holds " + std::string(kind_of(element)) + ", but must hold strings",
                                     "put each element in quotation marks");
        else if (trimmed(*text).empty())
            report_bad(element.span, quoted(key) + " holds an empty string", "write it, or leave it out");
        else if (std::any_of(out.begin(), out.end(), [&](const auto& other) { return other.value == *text; }))
            report_bad(element.span, quoted(*text) + " stands twice in " + quoted(key), "leave the second one out");
        else
            out.push_back({*text, element.span});
    }
    return out;
}

const Table* TableReader::table(std::string_view key, Span* place) {
    const Entry* found = entry(key);
    if (found == nullptr) return nullptr;
    const auto* table = std::get_if<Table>(&found->value.data);
    if (table == nullptr) {
        report_type(*found, "a table");
        return nullptr;
    }
    *place = found->value.span;
    return table;
}

std::vector<std::pair<const Table*, Span>> TableReader::tables(std::string_view key) {
    const Entry* found = entry(key);
    if (found == nullptr) return {};
    std::vector<std::pair<const Table*, Span>> out;
    const auto* array = std::get_if<toml_tree::Array>(&found->value.data);
    if (array != nullptr)
        for (const Value& element : *array)
            if (const auto* table = std::get_if<Table>(&element.data)) out.emplace_back(table, element.span);
    if (array == nullptr || out.size() != array->size())
        context_.diagnostics.add(context_.codes.wrong_type, context_.source, found->value.span,
                                 quoted(key) + " must be a list of tables, but is " + std::string(kind_of(found->value)),
                                 "begin each with a line `[[" + std::string(key) + "]]`");
    return out;
}

void TableReader::finish() {
    for (const Entry& entry : table_.entries) {
        if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
        const std::string where = name_.empty() ? "" : " in " + quoted(name_);
        context_.diagnostics.add(context_.codes.unknown_key, context_.source, entry.span, "unknown key " + quoted(entry.key) + where,
                                 did_you_mean(entry.key, known_));
    }
}

std::vector<Located<std::string>> read_aliases(TableReader& reader) {
    std::vector<Located<std::string>> aliases;
    for (auto& alias : reader.texts("aliases")) {
        std::string path = alias.value.starts_with('/') ? alias.value.substr(1) : alias.value;
        const bool climbs = ("/" + path + "/").find("/../") != std::string::npos || ("/" + path + "/").find("/./") != std::string::npos;
        if (path.empty() || climbs || path.find_first_of("\\?#:\t\n") != std::string::npos || path.find("//") != std::string::npos ||
            first_control_character(path)) {
            reader.report_bad(alias.span, quoted(alias.value) + " is not a path on this site", "write the old address without its host: `/old/page/`");
            continue;
        }
        aliases.push_back({std::move(path), alias.span});
    }
    return aliases;
}

std::vector<Acceptance> read_accepted(const ReadContext& context, TableReader& reader) {
    std::vector<std::string_view> findings;
    for (const CodeInfo& info : all_codes())
        if (info.name.starts_with("check/")) findings.push_back(info.name);
    std::vector<Acceptance> all;
    for (const auto& [table, place] : reader.tables("accepted")) {
        TableReader accepted(context, *table, place, "accepted");
        const auto code = accepted.located_text("code");
        Acceptance acceptance{code.value_or(Located<std::string>{"", place}), accepted.text("text").value_or(""), accepted.required_text("reason")};
        if (accepted.entry("code") == nullptr) accepted.report_missing("code", "write the code that stands at the end of the message");
        accepted.finish();
        if (code && std::find(findings.begin(), findings.end(), code->value) == findings.end())
            reader.report_bad(code->span, quoted(code->value) + " is no finding of `vitrine check`",
                              did_you_mean(code->value, findings, "errors cannot be accepted, only what begins with `check/`"));
        else if (code)
            all.push_back(std::move(acceptance));
    }
    return all;
}

}  // namespace vitrine::content
