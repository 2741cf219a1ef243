// The tables of open data: what holds for every cell, and what the files never say.

#include "render/open_data.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "render/views.h"
#include "support/example.h"

using namespace vitrine;
using namespace vitrine::render;
using nlohmann::json;
using samples::day;
using samples::Lines;
using samples::Rendering;

namespace {

constexpr std::array all_files = [] {
    std::array<plan::DataFile, plan::data_tables.size() * plan::data_formats.size()> files{};
    std::size_t i = 0;
    for (const auto table : plan::data_tables)
        for (const auto format : plan::data_formats) files.at(i++) = {table, format};
    return files;
}();

json rows_of(const Rendering& rendering, plan::DataTable table) {
    return json::parse(data_document(rendering.context, {table, plan::DataFormat::json}));
}

bool is_of(const Cell& cell, const ColumnType& type) {
    if (std::holds_alternative<std::monostate>(cell)) return !type.is_required;
    const auto is_word = [&](std::string_view word) {
        return type.kind != ColumnType::Kind::term ||
               std::any_of(type.values.begin(), type.values.end(), [&](const auto& value) { return value.first == word; });
    };
    if (type.is_list) {
        const auto* list = std::get_if<std::vector<std::string_view>>(&cell);
        return list != nullptr && std::all_of(list->begin(), list->end(), is_word);
    }
    switch (type.kind) {
        case ColumnType::Kind::date:
            return std::holds_alternative<Date>(cell);
        case ColumnType::Kind::integer:
            return std::holds_alternative<std::int64_t>(cell);
        case ColumnType::Kind::boolean:
            return std::holds_alternative<bool>(cell);
        default:
            break;
    }
    if (const auto* own = std::get_if<std::string>(&cell)) return !own->empty();
    const auto* borrowed = std::get_if<std::string_view>(&cell);
    return borrowed != nullptr && !borrowed->empty() && is_word(*borrowed);
}

Response answered(const std::string& id, std::string_view report, std::string_view answer) {
    Response response = samples::response(id, report);
    response.response_published = day(answer);
    return response;
}

}  // namespace

TEST_CASE("Each table declares its columns with names, words and types that files can rely on") {
    for (const plan::DataTable id : plan::data_tables) {
        const Table& table = table_of(id);
        CAPTURE(table.title);
        std::map<std::string_view, const Column*> by_name;
        for (const Column& column : table.columns) {
            CAPTURE(column.name);
            CHECK(by_name.emplace(column.name, &column).second);
            CHECK(column.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
            CHECK_FALSE(column.title.empty());
            CHECK(column.description.ends_with('.'));
            CHECK((column.type.kind == ColumnType::Kind::term) == !column.type.values.empty());
        }
        for (const std::string_view name : table.key) CHECK((by_name.contains(name) && by_name[name]->type.is_required));
        if (table.reference) CHECK(by_name.contains(table.reference->column));
    }
}

TEST_CASE("Every cell of the example is what its column says, and no two rows have one key") {
    const Rendering rendering(samples::example_site());
    for (const plan::DataTable id : plan::data_tables) {
        const Table& table = table_of(id);
        std::size_t rows = 0;
        table.for_each_row(rendering.context, [&](Cells cells) {
            ++rows;
            REQUIRE(cells.size() == table.columns.size());
            for (std::size_t i = 0; i < cells.size(); ++i) {
                CAPTURE(table.title, rows, table.columns[i].name);
                CHECK(is_of(cells[i], table.columns[i].type));
            }
        });
        CHECK(rows > 0);
        CHECK(rows == table.count_rows(rendering.context));
        std::set<std::string> keys;
        for (const json& row : rows_of(rendering, id)) {
            std::string key;
            for (const std::string_view name : table.key) key += row.at(std::string(name)).dump() + " ";
            CHECK(keys.insert(key).second);
        }
    }
}

TEST_CASE("A withdrawn response keeps what its page still shows, and nothing else") {
    Response response = answered("custody", "2020-07-09", "2020-08-27");
    response.status = Status::withdrawn;
    response.withdrawn_reason =
        Prose{.html = "<p>Sent in error.</p>\n", .headings = {}, .links = {}, .sections = {}, .plain_text = {}};
    response.partners = {"CQC"};
    response.report_url = "https://reports.example/";
    response.late_reason = "secret";
    response.tags = {samples::tag("secret")};
    response.updates = {{day("2020-10-14"), {}}};
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete)};
    response.grades = {{"secret", Grade::good}};
    const Rendering rendering({response});
    const json row = rows_of(rendering, plan::DataTable::inspections).at(0);
    Lines kept;
    for (const auto& [name, value] : row.items())
        if (!value.empty()) kept.push_back(name);
    CHECK(kept == Lines{"id", "inspectorate", "partners", "report_published", "report_published_precision", "response_published",
                        "status", "title", "url", "withdrawn_reason"});
    CHECK(row.at("withdrawn_reason") == "Sent in error.");
    CHECK(rows_of(rendering, plan::DataTable::recommendations).empty());
    CHECK(rows_of(rendering, plan::DataTable::grades).empty());
    CHECK(rows_of(rendering, plan::DataTable::timeliness).empty());
}

