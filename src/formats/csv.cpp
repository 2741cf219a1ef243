#include "formats/csv.h"

namespace vitrine::csv {

bool looks_like_formula(std::string_view text) {
    constexpr std::string_view beginnings = "=+-@\t\r\n";
    return !text.empty() && beginnings.find(text.front()) != std::string_view::npos;
}

void Writer::begin_field() {
    if (has_fields_) text_ += ',';
    has_fields_ = true;
}

void Writer::add(std::string_view field) {
    begin_field();
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
        text_ += field;
        return;
    }
    text_ += '"';
    for (;;) {
        const std::size_t end = field.find('"');
        text_ += field.substr(0, end);
        if (end == std::string_view::npos) break;
        text_ += "\"\"";
        field.remove_prefix(end + 1);
    }
    text_ += '"';
}

void Writer::add_text(std::string_view text) {
    if (looks_like_formula(text))
        add("'" + std::string(text));
    else
        add(text);
}

void Writer::end_record() {
    // A record of one empty field would be an empty line, which many programs skip.
    if (text_.size() == record_) text_ += "\"\"";
    text_ += "\r\n";
    record_ = text_.size();
    has_fields_ = false;
}

}  // namespace vitrine::csv
