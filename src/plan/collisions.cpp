#include "plan/collisions.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/unicode.h"

namespace vitrine::plan {
namespace {

void report(const Row& row, const Row& other, std::string message, Diagnostics& diagnostics) {
    diagnostics.add({Code::output_collision,
                     whole_file(row.origin),
                     std::move(message),
                     "give one of them another name",
                     {{whole_file(other.origin), "the other one comes from here"}}});
}

}  // namespace

void check_collisions(const Plan& plan, Diagnostics& diagnostics) {
    std::vector<std::string> folded;
    folded.reserve(plan.rows.size());
    for (const Row& row : plan.rows) folded.push_back(folded_path(row.path));
    std::unordered_map<std::string_view, const Row*> by_path;
    by_path.reserve(plan.rows.size());
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const Row& row = plan.rows[i];
        const auto [other, is_new] = by_path.emplace(folded[i], &row);
        if (is_new) continue;
        const bool identical = other->second->path == row.path;
        report(row, *other->second,
               identical ? "two outputs have the path " + quoted(row.path)
                         : "the outputs " + quoted(other->second->path) + " and " + quoted(row.path) + " are one file on some systems",
               diagnostics);
    }
    std::string_view previous;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const std::string_view path = folded[i];
        // Most folders are also those of the row before, for which they were looked up.
        const auto differs = std::mismatch(path.begin(), path.end(), previous.begin(), previous.end()).first;
        previous = path;
        for (std::size_t slash = path.find('/', static_cast<std::size_t>(differs - path.begin())); slash != std::string::npos;
             slash = path.find('/', slash + 1)) {
            const auto file = by_path.find(path.substr(0, slash));
            if (file == by_path.end()) continue;
            const Row& row = plan.rows[i];
            report(row, *file->second, "the output " + quoted(row.path) + " needs a folder where " + quoted(file->second->path) + " is a file", diagnostics);
        }
    }
}

}  // namespace vitrine::plan