TEST_CASE("No row is false on another day: what is overdue is not said") {
    Response open = samples::response("awaited", "2026-06-01");
    open.recommendations = {samples::recommendation("1", RecommendationStatus::in_progress)};
    open.recommendations[0].due = day("2026-07-15");
    const Rendering before({open}, 50, "2026-06-30"), after({open}, 50, "2027-06-30");
    for (const plan::DataFile& file : all_files) {
        CAPTURE(plan::data_file(file.table, file.format));
        if (file.table == plan::DataTable::timeliness && file.format != plan::DataFormat::csv_metadata)
            continue;  // counts what was not in time
        CHECK(data_document(before.context, file) == data_document(after.context, file));
    }
    CHECK(rows_of(after, plan::DataTable::inspections).at(0).at("timeliness") == "not-published");
    CHECK(rows_of(after, plan::DataTable::inspections).at(0).at("days_late").is_null());
}

TEST_CASE("The data of the example is the same from day to day, while nothing new opens") {
    const Rendering before(samples::example_site("2026-06-30")), after(samples::example_site("2027-11-30"));
    for (const plan::DataFile& file : all_files)
        if (file.format != plan::DataFormat::csv_metadata)  // which names the newest entry so far
            CHECK(data_document(before.context, file) == data_document(after.context, file));
}

TEST_CASE("The clock is told as days and a word") {
    Response month = answered("month", "2020-09-01", "2020-12-01");
    month.report_published_precision = Precision::month;
    const Rendering rendering({answered("a", "2024-07-19", "2024-09-12"), answered("b", "2023-12-08", "2024-02-02"), month,
                               answered("c", "2014-09-04", "2014-10-30"), samples::response("d", "2014-01-01")});
    const json rows = rows_of(rendering, plan::DataTable::inspections);
    const auto cells = [&](std::size_t row) {
        const json& of = rows.at(row);
        return json{of.at("deadline"), of.at("response_day"), of.at("timeliness"), of.at("days_late")}.dump();
    };
    CHECK(cells(0) == R"(["2024-09-12",56,"in-time",0])");
    CHECK(cells(1) == R"(["2024-02-01",57,"late",1])");
    CHECK(cells(2) == R"([null,null,"deadline-unknown",null])");
    CHECK(cells(3) == R"([null,57,"no-deadline",null])");
    CHECK(cells(4) == R"([null,null,"no-deadline",null])");
}

TEST_CASE("A report that is known to its month is no more exact in the data") {
    Response month = answered("month", "2014-09-04", "2014-12-01"), year = month;
    month.report_published_precision = Precision::month;
    year.id.value = "year";
    year.report_published_precision = Precision::year;
    const Rendering rendering({month, year});
    const json rows = rows_of(rendering, plan::DataTable::inspections);
    CHECK(rows.at(0).at("report_published") == "2014-09-01");
    CHECK(rows.at(1).at("report_published") == "2014-01-01");
    CHECK(rows.at(0).at("report_published_precision") == "month");
    CHECK(rows.at(0).at("response_day").is_null());
}

TEST_CASE("A recommendation names the cause of concern that holds it") {
    Response response = samples::response("a", "2024-07-19");
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete),
                                samples::recommendation("1a", RecommendationStatus::complete)};
    response.recommendations[0].kind = RecommendationKind::cause_of_concern;
    response.recommendations[1].cause = 0;
    const Rendering rendering({response});
    const json rows = rows_of(rendering, plan::DataTable::recommendations);
    CHECK(rows.at(0).at("cause_of_concern").is_null());
    CHECK(rows.at(1).at("cause_of_concern") == "1");
}

TEST_CASE("Items are counted by kind, and not at all where nobody has said whether there are any") {
    Response some = samples::response("a", "2024-07-19"), none = samples::response("b", "2024-07-18"),
             unsaid = samples::response("c", "2024-07-17");
    some.recommendations = {samples::recommendation("1", RecommendationStatus::complete),
                            samples::recommendation("2", RecommendationStatus::not_recorded),
                            samples::recommendation("3", RecommendationStatus::complete)};
    some.recommendations[2].kind = RecommendationKind::cause_of_concern;
    none.no_recommendations = true;
    const Rendering rendering({some, none, unsaid});
    const json rows = rows_of(rendering, plan::DataTable::inspections);
    const auto counts = [&](std::size_t row) {
        const json& of = rows.at(row);
        return json{of.at("recommendations"), of.at("areas_for_improvement"), of.at("causes_of_concern"), of.at("open_items")}
            .dump();
    };
    CHECK(counts(0) == "[2,0,1,1]");
    CHECK(counts(1) == "[0,0,0,0]");
    CHECK(counts(2) == "[null,null,null,null]");
}

