#include "output/published.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "io/files.h"
#include "io/paths.h"

namespace vitrine::output {

std::string published_file(const std::string& state) { return io::join(state, "published"); }

Result<std::vector<std::string>> load_published(const std::string& state) {
    std::vector<std::string> addresses;
    const std::string file = published_file(state);
    const auto present = io::has_file(file);
    if (!present) return present.failure();
    if (!*present) return addresses;
    const auto text = io::read_file(file);
    if (!text) return text.failure();
    for (const std::string_view line : split(*text, '\n'))
        if (const std::string_view address = trimmed(line); !address.empty()) addresses.emplace_back(address);
    // Only a person leaves them in another order.
    if (!std::is_sorted(addresses.begin(), addresses.end())) std::sort(addresses.begin(), addresses.end());
    addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
    return addresses;
}

Outcome add_published(const std::string& state, const std::vector<std::string>& seen, const std::vector<std::string>& addresses) {
    if (std::includes(seen.begin(), seen.end(), addresses.begin(), addresses.end())) return done();
    const auto known = load_published(state);
    if (!known) return known.failure();
    std::vector<std::string> all;
    std::set_union(known->begin(), known->end(), addresses.begin(), addresses.end(), std::back_inserter(all));
    std::string text;
    for (const std::string& address : all) text += address + "\n";
    return io::write_in_one_step(published_file(state), text);
}

}  // namespace vitrine::output
