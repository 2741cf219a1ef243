#include "content/shelf.h"

#include <algorithm>
#include <utility>

namespace vitrine::content {
namespace {

constexpr std::string_view folder_name = "content/";

bool before(const io::FoundFile& file, std::string_view path) { return file.path < path; }

bool is_before(const Shelf::Shared& book, std::string_view path) { return book->file.path < path; }

}  // namespace

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
    const auto book = std::lower_bound(books_.begin(), books_.end(), path, is_before);
    return book != books_.end() && (*book)->file.path == path ? *book : nullptr;
}

bool Shelf::has_met(std::string_view path) const {
    if (!found_) return false;
    const auto found = std::lower_bound(found_->begin(), found_->end(), path, before);
    return found != found_->end() && found->path == path;
}

void Shelf::replace(Shared book) {
    const auto place = std::lower_bound(books_.begin(), books_.end(), book->file.path, is_before);
    const auto found = std::lower_bound(found_->begin(), found_->end(), book->file.path.substr(folder_name.size()), before);
    found->stamp = book->file.stamp;
    *place = std::move(book);
}

}  // namespace vitrine::content
