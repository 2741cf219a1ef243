#include "content/bodies.h"

#include "content/response.h"
#include "formats/hash.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"

namespace vitrine::content {

void Bodies::keep(Response& response) {
    const std::size_t size = response.body.html.size();
    if (in_memory_.fetch_add(size) + size <= most_in_memory_) return;
    in_memory_.fetch_sub(size);
    // Where no file can be made or the disk is full, memory has to do.
    if (store(response)) std::string().swap(response.body.html);
}

bool Bodies::store(const Response& response) {
    const std::string& html = response.body.html;
    std::uint64_t offset = 0;
    {
        const std::lock_guard lock(mutex_);
        if (!file_) {
            if (!io::make_folders(folder_)) return false;
            auto file = io::NamelessFile::in(folder_);
            if (!file) return false;
            file_.emplace(std::move(*file));
        }
        offset = end_;
        end_ += html.size();
    }
    if (!file_->write_at(offset, html)) return false;
    const std::lock_guard lock(mutex_);
    places_[response.source.get()] = {offset, html.size()};
    return true;
}

Result<std::string> Bodies::html_of(const Response& response) const {
    if (!response.body.html.empty()) return response.body.html;
    {
        std::unique_lock lock(mutex_);
        if (const auto found = places_.find(response.source.get()); found != places_.end()) {
            const Place place = found->second;
            lock.unlock();
            return file_->read_at(place.offset, place.size);
        }
    }
    const std::string& path = response.source->path();
    auto bytes = io::read_file(io::join(root_, path));
    if (!bytes) return bytes.failure();
    if (hash::digest_of(*bytes) != response.source->digest()) return Failure{path + " changed during the build; build again"};
    Diagnostics known;
    auto again = parse_response(std::make_shared<SourceText>(path, std::move(*bytes)), response.id.value, known);
    return again ? std::move(again->body.html) : std::string();
}

}  // namespace vitrine::content
