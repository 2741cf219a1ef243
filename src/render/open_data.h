#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "plan/data.h"
#include "render/context.h"

/// Open data: the facts of the site as tables. Each table is declared once, by its columns, and everything else is made from
/// that: CSV and JSON, the metadata of both, and the page that explains them. docs/open-data.md is for those who use them.
///
/// Nothing in a table depends on the day on which it was made: what is overdue, for one, is for the reader to compare.
namespace vitrine::render {

/// What the cells of a column hold.
struct ColumnType {
    enum class Kind { text, term, url, date, integer, boolean };

    /// A value of a closed list, and what it means.
    using Value = std::pair<std::string_view, std::string_view>;

    Kind kind = Kind::text;
    std::vector<Value> values = {};  ///< of a term
    bool is_list = false;            ///< any number of them
    bool is_required = false;        ///< no cell is empty
};

struct Column {
    std::string_view name;         ///< in files: lower-case letters, digits and `_`; each once in its table
    std::string_view title;        ///< for people
    std::string_view description;  ///< whole sentences, plain text
    ColumnType type;
};

/// What stands in one cell: nothing where it is not recorded. Texts of the model are borrowed.
using Cell = std::variant<std::monostate, bool, std::int64_t, Date, std::string_view, std::string, std::vector<std::string_view>>;

/// The cells of one row, in the order of the columns.
using Cells = std::span<const Cell>;

struct Table {
    /// Each value of `column` is one of the other table's `id`.
    struct Reference {
        std::string_view column;
        plan::DataTable table;
    };

    plan::DataTable id;
    std::string_view title;
    std::string_view description;
    std::vector<std::string_view> key;  ///< the columns whose values no two rows share
    std::optional<Reference> reference = std::nullopt;
    std::vector<Column> columns = {};
    std::function<std::size_t(const Context&)> count_rows = nullptr;
    std::function<void(const Context&, const std::function<void(Cells)>&)> for_each_row = nullptr;
};

/// The declaration of a table.
[[nodiscard]] const Table& table_of(plan::DataTable table);

/// The newest day that the record itself names, up to today; nothing where it names none. The day of a build says nothing
/// about the data.
[[nodiscard]] std::optional<Date> newest_day(const Site& site);

/// The bytes of one file of the open data.
[[nodiscard]] std::string data_document(const Context& context, const plan::DataFile& file);

/// What parts the elements of a list in a cell of a CSV file, and what an element that has one itself gets in its place.
inline constexpr char list_separator = '|';
inline constexpr std::string_view list_separator_in_words = "¦";

}  // namespace vitrine::render
