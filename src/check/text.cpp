#include "check/text.h"

#include <algorithm>
#include <utility>

namespace vitrine::check {
namespace {

Span within(Span span, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    return {std::min(span.begin, size), std::min(span.end, size)};
}

/// Takes the blocks of values of the front matter, and writes their words without escapes.
class Fields {
public:
    explicit Fields(std::string& words) : words_(words) {}

    void take(const toml_tree::Table& table, std::string_view key, std::vector<Block>& blocks, std::string_view name = {}) {
        const toml_tree::Entry* entry = table.find(key);
        const auto* value = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.data);
        if (value == nullptr) return;
        const Span span = entry->value.span;
        words_.replace(span.begin, span.end - span.begin, toml_tree::in_place(std::string_view(words_).substr(span.begin, span.end - span.begin), *value));
        for (Block& block : blocks_of(words_, span, name.empty() ? key : name)) blocks.push_back(block);
    }

private:
    std::string& words_;
};

}  // namespace

const toml_tree::Value* value_of(const toml_tree::Table* table, std::string_view key) {
    const toml_tree::Entry* entry = table == nullptr ? nullptr : table->find(key);
    return entry == nullptr ? nullptr : &entry->value;
}

const toml_tree::Table* table_of(const toml_tree::Table& table, std::string_view key) {
    const toml_tree::Value* value = value_of(&table, key);
    return value == nullptr ? nullptr : std::get_if<toml_tree::Table>(&value->data);
}

std::vector<const toml_tree::Table*> tables_of(const toml_tree::Table& table, std::string_view key) {
    std::vector<const toml_tree::Table*> tables;
    const toml_tree::Value* value = value_of(&table, key);
    const auto* array = value == nullptr ? nullptr : std::get_if<toml_tree::Array>(&value->data);
    if (array == nullptr) return tables;
    for (const toml_tree::Value& element : *array)
        if (const auto* one = std::get_if<toml_tree::Table>(&element.data)) tables.push_back(one);
    return tables;
}

Text read_text(const Subject& subject, const SiteConfig& config, Date today) {
    Text text{*subject.source, std::string(subject.source->text()), {}, {}, {}, config, subject.response, subject.followed, today};
    Diagnostics known;
    text.front_matter = toml_tree::parse_toml(text.source, within(subject.parts.front_matter, text.words), known).value_or(toml_tree::Table{});
    text.blocks = blocks_of(text.words, within(subject.parts.body, text.words), "");
    Fields fields(text.words);
    for (const std::string_view key : {"title", "short_title"}) fields.take(text.front_matter, key, text.titles);
    for (const std::string_view key : {"late_reason", "section55_reason", "withdrawn_reason"}) fields.take(text.front_matter, key, text.blocks);
    const auto take_updates = [&](const toml_tree::Table& of) {
        for (const toml_tree::Table* update : tables_of(of, "updates")) fields.take(*update, "text", text.blocks, "updates");
    };
    for (const toml_tree::Table* item : tables_of(text.front_matter, "recommendations")) {
        for (const std::string_view key : {"text", "force_action", "pcc_explanation"}) fields.take(*item, key, text.blocks);
        take_updates(*item);
    }
    take_updates(text.front_matter);
    return text;
}

}  // namespace vitrine::check
