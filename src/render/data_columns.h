#pragma once

#include <utility>
#include <vector>

#include "model/vocabulary.h"
#include "render/open_data.h"

/// How tables are declared: a row is what its cells are made from, a field is a column and how its cell is made.
namespace vitrine::render {

template <class Row>
struct Field {
    Column column;
    Cell (*cell)(const Row& row);
};

/// Calls a function for each row of a table.
template <class Row>
using RowsOf = void (*)(const Context& context, const std::function<void(const Row&)>& visit);

/// Completes a table that has its head. Where a row has a function `shows(column)`, it decides which of its cells stay empty.
template <class Row>
[[nodiscard]] Table with_fields(Table table, std::vector<Field<Row>> fields, RowsOf<Row> rows) {
    for (const Field<Row>& field : fields) table.columns.push_back(field.column);
    table.count_rows = [rows](const Context& context) {
        std::size_t count = 0;
        rows(context, [&](const Row&) { ++count; });
        return count;
    };
    table.for_each_row = [rows, fields = std::move(fields)](const Context& context, const std::function<void(Cells)>& visit) {
        std::vector<Cell> cells(fields.size());
        rows(context, [&](const Row& row) {
            for (std::size_t i = 0; i < fields.size(); ++i) {
                cells[i] = Cell();
                if constexpr (requires { row.shows(fields[i].column); })
                    if (!row.shows(fields[i].column)) continue;
                cells[i] = fields[i].cell(row);
            }
            visit(cells);
        });
    };
    return table;
}

// Types of columns -----------------------------------------------------------------------------------------------------

[[nodiscard]] inline ColumnType text() { return {ColumnType::Kind::text}; }
[[nodiscard]] inline ColumnType url() { return {ColumnType::Kind::url}; }
[[nodiscard]] inline ColumnType date() { return {ColumnType::Kind::date}; }
[[nodiscard]] inline ColumnType integer() { return {ColumnType::Kind::integer}; }
[[nodiscard]] inline ColumnType boolean() { return {ColumnType::Kind::boolean}; }

[[nodiscard]] inline ColumnType one_of(std::vector<ColumnType::Value> values) { return {ColumnType::Kind::term, std::move(values)}; }

/// Any value of a list of the front matter, but for one.
template <class E>
[[nodiscard]] ColumnType term_of(std::optional<E> without = std::nullopt) {
    std::vector<ColumnType::Value> values;
    for (const Term<E>& term : terms<E>())
        if (term.value != without && !term.key.empty()) values.emplace_back(term.key, term.label);
    return one_of(std::move(values));
}

[[nodiscard]] inline ColumnType list_of(ColumnType type) {
    type.is_list = true;
    return type;
}

[[nodiscard]] inline ColumnType required(ColumnType type) {
    type.is_required = true;
    return type;
}

// Cells ----------------------------------------------------------------------------------------------------------------

/// A text that the model holds, or nothing when it is empty.
[[nodiscard]] inline Cell borrowed(std::string_view text) { return text.empty() ? Cell() : Cell(text); }

[[nodiscard]] inline Cell cell_of(const std::optional<Date>& date) { return date ? Cell(*date) : Cell(); }

[[nodiscard]] inline Cell words_of(const std::optional<Prose>& prose) { return prose ? borrowed(prose->words()) : Cell(); }

[[nodiscard]] inline Cell count(std::size_t number) { return static_cast<std::int64_t>(number); }

template <class E>
[[nodiscard]] Cell key_of(const std::optional<E>& value) {
    return value ? borrowed(key(*value)) : Cell();
}

/// The keys of values, in their order.
template <class E>
[[nodiscard]] std::vector<std::string_view> keys_of_all(const std::vector<E>& values) {
    std::vector<std::string_view> keys;
    for (const E value : values) keys.push_back(key(value));
    return keys;
}

/// The day of a report as exact as it is known, the rest of it being the first day.
[[nodiscard]] Date day_of_report(const Response& response);

/// The whole address of a response's page.
[[nodiscard]] std::string address_of(const Context& context, const Response& response);

/// The day of the newest entry of a history.
[[nodiscard]] Cell newest_entry(const std::vector<Update>& updates);

// The tables -----------------------------------------------------------------------------------------------------------

[[nodiscard]] Table inspections_table();
[[nodiscard]] Table recommendations_table();
[[nodiscard]] Table grades_table();
[[nodiscard]] Table timeliness_table();

}  // namespace vitrine::render
