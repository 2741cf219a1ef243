#include <iterator>

#include "formats/csv.h"
#include "formats/json.h"
#include "render/open_data.h"

namespace vitrine::render {
namespace {

using Kind = ColumnType::Kind;

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};

// Rows -----------------------------------------------------------------------------------------------------------------

std::string list_cell(const std::vector<std::string_view>& elements) {
    std::string cell;
    for (const std::string_view& element : elements) {
        if (&element != &elements.front()) cell += list_separator;
        for (const char c : element) {
            if (c == list_separator)
                cell += list_separator_in_words;
            else
                cell += c;
        }
    }
    return cell;
}

/// Writes all rows. From the first of them follows how long the others will be, about.
template <class Writer>
void write_rows(const Context& context, const Table& table, Writer& writer, const std::function<void(Cells)>& write) {
    constexpr std::size_t sample = 64;
    const std::size_t count = table.count_rows(context), begin = writer.size();
    std::size_t written = 0;
    table.for_each_row(context, [&](Cells cells) {
        write(cells);
        if (++written == sample) writer.reserve((writer.size() - begin) / sample * count / 8 * 9);
    });
}

void add_cell(csv::Writer& writer, const Cell& cell) {
    std::visit(Overloaded{
                   [&](std::monostate) { writer.add(""); },
                   [&](bool flag) { writer.add(flag ? "true" : "false"); },
                   [&](std::int64_t number) { writer.add(std::to_string(number)); },
                   [&](Date day) { writer.add(iso(day)); },
                   [&](const std::vector<std::string_view>& elements) { writer.add_text(list_cell(elements)); },
                   [&](const auto& text) { writer.add_text(text); },
               },
               cell);
}

std::string csv_of(const Context& context, const Table& table) {
    csv::Writer writer;
    for (const Column& column : table.columns) writer.add(column.name);
    writer.end_record();
    write_rows(context, table, writer, [&](Cells cells) {
        for (const Cell& cell : cells) add_cell(writer, cell);
        writer.end_record();
    });
    return writer.take();
}

Json json_of(const Cell& cell, const ColumnType& type) {
    const auto borrowed_list = [](const std::vector<std::string_view>& elements) {
        JsonList list;
        for (const std::string_view element : elements) list.push_back(Json::borrowed(element));
        return Json(std::move(list));
    };
    return std::visit(Overloaded{
                          [&](std::monostate) { return type.is_list ? Json(JsonList()) : Json(); },
                          [](Date day) { return Json(iso(day)); },
                          [](std::string_view text) { return Json::borrowed(text); },
                          [&](const std::vector<std::string_view>& elements) { return borrowed_list(elements); },
                          [](const auto& value) { return Json(value); },
                      },
                      cell);
}

std::string json_of(const Context& context, const Table& table) {
    JsonListWriter writer;
    JsonMembers object;
    for (const Column& column : table.columns) object.emplace_back(column.name, Json());
    write_rows(context, table, writer, [&](Cells cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) object[i].second = json_of(cells[i], table.columns[i].type);
        writer.add(object);
    });
    return writer.take();
}

// What the rows mean ---------------------------------------------------------------------------------------------------

/// "Recommendations – Responses to inspections of Northshire Police".
std::string title_of(const Context& context, const Table& table) { return std::string(table.title) + " – " + context.site.config.title; }

/// A regular expression that fits each of the words and nothing else.
std::string pattern_of(const std::vector<ColumnType::Value>& values) {
    std::string words;
    for (const auto& [value, meaning] : values) (words += words.empty() ? "" : "|") += value;
    return "^(" + words + ")$";
}

Json csvw_datatype(const ColumnType& type) {
    switch (type.kind) {
        case Kind::text: return "string";
        case Kind::term: return JsonMembers{{"base", "string"}, {"format", pattern_of(type.values)}};
        case Kind::url: return "anyURI";
        case Kind::date: return "date";
        case Kind::integer: return "integer";
        case Kind::boolean: return "boolean";
    }
    return {};
}

Json csvw_column(const Column& column) {
    JsonMembers out = {{"name", Json::borrowed(column.name)},
                       {"titles", JsonList{Json::borrowed(column.name), Json::borrowed(column.title)}},
                       {"dc:description", Json::borrowed(column.description)},
                       {"datatype", csvw_datatype(column.type)}};
    if (column.type.is_list) out.emplace_back("separator", std::string(1, list_separator));
    if (column.type.is_required) out.emplace_back("required", true);
    return out;
}

Json csvw_key(const std::vector<std::string_view>& names) {
    if (names.size() == 1) return Json::borrowed(names.front());
    JsonList list;
    for (const std::string_view name : names) list.push_back(Json::borrowed(name));
    return list;
}

Json csvw_schema(const Table& table) {
    JsonList columns;
    for (const Column& column : table.columns) columns.push_back(csvw_column(column));
    JsonMembers schema = {{"columns", std::move(columns)}, {"primaryKey", csvw_key(table.key)}};
    if (!table.reference) return schema;
    const Table& other = table_of(table.reference->table);
    JsonMembers target = {{"resource", plan::data_file_name(other.id, plan::DataFormat::csv)}, {"columnReference", csvw_key(other.key)}};
    schema.emplace_back("foreignKeys", JsonList{JsonMembers{{"columnReference", Json::borrowed(table.reference->column)}, {"reference", std::move(target)}}});
    return schema;
}

