#include "plan/collisions.h"

#include <algorithm>
#include <unordered_map>

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
    std::unordered_map<std::string, const Row*> by_path;
    by_path.reserve(plan.rows.size());
    for (const Row& row : plan.rows) {
        const auto [other, is_new] = by_path.emplace(folded_path(row.path), &row);
        if (is_new) continue;
        const bool identical = other->second->path == row.path;
        report(row, *other->second,
               identical ? "two outputs have the path " + quoted(row.path)
                         : "the outputs " + quoted(other->second->path) + " and " + quoted(row.path) + " are one file on some systems",
               diagnostics);
    }
    for (const Row& row : plan.rows) {
        const std::string folded = folded_path(row.path);
        for (std::size_t slash = folded.find('/'); slash != std::string::npos; slash = folded.find('/', slash + 1)) {
            const auto file = by_path.find(folded.substr(0, slash));
            if (file == by_path.end()) continue;
            report(row, *file->second, "the output " + quoted(row.path) + " needs a folder where " + quoted(file->second->path) + " is a file", diagnostics);
        }
    }
}

}  // namespace vitrine::plan
