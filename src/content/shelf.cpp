#include "content/shelf.h"

#include <algorithm>
#include <utility>

namespace vitrine::content {

Result<std::vector<io::FoundFile>> Shelf::look(const std::string& folder) {
    const auto changed = std::exchange(changed_, std::nullopt);
    if (found_ && changed) {
        // A folder that could not be read must be looked at as a whole the next time.
        auto found = std::exchange(found_, std::nullopt);
        if (const Outcome walked = io::walk_again(folder, *changed, *found); !walked) return walked.failure();
        found_ = std::move(found);
        return *found_;
    }
    found_.reset();
    auto found = io::walk(folder);
    if (found) found_ = *found;
    return found;
}

Shelf::Shared Shelf::find(std::string_view path) const {
    const auto book = std::lower_bound(books_.begin(), books_.end(), path, [](const Shared& one, std::string_view wanted) { return one->file.path < wanted; });
    return book != books_.end() && (*book)->file.path == path ? *book : nullptr;
}

void Shelf::replace(Shared book) {
    const auto place = std::lower_bound(books_.begin(), books_.end(), book->file.path, [](const Shared& one, const std::string& wanted) { return one->file.path < wanted; });
    constexpr std::string_view folder = "content/";
    const std::string path = book->file.path.substr(folder.size());
    const auto found = std::lower_bound(found_->begin(), found_->end(), path, [](const io::FoundFile& file, const std::string& wanted) { return file.path < wanted; });
    found->stamp = book->file.stamp;
    *place = std::move(book);
}

}  // namespace vitrine::content
