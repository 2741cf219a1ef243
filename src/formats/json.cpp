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

}  // namespace vitrine
