#include "plan/data.h"

namespace vitrine::plan {
namespace {

std::string_view extension_of(DataFormat format) {
    switch (format) {
        case DataFormat::csv: return ".csv";
        case DataFormat::csv_metadata: return ".csv-metadata.json";
        case DataFormat::json: return ".json";
        case DataFormat::json_schema: return ".schema.json";
    }
    return "";
}

}  // namespace

std::string_view name_of(DataTable table) {
    switch (table) {
        case DataTable::inspections: return "inspections";
        case DataTable::recommendations: return "recommendations";
        case DataTable::grades: return "grades";
        case DataTable::timeliness: return "timeliness";
    }
    return "";
}

std::string data_file_name(DataTable table, DataFormat format) { return std::string(name_of(table)).append(extension_of(format)); }

std::string data_file(DataTable table, DataFormat format) { return std::string(data_folder) + "/" + data_file_name(table, format); }

}  // namespace vitrine::plan
