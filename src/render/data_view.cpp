#include "base/text.h"
#include "plan/address.h"
#include "render/open_data.h"
#include "render/structured_data.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

std::string type_in_words(const ColumnType& type) {
    switch (type.kind) {
        case ColumnType::Kind::text: return type.is_list ? "List of texts" : "Text";
        case ColumnType::Kind::term: return type.is_list ? "Any of the words named" : "One of the words named";
        case ColumnType::Kind::url: return "Web address";
        case ColumnType::Kind::date: return "Date";
        case ColumnType::Kind::integer: return "Whole number";
        case ColumnType::Kind::boolean: return "True or false";
    }
    return "";
}

Value column_value(const Column& column) {
    List values;
    for (const auto& [value, meaning] : column.type.values)
        values.push_back(Object{{"value", Value::borrowed(value)}, {"meaning", Value::borrowed(meaning)}});
    return Object{{"name", Value::borrowed(column.name)},
                  {"title", Value::borrowed(column.title)},
                  {"description", Value::borrowed(column.description)},
                  {"type", type_in_words(column.type)},
                  {"required", column.type.is_required},
                  {"values", some(std::move(values))}};
}

std::string_view label_of(plan::DataFormat format) {
    switch (format) {
        case plan::DataFormat::csv: return "CSV";
        case plan::DataFormat::csv_metadata: return "what the CSV file means: CSV on the Web";
        case plan::DataFormat::json: return "JSON";
        case plan::DataFormat::json_schema: return "what the JSON file means: JSON Schema";
    }
    return "";
}

Value files_value(plan::DataTable table, std::initializer_list<plan::DataFormat> formats) {
    List files;
    for (const plan::DataFormat format : formats)
        files.push_back(Object{{"label", Value::borrowed(label_of(format))},
                               {"name", plan::data_file_name(table, format)},
                               {"url", plan::file_address(plan::data_file(table, format))}});
    return files;
}

Value table_value(const Context& context, const Table& table) {
    List columns;
    for (const Column& column : table.columns) columns.push_back(column_value(column));
    return Object{{"id", Value::borrowed(plan::name_of(table.id))},
                  {"title", Value::borrowed(table.title)},
                  {"description", Value::borrowed(table.description)},
                  {"rows", grouped(table.count_rows(context))},
                  {"files", files_value(table.id, {plan::DataFormat::csv, plan::DataFormat::json})},
                  {"descriptions", files_value(table.id, {plan::DataFormat::csv_metadata, plan::DataFormat::json_schema})},
                  {"columns", std::move(columns)}};
}

Json download_node(const Context& context, plan::DataTable table, plan::DataFormat format, const char* type) {
    return JsonMembers{{"@type", "DataDownload"}, {"encodingFormat", type}, {"contentUrl", context.file_url(plan::data_file(table, format))}};
}

/// A table as a Dataset of schema.org, by which search engines for data find it.
Json dataset_node(const Context& context, const Table& table) {
    const SiteConfig& config = context.site.config;
    JsonMembers node = {{"@type", "Dataset"},
                        {"name", std::string(table.title) + " – " + config.title},
                        {"description", Json::borrowed(table.description)},
                        {"url", context.page_url(plan::data_folder) + "#" + std::string(plan::name_of(table.id))},
                        {"isAccessibleForFree", true},
                        {"creator", office_node(context)}};
    if (const auto day = newest_day(context.site)) node.emplace_back("dateModified", iso(*day));
    if (config.licence && !config.licence->url.empty()) node.emplace_back("license", Json::borrowed(config.licence->url));
    node.emplace_back("distribution", JsonList{download_node(context, table.id, plan::DataFormat::csv, "text/csv"),
                                               download_node(context, table.id, plan::DataFormat::json, "application/json")});
    return node;
}

}  // namespace

Object data_view(const Context& context) {
    PageHead head = {"data", std::string(plan::data_folder), "Open data", {},
                     "Inspections, recommendations, grades and timeliness as files for spreadsheets and programs.", {}};
    for (const plan::DataTable table : plan::data_tables) head.things.push_back(dataset_node(context, table_of(table)));
    Object page = page_object(context, std::move(head));
    List tables;
    for (const plan::DataTable table : plan::data_tables) tables.push_back(table_value(context, table_of(table)));
    page.emplace_back("tables", std::move(tables));
    page.emplace_back("separator", std::string(1, list_separator));
    return page;
}

}  // namespace vitrine::render
