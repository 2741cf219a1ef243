#include "snapshot/store.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.h"
#include "formats/archive.h"
#include "formats/unicode.h"
#include "io/files.h"
#include "io/folders.h"
#include "io/open_files.h"
#include "io/paths.h"
#include "io/walk.h"
#include "snapshot/bag.h"

namespace vitrine::snapshot {
namespace {

// No snapshot of an office comes near these. An archive that does is refused before it has filled memory, disk or an afternoon.
constexpr std::size_t most_entries = 1'000'000;
constexpr std::size_t longest_path = 4096;
constexpr std::uint64_t most_bytes = 64'000'000'000;
constexpr std::uint64_t most_bytes_of_tags = 512'000'000;
constexpr std::uint64_t bytes_beyond_suspicion = 100'000'000;  // unpacked
constexpr std::uint64_t largest_ratio = 200;

/// Judges entries one by one, and says for each fault one sentence.
class Guard {
public:
    Guard(Listing& listing, std::uint64_t packed) : listing_(listing), packed_(packed) {}

    /// Whether an entry may be unpacked under that path.
    bool admits(const std::string& path, archive::Entry::Type type) {
        if (++entries_ > most_entries)
            return refuse(path, "is one of more than " + grouped(most_entries) + " entries, more than any bag needs", true);
        if (path.size() > longest_path) return refuse(path, "has a path of more than " + grouped(longest_path) + " bytes");
        const std::string_view fault = fault_of_path(path);
        if (!fault.empty()) return refuse(path, std::string(fault));
        if (type == archive::Entry::Type::link) return refuse(path, "is a link");
        if (type == archive::Entry::Type::device) return refuse(path, "is neither a file nor a folder");
        return true;
    }

    /// Whether no entry came before that some file system takes for this one.
    bool is_new(const std::string& path, bool folder) {
        if (!paths_.insert(path).second) return folder || refuse(path, "occurs twice");
        if (folded_.insert(folded_path(path)).second) return true;
        return refuse(path, "differs from another entry only in the case or form of its letters");
    }

    /// Counts bytes that come out; false when they are too many.
    bool takes(const std::string& path, std::size_t bytes, bool tag) {
        bytes_ += bytes;
        if (tag) tag_bytes_ += bytes;
        if ((packed_ > 0 && bytes_ > most_bytes) || tag_bytes_ > most_bytes_of_tags)
            return refuse(path, "makes the bag larger than any that is read", true);
        if (packed_ > 0 && bytes_ > bytes_beyond_suspicion && bytes_ / largest_ratio > packed_)
            return refuse(path, "unpacks to more than " + grouped(largest_ratio) + " times what the archive has bytes", true);
        return true;
    }

    /// Whether it is of no use to look further.
    [[nodiscard]] bool is_over() const { return over_; }

private:
    bool refuse(const std::string& path, const std::string& why, bool over = false) {
        constexpr std::size_t enough = 1000;
        over_ = over_ || over || ++refused_ > enough;
        listing_.unsafe.add(
            {Code::bag_unsafe, whole_file(path.substr(0, longest_path)), "the entry " + why, "it is not unpacked", {}});
        return false;
    }

    Listing& listing_;
    std::uint64_t packed_;
    std::uint64_t bytes_ = 0, tag_bytes_ = 0;
    std::size_t entries_ = 0, refused_ = 0;
    bool over_ = false;
    std::unordered_set<std::string> paths_, folded_;
};

bool is_tag(const std::string& path) { return !path.starts_with(payload_folder); }

void add_damage(Listing& listing, const std::string& name, const std::string& message) {
    listing.unsafe.add({Code::bag_malformed, whole_file(name), message, "fetch the archive again; this one is damaged", {}});
}

/// The path without the folder at the top, which holds the bag; empty for that folder, nothing for what lies outside it.
std::optional<std::string> below_top(std::string path, std::string& top) {
    while (path.ends_with('/')) path.pop_back();
    if (path.starts_with("./")) path.erase(0, 2);
    const std::size_t slash = path.find('/');
    const std::string first = path.substr(0, slash);
    if (top.empty()) top = first;
    if (first != top) return std::nullopt;
    return slash == std::string::npos ? "" : path.substr(slash + 1);
}

}  // namespace

struct Store::State {
    std::string path, name;
    std::optional<io::ReadableFile> packed;  ///< nothing for a folder
    mutable bool machine_failed = false;

    [[nodiscard]] Result<archive::Reader> reader() const {
        return archive::Reader::open({packed->size(), [this](std::uint64_t offset, char* buffer, std::size_t size) {
                                          auto got = packed->read_at(offset, buffer, size);
                                          machine_failed = machine_failed || !got;
                                          return got;
                                      }});
    }

    Result<Listing> look_at_folder() const;
    Result<Listing> look_at_archive() const;
    Outcome each_in_folder(const Listing& listing, const std::function<Outcome(const StoredFile&, const NextPart&)>& visit) const;
    Outcome each_in_archive(const Listing& listing, const std::function<Outcome(const StoredFile&, const NextPart&)>& visit) const;
    /// Reads one entry; false when it is refused for its size.
    Result<bool> take(archive::Reader& reader, Guard& guard, Listing& listing, const std::string& entry) const;
};

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& path) {
    auto state = std::make_unique<State>();
    state->path = io::absolute(path);
    state->name = io::file_name(state->path);
    if (!io::is_folder(state->path)) {
        const auto found = io::has_file(state->path);
        if (!found) return found.failure();
        if (!*found) return Failure{"there is no bag at " + path};
        auto file = io::ReadableFile::open(state->path);
        if (!file) return file.failure();
        state->packed.emplace(std::move(*file));
    }
    return Store(std::move(state));
}

