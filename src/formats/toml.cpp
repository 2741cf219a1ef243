#include "formats/toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "formats/toml_plain.h"

namespace vitrine::toml_tree {
namespace {

/// Turns toml++ regions (lines and columns of the parsed text) into spans of the file.
class Places {
public:
    Places(const SourceText& source, Span parsed) : source_(source), lines_before_(source.position(parsed.begin).line - 1), end_(parsed.end) {}

    [[nodiscard]] std::uint32_t offset(const toml::source_position& place) const {
        return std::min(end_, source_.offset({place.line + lines_before_, place.column}));
    }

    [[nodiscard]] Span span(const toml::source_region& region) const {
        const std::uint32_t begin = offset(region.begin);
        return {begin, std::max(begin, offset(region.end))};
    }

private:
    const SourceText& source_;
    std::uint32_t lines_before_;
    std::uint32_t end_;
};

Date date_of(const toml::date& date) {
    return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

Value converted(const toml::node& node, const Places& places);

Table converted_table(const toml::table& table, const Places& places) {
    Table out;
    out.entries.reserve(table.size());
    for (const auto& [key, node] : table)
        out.entries.push_back({std::string(key.str()), places.span(key.source()), converted(node, places)});
    return out;
}

Value converted(const toml::node& node, const Places& places) {
    Value out{places.span(node.source()), Unused{"a value"}};
    if (const auto* text = node.as_string()) {
        out.data = text->get();
    } else if (const auto* number = node.as_integer()) {
        out.data = number->get();
    } else if (const auto* flag = node.as_boolean()) {
        out.data = flag->get();
    } else if (const auto* date = node.as_date()) {
        out.data = date_of(date->get());
    } else if (const auto* moment = node.as_date_time()) {
        const toml::date_time& value = moment->get();
        const std::chrono::seconds time = std::chrono::hours(value.time.hour) + std::chrono::minutes(value.time.minute) +
                                          std::chrono::seconds(value.time.second);
        if (value.offset)
            out.data = Unused{"a date-time with an offset"};
        else
            out.data = LocalDateTime{date_of(value.date), time};
    } else if (node.is_floating_point()) {
        out.data = Unused{"a floating-point number"};
    } else if (node.is_time()) {
        out.data = Unused{"a time"};
    } else if (const auto* array = node.as_array()) {
        Array elements;
        elements.reserve(array->size());
        for (const toml::node& element : *array) elements.push_back(converted(element, places));
        out.data = std::move(elements);
    } else if (const auto* table = node.as_table()) {
        out.data = converted_table(*table, places);
    }
    return out;
}

/// A syntax error in the words of the people who make it.
struct Stumble {
    std::string message;
    std::string help;
    bool whole_value = true;  ///< the caret covers the value, not only where the parser gave up
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_british_date(std::string_view value) {
    return value.size() >= 6 && is_digit(value[0]) && std::count(value.begin(), value.end(), '/') == 2;
}

bool begins_with_curly_quote(std::string_view value) {
    return value.starts_with("“") || value.starts_with("”") || value.starts_with("‘") || value.starts_with("’");
}

bool begins_with_letter(std::string_view value) {
    return !value.empty() && std::isalpha(static_cast<unsigned char>(value.front())) != 0;
}

/// toml++ describes an error for programmers, with raw line breaks.
std::string in_one_line(std::string_view description) {
    constexpr std::string_view prefix = "Error while parsing ";
    if (description.starts_with(prefix)) description.remove_prefix(prefix.size());
    std::string out;
    for (const char c : description) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return out;
}

Stumble explained(std::string_view value, bool has_equals, bool is_header, std::string_view description) {
    if (is_british_date(value)) return {quoted(value) + " is not a date as TOML writes it", "write year-month-day: `2014-09-04`"};
    if (begins_with_curly_quote(value))
        return {"a value begins with a curly quotation mark", "use straight ones: `\"…\"`; curly ones are fine inside"};
    if (begins_with_letter(value) && value != "true" && value != "false")
        return {quoted(value) + " is neither a string, a number nor a date", "put text in quotation marks: `\"…\"`"};
    if (value.starts_with('"') && std::count(value.begin(), value.end(), '"') == 1)
        return {"the quotation mark that opens here is not closed on this line", "close it, or use `\"\"\"` around text of several lines"};
    if (value.starts_with('"') && std::count(value.begin(), value.end(), '"') > 2)
        return {"the string ends before the line does", "put text that holds \" between single quotation marks: `'…'`", false};
    if (description.find("redefine") != std::string_view::npos)
        return {"this key stands twice", "each key may stand once; repeated tables need `[[…]]`", false};
    if (!has_equals && !is_header && description.find("expected '='") != std::string_view::npos)
        return {"a key without a value", "write `key = value`", false};
    return {"this is not valid TOML: " + in_one_line(description), "", false};
}

void report(const toml::parse_error& error, const SourceText& source, const Places& places, Diagnostics& diagnostics) {
    Span span = places.span(error.source());
    const std::uint32_t number = source.position(span.begin).line;
    const std::string_view line = source.line(number);
    const std::size_t equals = line.find('=');
    const std::string_view value = equals == std::string_view::npos ? std::string_view{} : trimmed(line.substr(equals + 1));
    const Stumble stumble = explained(value, equals != std::string_view::npos, trimmed(line).starts_with('['), error.description());
    if (stumble.whole_value && !value.empty()) {
        span.begin = source.line_start(number) + static_cast<std::uint32_t>(value.data() - line.data());
        span.end = span.begin + static_cast<std::uint32_t>(value.size());
    }
    diagnostics.add(Code::toml_syntax, source, span, stumble.message, stumble.help);
}

}  // namespace

const Entry* Table::find(std::string_view key) const {
    const auto at = std::lower_bound(entries.begin(), entries.end(), key, [](const Entry& e, std::string_view k) { return e.key < k; });
    return at != entries.end() && at->key == key ? &*at : nullptr;
}

std::string_view kind_of(const Value& value) {
    constexpr std::array names = {"a string", "a whole number", "true or false", "a date", "a date-time", "", "an array", "a table"};
    if (const auto* unused = std::get_if<Unused>(&value.data)) return unused->kind;
    return names.at(value.data.index());
}

std::optional<Table> parse_toml(const SourceText& source, Span span, Diagnostics& diagnostics) {
    if (auto plain = parse_plain_toml(source, span)) return plain;
    const Places places(source, span);
    try {
        return converted_table(toml::parse(source.text().substr(span.begin, span.end - span.begin)), places);
    } catch (const toml::parse_error& error) {
        report(error, source, places, diagnostics);
        return std::nullopt;
    }
}

}  // namespace vitrine::toml_tree
