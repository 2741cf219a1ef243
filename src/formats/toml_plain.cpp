#include "formats/toml_plain.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/scan.h"

namespace vitrine::toml_tree {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_bare(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-'; }

/// Whether a character ends a string or asks for the whole parser inside one.
constexpr auto ends_plain_string = [](char c) -> bool {
    const auto byte = static_cast<unsigned char>(c);
    return (c == '"') | (c == '\\') | ((byte < 0x20) & (c != '\t')) | (byte == 0x7F);
};

/// Reads a text from its beginning to its end. Each reader says whether what it is for stood there; if not, all is over.
class PlainReader {
public:
    PlainReader(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

    [[nodiscard]] std::optional<Table> run() {
        while (at_ < text_.size())
            if (!read_line()) return std::nullopt;
        if (!sort(root_)) return std::nullopt;
        return std::move(root_);
    }

private:
    [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\n'; }
    [[nodiscard]] Span span_from(std::size_t begin) const {
        return {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(at_)};
    }

    bool take(char c) {
        if (next() != c || at_ >= text_.size()) return false;
        ++at_;
        return true;
    }

    void skip_blanks() {
        while (next() == ' ' || next() == '\t') ++at_;
    }

    bool read_line() {
        skip_blanks();
        if (next() == '[' && !read_header()) return false;
        if (is_bare(next()) && !read_entry()) return false;
        return end_line();
    }

    /// The rest of a line: a comment or nothing.
    bool end_line() {
        skip_blanks();
        if (next() == '#') {
            const auto is_control = [](char c) -> bool {
                const auto byte = static_cast<unsigned char>(c);
                return ((byte < 0x20) & (c != '\t')) | (byte == 0x7F);
            };
            at_ = std::min(find_byte(text_, is_control, at_), text_.size());
        }
        return at_ == text_.size() || take('\n');
    }

    std::string_view read_key() {
        const std::size_t begin = at_;
        while (is_bare(next())) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    // Headers ---------------------------------------------------------------------------------------------------------

    bool read_header();
    bool open_table(std::string_view key, Span key_span, Span header);
    bool open_element(Table& parent, std::string_view key, Span key_span, Span header);

    static Entry* find(Table& table, std::string_view key) {
        const auto found = std::find_if(table.entries.begin(), table.entries.end(), [&](const Entry& entry) { return entry.key == key; });
        return found == table.entries.end() ? nullptr : &*found;
    }

    /// The last table of an array that headers made; null when there is none.
    static Table* last_element(Table& table, std::string_view key) {
        Entry* entry = find(table, key);
        auto* array = entry == nullptr ? nullptr : std::get_if<Array>(&entry->value.data);
        return array == nullptr || array->empty() ? nullptr : std::get_if<Table>(&array->back().data);
    }

    // Values ----------------------------------------------------------------------------------------------------------

    bool read_entry() {
        const std::size_t begin = at_;
        const std::string_view key = read_key();
        const Span key_span = span_from(begin);
        skip_blanks();
        if (!take('=')) return false;
        skip_blanks();
        if (table_->entries.empty()) table_->entries.reserve(usual_entries);
        Entry& entry = table_->entries.emplace_back(Entry{std::string(key), key_span, {}});
        return read_value(entry.value);
    }

    bool read_value(Value& value) {
        const std::size_t begin = at_;
        const bool known = next() == '"' ? read_string(value) : next() == '[' ? read_array(value) : read_word(value);
        value.span = span_from(begin);
        return known;
    }

    bool read_string(Value& value) {
        ++at_;
        const std::size_t end = find_byte(text_, ends_plain_string, at_);
        if (end == std::string_view::npos || text_[end] != '"') return false;
        value.data = std::string(text_.substr(at_, end - at_));
        const bool is_empty = end == at_;
        at_ = end + 1;
        return !is_empty || next() != '"';  // else it has three quotation marks and goes on over lines
    }

    bool read_array(Value& value);
    bool read_word(Value& value);

    /// Sorts the entries of a table and of all inside it; false when a key stands twice.
    static bool sort(Table& table);

    static constexpr std::size_t usual_entries = 16;

    std::string_view text_;
    std::uint32_t offset_;
    std::size_t at_ = 0;
    Table root_;
    Table* table_ = &root_;  ///< the one whose entries are being read; no entry is added beside it meanwhile
};

bool PlainReader::read_header() {
    const std::size_t begin = at_++;
    const bool is_element = take('[');
    const std::size_t key_begin = at_;
    std::string_view key = read_key();
    Span key_span = span_from(key_begin);
    Table* parent = &root_;
    if (is_element && take('.')) {
        parent = last_element(root_, key);
        const std::size_t inner_begin = at_;
        key = read_key();
        key_span = span_from(inner_begin);
    }
    if (parent == nullptr || key.empty() || !take(']') || (is_element && !take(']'))) return false;
    const Span header = span_from(begin);
    return is_element ? open_element(*parent, key, key_span, header) : open_table(key, key_span, header);
}

bool PlainReader::open_table(std::string_view key, Span key_span, Span header) {
    if (find(root_, key) != nullptr) return false;
    Entry& entry = root_.entries.emplace_back(Entry{std::string(key), key_span, {header, Table{}}});
    table_ = &std::get<Table>(entry.value.data);
    return true;
}

bool PlainReader::open_element(Table& parent, std::string_view key, Span key_span, Span header) {
    Entry* entry = find(parent, key);
    if (entry == nullptr)
        entry = &parent.entries.emplace_back(Entry{std::string(key), key_span, {header, Array{}}});
    else if (last_element(parent, key) == nullptr)
        return false;
    entry->value.span.end = header.end;
    auto& array = std::get<Array>(entry->value.data);
    table_ = &std::get<Table>(array.emplace_back(Value{header, Table{}}).data);
    return true;
}

/// An array of strings on one line.
bool PlainReader::read_array(Value& value) {
    Array elements;
    ++at_;
    for (skip_blanks(); !take(']'); skip_blanks()) {
        if (next() != '"' || !read_value(elements.emplace_back())) return false;
        skip_blanks();
        if (!take(',') && next() != ']') return false;
    }
    value.data = std::move(elements);
    return true;
}

/// A flag, a date or a whole number.
bool PlainReader::read_word(Value& value) {
    const std::string_view word = read_key();
    if (word == "true" || word == "false") {
        value.data = word == "true";
        return true;
    }
    if (word.size() == 10) {
        const std::optional<Date> date = parse_date(word);
        if (date) value.data = *date;
        // A time may follow, behind a `T` or a space.
        skip_blanks();
        const bool alone = next() == '\n' || next() == '#';
        at_ = static_cast<std::size_t>(word.data() - text_.data()) + word.size();
        return date && alone;
    }
    constexpr std::size_t longest = 18;  // any number of so many digits fits
    if (word.empty() || word.size() > longest || !std::all_of(word.begin(), word.end(), is_digit)) return false;
    if (word.front() == '0' && word.size() > 1) return false;
    std::int64_t number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    value.data = number;
    return true;
}

bool PlainReader::sort(Table& table) {
    const auto by_key = [](const Entry& a, const Entry& b) { return a.key < b.key; };
    std::sort(table.entries.begin(), table.entries.end(), by_key);
    const auto same_key = [](const Entry& a, const Entry& b) { return a.key == b.key; };
    if (std::adjacent_find(table.entries.begin(), table.entries.end(), same_key) != table.entries.end()) return false;
    return std::all_of(table.entries.begin(), table.entries.end(), [](Entry& entry) {
        if (auto* inner = std::get_if<Table>(&entry.value.data)) return sort(*inner);
        auto* array = std::get_if<Array>(&entry.value.data);
        return array == nullptr || std::all_of(array->begin(), array->end(), [](Value& element) {
            auto* inner = std::get_if<Table>(&element.data);
            return inner == nullptr || sort(*inner);
        });
    });
}

}  // namespace

std::optional<Table> parse_plain_toml(const SourceText& source, Span span) {
    return PlainReader(source.text().substr(span.begin, span.end - span.begin), span.begin).run();
}

}  // namespace vitrine::toml_tree
