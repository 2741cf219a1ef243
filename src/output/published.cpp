#include "output/published.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "io/files.h"
#include "io/paths.h"

namespace vitrine::output {

std::string published_file(const std::string& state) { return io::join(state, "published"); }

Result<std::vector<std::string>> load_published(const std::string& state) {
    std::vector<std::string> ids;
    const std::string file = published_file(state);
    const auto present = io::has_file(file);
    if (!present) return present.failure();
    if (!*present) return ids;
    const auto text = io::read_file(file);
    if (!text) return text.failure();
    for (const std::string_view line : split(*text, '\n'))
        if (const std::string_view id = trimmed(line); !id.empty()) ids.emplace_back(id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Outcome add_published(const std::string& state, const std::vector<std::string>& ids) {
    const auto known = load_published(state);
    if (!known) return known.failure();
    std::vector<std::string> all;
    std::set_union(known->begin(), known->end(), ids.begin(), ids.end(), std::back_inserter(all));
    if (all == *known) return done();
    std::string text;
    for (const std::string& id : all) text += id + "\n";
    return io::write_in_one_step(published_file(state), text);
}

}  // namespace vitrine::output
