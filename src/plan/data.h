#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// The files of open data: which tables there are, in which forms, and where.
namespace vitrine::plan {

enum class DataTable : std::uint8_t { inspections, recommendations, grades, timeliness };

/// The rows of a table (CSV, JSON), and what they mean (CSV on the Web metadata, JSON Schema).
enum class DataFormat : std::uint8_t { csv, csv_metadata, json, json_schema };

inline constexpr std::array data_tables = {DataTable::inspections, DataTable::recommendations, DataTable::grades, DataTable::timeliness};
inline constexpr std::array data_formats = {DataFormat::csv, DataFormat::csv_metadata, DataFormat::json, DataFormat::json_schema};

/// The folder of all of them, and of the page that explains them.
inline constexpr std::string_view data_folder = "data";

/// `recommendations`.
[[nodiscard]] std::string_view name_of(DataTable table);

/// The file's name without its folder: `recommendations.csv`, and for the metadata of that the name by which programs look for
/// it (Model for Tabular Data, W3C Recommendation of 17 December 2015, section 5.3): `recommendations.csv-metadata.json`.
[[nodiscard]] std::string data_file_name(DataTable table, DataFormat format);

/// The same with its folder.
[[nodiscard]] std::string data_file(DataTable table, DataFormat format);

}  // namespace vitrine::plan
