#include "formats/json.h"

#include <nlohmann/json.hpp>

namespace vitrine {

std::string to_json(const Diagnostic& diagnostic, bool warnings_are_errors) {
    const Location& place = diagnostic.location;
    const bool is_error = warnings_are_errors || diagnostic.severity() == Severity::error;
    nlohmann::ordered_json object;
    object["severity"] = is_error ? "error" : "warning";
    object["code"] = describe(diagnostic.code).name;
    object["message"] = diagnostic.message;
    object["path"] = place.path;
    object["line"] = place.line == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(place.line);
    object["column"] = place.column == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(place.column);
    object["help"] = diagnostic.help;
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string to_json(const std::vector<std::pair<std::string_view, JsonScalar>>& members) {
    nlohmann::ordered_json object;
    for (const auto& [key, value] : members) {
        nlohmann::ordered_json& member = object[std::string(key)];
        if (const auto* flag = std::get_if<bool>(&value)) member = *flag;
        if (const auto* number = std::get_if<std::int64_t>(&value)) member = *number;
        if (const auto* text = std::get_if<std::string>(&value)) member = *text;
    }
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace vitrine
