#include "import/pandoc.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "base/text.h"
#include "import/markup.h"
#include "import/pandoc_text.h"

namespace vitrine::import {
namespace {

std::int64_t number_of(const Json& json) {
    const auto* number = std::get_if<std::int64_t>(&json.value);
    return number == nullptr ? 0 : *number;
}

/// A line break at the end of a paragraph breaks nothing. A backslash that was written has another before it.
void without_last_break(std::string& markdown) {
    const std::size_t last = markdown.find_last_not_of('\\');
    const std::size_t backslashes = markdown.size() - (last == std::string::npos ? 0 : last + 1);
    if (backslashes % 2 == 1) markdown.pop_back();
}

/// On one line, as a cell of a table must be.
std::string in_one_line(std::string markdown) {
    for (std::size_t at = markdown.find("\\\n"); at != std::string::npos; at = markdown.find("\\\n", at)) markdown.replace(at, 2, " ");
    return tidied(markdown);
}

/// Where a block stands.
struct Place {
    int depth = 0;  ///< of lists
    bool is_quotation = false;
    std::string marker = {};  ///< for the next block that is an item
    bool continues = false;
    std::string label = {};  ///< "(b)": for the first block of an item whose number Markdown has no list for
};

class Blocks {
public:
    explicit Blocks(Document& document) : document_(document) {}

    void add(const Json& blocks, Place& place) {
        for (const Json& one : blocks.elements()) add_one(one.member("t").text(), one.member("c"), place);
    }

private:
    void add_one(std::string_view type, const Json& content, Place& place);
    void add_text(const Json& inlines, Place& place);
    void add_heading(const Json& content);
    void add_bullets(const Json& items, Place& place);
    void add_numbered(const Json& content, Place& place);
    void add_table(const Json& content, Place& place);

