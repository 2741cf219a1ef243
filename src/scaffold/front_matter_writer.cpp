#include "scaffold/front_matter_writer.h"

#include "base/text.h"
#include "formats/json.h"

namespace vitrine::scaffold {
namespace {

/// Code points of a line of comment.
constexpr std::size_t comment_width = 110;

}  // namespace

// A JSON string is a basic string of TOML, but for U+007F, which is refused in content anyway.
std::string toml(std::string_view text) { return quoted_json(text); }

std::string toml(Date date) { return iso(date); }

std::string toml(std::span<const std::string> texts) {
    std::vector<std::string> values;
    for (const std::string& text : texts) values.push_back(toml(text));
    return "[" + joined(values, ", ") + "]";
}

std::string toml_lines(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) return toml(text);
    std::string out = "\"\"\"\n";
    for (const std::string_view line : split(text, '\n')) {
        const std::string escaped = toml(line);
        out += std::string_view(escaped).substr(1, escaped.size() - 2);
        out += '\n';
    }
    out.pop_back();
    return out + "\"\"\"";
}

void FrontMatterWriter::comment(std::string_view text) {
    for (const std::string_view paragraph : split(text, '\n')) {
        std::string line = "#";
        for (const std::string_view word : split(paragraph, ' ')) {
            if (line.size() > 1 && count_code_points(line) + 1 + count_code_points(word) > comment_width) {
                text_ += line + "\n";
                line = "#";
            }
            (line += ' ') += word;
        }
        text_ += line + "\n";
    }
}

void FrontMatterWriter::set(std::string_view key, std::string_view value) {
    ((text_ += key) += " = ") += std::string(value) + "\n";
}

void FrontMatterWriter::offer(std::string_view key, std::string_view example) {
    text_ += "# ";
    set(key, example);
}

void FrontMatterWriter::table(std::string_view heading) { (text_ += heading) += "\n"; }

void FrontMatterWriter::offer_table(std::string_view heading) {
    text_ += "# ";
    table(heading);
}

void FrontMatterWriter::gap() {
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n";
}

std::string FrontMatterWriter::take() {
    while (text_.ends_with("\n\n")) text_.pop_back();
    return "+++\n" + std::move(text_) + "+++\n";
}

}  // namespace vitrine::scaffold