Json publisher_of(const Office& office) {
    JsonMembers publisher = {{"schema:name", Json::borrowed(office.name)}};
    if (!office.email.empty()) publisher.emplace_back("schema:email", Json::borrowed(office.email));
    if (!office.address.empty()) publisher.emplace_back("schema:address", Json::borrowed(office.address));
    return publisher;
}

void add_licence(JsonMembers& out, const Licence& licence) {
    if (!licence.url.empty()) out.emplace_back("dc:license", JsonMembers{{"@id", Json::borrowed(licence.url)}});
    out.emplace_back("dc:rights", licence.name + (licence.attribution.empty() ? "" : ". " + licence.attribution));
}

JsonMembers csvw_table(const Context& context, const Table& table) {
    const SiteConfig& config = context.site.config;
    JsonMembers out = {{"url", plan::data_file_name(table.id, plan::DataFormat::csv)},
                       {"dc:title", title_of(context, table)},
                       {"dc:description", Json::borrowed(table.description)},
                       {"dc:publisher", publisher_of(config.office)}};
    if (config.licence) add_licence(out, *config.licence);
    if (const auto newest = newest_day(context.site))
        out.emplace_back("dc:modified", JsonMembers{{"@value", iso(*newest)}, {"@type", "xsd:date"}});
    // The language of the cells; the words of this file are English.
    out.emplace_back("lang", Json::borrowed(config.language));
    out.emplace_back("tableSchema", csvw_schema(table));
    return out;
}

JsonMembers dialect() {
    return {{"encoding", "utf-8"}, {"lineTerminators", JsonList{"\r\n"}}, {"quoteChar", "\""}, {"doubleQuote", true},
            {"delimiter", ","},    {"header", true}};
}

/// Metadata Vocabulary for Tabular Data (W3C Recommendation of 17 December 2015). A table may refer only to one that is
/// described in the same file.
std::string csv_metadata_of(const Context& context, const Table& table) {
    JsonMembers out = {{"@context", JsonList{"http://www.w3.org/ns/csvw", JsonMembers{{"@language", "en"}}}}, {"dialect", dialect()}};
    JsonMembers own = csvw_table(context, table);
    if (table.reference)
        out.emplace_back("tables", JsonList{std::move(own), csvw_table(context, table_of(table.reference->table))});
    else
        out.insert(out.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return to_indented_json(out);
}

JsonMembers schema_of_value(const ColumnType& type) {
    switch (type.kind) {
        case Kind::text: return {{"type", "string"}};
        case Kind::url: return {{"type", "string"}, {"format", "iri"}};
        case Kind::date: return {{"type", "string"}, {"format", "date"}};
        case Kind::integer: return {{"type", "integer"}};
        case Kind::boolean: return {{"type", "boolean"}};
        case Kind::term: break;
    }
    JsonList words;
    for (const auto& [value, meaning] : type.values) words.push_back(Json::borrowed(value));
    return {{"enum", std::move(words)}};
}

/// The value, or null where a cell may be empty.
JsonMembers schema_of(const ColumnType& type) {
    JsonMembers schema = schema_of_value(type);
    if (type.is_list) return {{"type", "array"}, {"items", std::move(schema)}};
    if (type.is_required) return schema;
    auto& [name, allowed] = schema.front();
    if (name == "enum")
        std::get<JsonList>(allowed.value).push_back(Json());
    else
        allowed = JsonList{std::move(allowed), "null"};
    return schema;
}

std::string json_schema_of(const Context& context, const Table& table) {
    JsonMembers properties;
    JsonList names;
    for (const Column& column : table.columns) {
        JsonMembers property = {{"title", Json::borrowed(column.title)}, {"description", Json::borrowed(column.description)}};
        for (auto& member : schema_of(column.type)) property.push_back(std::move(member));
        properties.emplace_back(column.name, std::move(property));
        names.push_back(Json::borrowed(column.name));
    }
    return to_indented_json({{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                             {"$id", context.file_url(plan::data_file(table.id, plan::DataFormat::json_schema))},
                             {"title", title_of(context, table)},
                             {"description", Json::borrowed(table.description)},
                             {"type", "array"},
                             {"items", JsonMembers{{"type", "object"},
                                                   {"properties", std::move(properties)},
                                                   {"required", std::move(names)},
                                                   {"additionalProperties", false}}}});
}

}  // namespace

std::string data_document(const Context& context, const plan::DataFile& file) {
    const Table& table = table_of(file.table);
    switch (file.format) {
        case plan::DataFormat::csv: return csv_of(context, table);
        case plan::DataFormat::csv_metadata: return csv_metadata_of(context, table);
        case plan::DataFormat::json: return json_of(context, table);
        case plan::DataFormat::json_schema: return json_schema_of(context, table);
    }
    return {};
}

}  // namespace vitrine::render