    Document& document_;
};

void Blocks::add_text(const Json& inlines, Place& place) {
    Text text = text_of(inlines, false, document_);
    Block block;
    block.is_quotation = place.is_quotation;
    block.markdown = std::string(trimmed(text.markdown));
    block.words = tidied(text.words);
    without_last_break(block.markdown);
    if (block.words.empty()) return;
    if (place.depth > 0) {
        block.kind = Block::Kind::item;
        block.level = place.depth;
        block.marker = place.marker;
        block.continues = place.continues;
        place.continues = true;
        if (!place.label.empty()) {
            block.markdown = place.label + " " + block.markdown;
            block.words = std::exchange(place.label, {}) + " " + block.words;
        }
    }
    document_.blocks.push_back(std::move(block));
}

void Blocks::add_heading(const Json& content) {
    Text text = text_of(element(content, 2), true, document_);
    Block block;
    block.kind = Block::Kind::heading;
    block.level = static_cast<int>(number_of(element(content, 0)));
    block.markdown = std::string(trimmed(text.markdown));
    block.words = tidied(text.words);
    if (!block.words.empty()) document_.blocks.push_back(std::move(block));
}

void Blocks::add_bullets(const Json& items, Place& place) {
    for (const Json& item : items.elements()) {
        Place inner{place.depth + 1, place.is_quotation, "-"};
        add(item, inner);
    }
}

void Blocks::add_numbered(const Json& content, Place& place) {
    const Json& style = element(content, 0);
    std::int64_t number = number_of(element(style, 0));
    const std::string_view kind = element(style, 1).member("t").text();
    const bool has_letters = kind == "LowerAlpha" || kind == "UpperAlpha";
    const bool one_bracket = element(style, 2).member("t").text() == "OneParen";
    for (const Json& item : element(content, 1).elements()) {
        Place inner{place.depth + 1, place.is_quotation, "-"};
        if (has_letters && number <= 26)
            inner.label = std::string("(") + static_cast<char>((kind == "LowerAlpha" ? 'a' : 'A') + number - 1) + ")";
        else
            inner.marker = std::to_string(number) + (one_bracket ? ")" : ".");
        add(item, inner);
        ++number;
    }
}

/// The rows of a part of a table, each a list of cells, each a list of blocks.
void append_rows(const Json& rows, std::vector<std::vector<const Json*>>& out) {
    for (const Json& row : rows.elements()) {
        std::vector<const Json*> cells;
        for (const Json& cell : element(row, 1).elements()) cells.push_back(&element(cell, 4));
        out.push_back(std::move(cells));
    }
}

std::vector<std::vector<const Json*>> rows_of(const Json& table) {
    std::vector<std::vector<const Json*>> rows;
    append_rows(element(element(table, 3), 1), rows);
    for (const Json& body : element(table, 4).elements()) {
        append_rows(element(body, 2), rows);
        append_rows(element(body, 3), rows);
    }
    append_rows(element(element(table, 5), 1), rows);
    return rows;
}

void Blocks::add_table(const Json& content, Place& place) {
    const auto rows = rows_of(content);
    std::size_t columns = 0;
    for (const auto& row : rows) columns = std::max(columns, row.size());
    constexpr std::size_t columns_of_a_form = 2;
    if (columns <= columns_of_a_form) {
        for (const auto& row : rows)
            for (const Json* cell : row) add(*cell, place);
        return;
    }
    Block block;
    block.kind = Block::Kind::table;
    const auto add_row = [&](const std::vector<const Json*>& row) {
        std::string line = "|";
        for (std::size_t i = 0; i < columns; ++i) {
            Document cell;
            Place nowhere;
            if (i < row.size()) Blocks(cell).add(*row[i], nowhere);
            std::string markdown, words;
            for (const Block& part : cell.blocks) {
                markdown += (markdown.empty() ? "" : " ") + in_one_line(part.markdown);
                words += (words.empty() ? "" : " ") + part.words;
            }
            line += " " + markdown + " |";
            block.words += words + " ";
            document_.left_out.insert(document_.left_out.end(), cell.left_out.begin(), cell.left_out.end());
        }
        block.markdown += (block.markdown.empty() ? "" : "\n") + line;
    };
    bool first = true;
    for (const auto& row : rows) {
        add_row(row);
        if (first) block.markdown += "\n|" + joined(std::vector<std::string>(columns, "---"), "|") + "|";
        first = false;
    }
    block.words = tidied(block.words);
    if (!block.words.empty()) document_.blocks.push_back(std::move(block));
}

void Blocks::add_one(std::string_view type, const Json& content, Place& place) {
    if (type == "Para" || type == "Plain") return add_text(content, place);
    if (type == "Header") return add_heading(content);
    if (type == "BulletList") return add_bullets(content, place);
    if (type == "Table") return add_table(content, place);
    if (type == "Div") return add(element(content, 1), place);
    if (type == "OrderedList") return add_numbered(content, place);
    if (type == "BlockQuote") {
        Place inner = place;
        inner.is_quotation = true;
        return add(content, inner);
    }
    if (type == "LineBlock") {
        for (const Json& line : content.elements()) add_text(line, place);
    } else if (type == "DefinitionList") {
        for (const Json& entry : content.elements()) {
            add_text(element(entry, 0), place);
            for (const Json& meaning : element(entry, 1).elements()) add(meaning, place);
        }
    } else if (type == "CodeBlock" || type == "RawBlock") {
        document_.left_out.push_back({std::string(element(content, 1).text()), "code or markup that no reader sees"});
    }
}

}  // namespace

std::optional<Document> parse_pandoc(std::string_view json) {
    const auto parsed = parse_json(json);
    if (!parsed || std::get_if<JsonList>(&parsed->value.member("blocks").value) == nullptr) return std::nullopt;
    Document document;
    Place place;
    Blocks(document).add(parsed->value.member("blocks"), place);
    return document;
}

}  // namespace vitrine::import