TEST_CASE("A bar within an element of a list is not taken for the end of it") {
    Response response = samples::response("a", "2024-07-19");
    response.partners = {"HMI | Prisons", "CQC"};
    const Rendering rendering({response});
    const std::string csv = data_document(rendering.context, {plan::DataTable::inspections, plan::DataFormat::csv});
    CHECK(csv.find(",HMI ¦ Prisons|CQC,") != std::string::npos);
    CHECK(rows_of(rendering, plan::DataTable::inspections).at(0).at("partners") == json{"HMI | Prisons", "CQC"});
}

TEST_CASE("Nothing that is not public is in the data") {
    Response shown = samples::response("shown", "2024-07-19"), draft = samples::response("draft", "2023-07-19");
    draft.status = Status::draft;
    Response embargoed = samples::response("embargoed", "2026-06-01");
    embargoed.embargo_until = LocalDateTime{day("2026-07-01"), {}};
    embargoed.follows = {{"shown", {0, 3}}};
    embargoed.updates = {{day("2026-06-29"), {}}};
    const Rendering with({shown, draft, embargoed}), without({shown});
    for (const plan::DataFile& file : all_files) CHECK(data_document(with.context, file) == data_document(without.context, file));
}

TEST_CASE("The metadata names the licence, the publisher and the newest day of the record, and none that is to come") {
    Response response = answered("a", "2024-07-19", "2024-09-12");
    response.recommendations = {samples::recommendation("1", RecommendationStatus::complete)};
    response.recommendations[0].status_date = day("2025-03-01");
    response.updates = {{day("2027-01-01"), {}}};
    Site site = samples::site({response});
    site.config.licence =
        Licence{"Open Government Licence v3.0", "https://licence.example/", "Contains public sector information."};
    site.config.office.email = "office@northshire.example";
    const Rendering rendering(std::move(site));
    const json metadata =
        json::parse(data_document(rendering.context, {plan::DataTable::inspections, plan::DataFormat::csv_metadata}));
    CHECK(metadata.at("url") == "inspections.csv");
    CHECK(metadata.at("dc:license").at("@id") == "https://licence.example/");
    CHECK(metadata.at("dc:rights") == "Open Government Licence v3.0. Contains public sector information.");
    CHECK(metadata.at("dc:publisher").at("schema:email") == "office@northshire.example");
    CHECK(metadata.at("dc:modified").at("@value") == "2025-03-01");
}

TEST_CASE("Search engines for data are told of each table, its licence and its files") {
    const Rendering rendering(samples::example_site());
    const mustache::Value page = data_view(rendering.context);
    const json graph = json::parse(samples::text(page, "json_ld")).at("@graph");
    CHECK(graph.size() >= plan::data_tables.size());
    CHECK(graph.at(1).at("@type") == "Dataset");
    CHECK(graph.at(1).at("url") == "https://inspections.northshire.example/data/#recommendations");
    CHECK(graph.at(1).at("license") == rendering.site.config.licence->url);
    CHECK(graph.at(1).at("distribution").at(0).at("contentUrl") ==
          "https://inspections.northshire.example/data/recommendations.csv");
}

TEST_CASE("A table that refers to inspections is described together with them") {
    const Rendering rendering;
    const json metadata =
        json::parse(data_document(rendering.context, {plan::DataTable::recommendations, plan::DataFormat::csv_metadata}));
    CHECK(metadata.at("tables").at(0).at("url") == "recommendations.csv");
    CHECK(metadata.at("tables").at(1).at("url") == "inspections.csv");
    CHECK(metadata.at("tables").at(0).at("tableSchema").at("foreignKeys").at(0).dump() ==
          R"({"columnReference":"inspection","reference":{"columnReference":"id","resource":"inspections.csv"}})");
}

TEST_CASE("A site without responses has tables without rows") {
    const Rendering rendering;
    for (const plan::DataTable table : plan::data_tables) {
        CHECK(rows_of(rendering, table).empty());
        const std::string csv = data_document(rendering.context, {table, plan::DataFormat::csv});
        CHECK(csv.find("\r\n") == csv.size() - 2);
    }
}

TEST_CASE("The page about the data explains each column, and counts the rows") {
    const Rendering rendering(samples::example_site());
    const mustache::Value page = data_view(rendering.context);
    CHECK(samples::texts(page, "tables", "id") == Lines{"inspections", "recommendations", "grades", "timeliness"});
    CHECK(samples::texts(page, "tables.0.files", "url") == Lines{"data/inspections.csv", "data/inspections.json"});
    CHECK(samples::text(page, "tables.0.rows") == std::to_string(rendering.site.responses.size()));
    CHECK(samples::texts(page, "tables.3.columns", "name") ==
          Lines{"year", "reports", "responses", "in_time", "late", "median_days"});
}