const std::string& Store::name() const { return state_->name; }

std::optional<std::string> Store::folder() const { return state_->packed ? std::nullopt : std::optional(state_->path); }

Result<Listing> Store::look() const { return state_->packed ? state_->look_at_archive() : state_->look_at_folder(); }

Outcome Store::each(const Listing& listing, const std::function<Outcome(const StoredFile&, const NextPart&)>& visit) const {
    return state_->packed ? state_->each_in_archive(listing, visit) : state_->each_in_folder(listing, visit);
}

Result<Listing> Store::State::look_at_folder() const {
    Listing listing;
    Guard guard(listing, 0);
    const auto found = io::walk_everything(path);
    if (!found) return found.failure();
    for (const io::TreeEntry& entry : *found) {
        using Kind = io::TreeEntry::Kind;
        using Type = archive::Entry::Type;
        const Type type = entry.kind == Kind::file     ? Type::file
                          : entry.kind == Kind::folder ? Type::folder
                          : entry.kind == Kind::link   ? Type::link
                                                       : Type::device;
        if (!guard.admits(entry.path, type) || type != Type::file) continue;
        if (!guard.takes(entry.path, entry.size, is_tag(entry.path))) break;
        listing.files.push_back({entry.path, entry.size});
        if (!is_tag(entry.path)) continue;
        auto bytes = io::read_file(io::join(path, entry.path));
        if (!bytes) return bytes.failure();
        listing.tags.emplace(entry.path, std::move(*bytes));
    }
    return listing;
}

Result<bool> Store::State::take(archive::Reader& reader, Guard& guard, Listing& listing, const std::string& entry) const {
    StoredFile file = {entry, 0};
    std::string bytes;
    for (;;) {
        const auto part = reader.read();
        if (!part) return part.failure();
        if (part->empty()) break;
        file.size += part->size();
        if (!guard.takes(entry, part->size(), is_tag(entry))) return false;
        if (is_tag(entry)) bytes += *part;
    }
    if (is_tag(entry)) listing.tags.emplace(entry, std::move(bytes));
    listing.files.push_back(std::move(file));
    return true;
}

Result<Listing> Store::State::look_at_archive() const {
    Listing listing;
    Guard guard(listing, packed->size());
    const auto damaged = [&](const Failure& failure) -> Result<Listing> {
        if (machine_failed) return failure;
        add_damage(listing, name, failure.message);
        return std::move(listing);
    };
    auto reader = this->reader();
    if (!reader) return damaged(reader.failure());
    std::string top;
    while (!guard.is_over()) {
        const auto entry = reader->next();
        if (!entry) return damaged(entry.failure());
        if (!*entry) break;
        const bool folder = (**entry).type == archive::Entry::Type::folder;
        std::string whole = (**entry).path;
        while (folder && whole.ends_with('/')) whole.pop_back();
        if (whole == "." || !guard.admits(whole.starts_with("./") ? whole.substr(2) : whole, (**entry).type)) continue;
        const auto inner = below_top(whole, top);
        if (inner && inner->empty() && folder) continue;
        if (!inner || inner->empty()) {
            listing.unsafe.add(
                {Code::bag_malformed, whole_file(whole), "the entry does not lie in the one folder that holds a bag", "", {}});
            continue;
        }
        if (!guard.is_new(*inner, folder) || folder) continue;
        const auto taken = take(*reader, guard, listing, *inner);
        if (!taken) return damaged(taken.failure());
    }
    std::sort(listing.files.begin(), listing.files.end(), [](const StoredFile& a, const StoredFile& b) { return a.path < b.path; });
    return listing;
}

Outcome Store::State::each_in_folder(const Listing& listing,
                                     const std::function<Outcome(const StoredFile&, const NextPart&)>& visit) const {
    std::vector<char> buffer(256 * 1024);
    for (const StoredFile& stored : listing.files) {
        const auto file = io::ReadableFile::open(io::join(path, stored.path));
        if (!file) return file.failure();
        std::uint64_t at = 0;
        const NextPart next = [&]() -> Result<std::string_view> {
            const auto got = file->read_at(at, buffer.data(), buffer.size());
            if (!got) return got.failure();
            at += *got;
            return std::string_view(buffer.data(), *got);
        };
        if (Outcome visited = visit(stored, next); !visited) return visited;
    }
    return done();
}

Outcome Store::State::each_in_archive(const Listing& listing,
                                      const std::function<Outcome(const StoredFile&, const NextPart&)>& visit) const {
    auto reader = this->reader();
    if (!reader) return reader.failure();
    std::string top;
    for (;;) {
        const auto entry = reader->next();
        if (!entry) return entry.failure();
        if (!*entry) return done();
        if ((**entry).type != archive::Entry::Type::file) continue;
        const std::string inner = below_top((**entry).path, top).value_or("");
        const auto stored = std::lower_bound(listing.files.begin(), listing.files.end(), inner,
                                             [](const StoredFile& f, const std::string& p) { return f.path < p; });
        if (stored == listing.files.end() || stored->path != inner) continue;
        if (Outcome visited = visit(*stored, [&] { return reader->read(); }); !visited) return visited;
    }
}

}  // namespace vitrine::snapshot
