#include "formats/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <vector>

namespace vitrine::archive {
namespace {

constexpr std::array<std::pair<std::string_view, Kind>, 3> endings = {
    {{".tar.gz", Kind::tar_gz}, {".tgz", Kind::tar_gz}, {".zip", Kind::zip}}};

Failure failure_of(std::string_view what, ::archive* handle) {
    const char* why = ::archive_error_string(handle);
    return {"cannot " + std::string(what) + ": " + (why != nullptr ? why : "it is no archive")};
}

using Handle = std::unique_ptr<::archive, int (*)(::archive*)>;
using EntryHandle = std::unique_ptr<::archive_entry, void (*)(::archive_entry*)>;

}  // namespace

std::optional<Kind> kind_of(std::string_view name) {
    for (const auto& [ending, kind] : endings)
        if (name.ends_with(ending) && name.size() > ending.size()) return kind;
    return std::nullopt;
}

std::string_view without_ending(std::string_view name) {
    for (const auto& [ending, kind] : endings)
        if (name.ends_with(ending) && name.size() > ending.size()) return name.substr(0, name.size() - ending.size());
    return name;
}

struct Writer::State {
    std::function<Outcome(std::string_view)> put;
    Instant time;
    std::optional<Failure> failed;  ///< of `put`, which the library knows only as "failed"
    EntryHandle entry{::archive_entry_new(), ::archive_entry_free};
    Handle handle{::archive_write_new(), ::archive_write_free};

    Outcome outcome(int status) {
        if (status == ARCHIVE_OK) return done();
        return failed ? *failed : failure_of("write the archive", handle.get());
    }

    static la_ssize_t write(::archive* handle, void* data, const void* bytes, std::size_t size) {
        auto& state = *static_cast<State*>(data);
        const Outcome put = state.put({static_cast<const char*>(bytes), size});
        if (put) return static_cast<la_ssize_t>(size);
        state.failed = put.failure();
        ::archive_set_error(handle, EIO, "the bytes could not be written");
        return -1;
    }

    Outcome header(const std::string& path, unsigned type, unsigned mode, std::uint64_t size) {
        ::archive_entry_clear(entry.get());
        ::archive_entry_set_pathname_utf8(entry.get(), path.c_str());
        ::archive_entry_set_filetype(entry.get(), type);
        ::archive_entry_set_perm(entry.get(), static_cast<decltype(::archive_entry_perm(entry.get()))>(mode));
        ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        ::archive_entry_set_mtime(entry.get(), time.time_since_epoch().count(), 0);
        return outcome(::archive_write_header(handle.get(), entry.get()));
    }
};

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;

Result<Writer> Writer::create(Kind kind, Instant time, std::function<Outcome(std::string_view)> put) {
    auto state = std::make_unique<State>();
    state->put = std::move(put);
    state->time = time;
    ::archive* handle = state->handle.get();
    int status = ARCHIVE_OK;
    if (kind == Kind::zip) {
        status = ::archive_write_set_format_zip(handle);
        if (status == ARCHIVE_OK) status = ::archive_write_set_options(handle, "zip:hdrcharset=UTF-8");
    } else {
        status = ::archive_write_set_format_pax_restricted(handle);
        if (status == ARCHIVE_OK) status = ::archive_write_add_filter_gzip(handle);
        if (status == ARCHIVE_OK) status = ::archive_write_set_options(handle, "gzip:!timestamp,hdrcharset=UTF-8");
    }
    // Without padding to whole blocks of a tape.
    if (status == ARCHIVE_OK) status = ::archive_write_set_bytes_in_last_block(handle, 1);
    if (status == ARCHIVE_OK) status = ::archive_write_open(handle, state.get(), nullptr, State::write, nullptr);
    if (status != ARCHIVE_OK) return failure_of("write the archive", handle);
    return Writer(std::move(state));
}

Outcome Writer::add_folder(const std::string& path) { return state_->header(path + "/", AE_IFDIR, 0755, 0); }

Outcome Writer::begin_file(const std::string& path, std::uint64_t size) { return state_->header(path, AE_IFREG, 0644, size); }

Outcome Writer::add(std::string_view part) {
    while (!part.empty()) {
        const la_ssize_t written = ::archive_write_data(state_->handle.get(), part.data(), part.size());
        if (written <= 0) return state_->outcome(ARCHIVE_FATAL);
        part.remove_prefix(static_cast<std::size_t>(written));
    }
    return done();
}

Outcome Writer::close() { return state_->outcome(::archive_write_close(state_->handle.get())); }

struct Reader::State {
    Input input;
    std::uint64_t at = 0;
    std::vector<char> buffer = std::vector<char>(256 * 1024);
    std::vector<char> part = std::vector<char>(256 * 1024);
    std::optional<Failure> failed;  ///< of the input
    Handle handle{::archive_read_new(), ::archive_read_free};

    Failure failure() { return failed ? *failed : failure_of("read the archive", handle.get()); }

    static la_ssize_t read(::archive* handle, void* data, const void** bytes) {
        auto& state = *static_cast<State*>(data);
        const auto got = state.input.read_at(state.at, state.buffer.data(), state.buffer.size());
        if (!got) {
            state.failed = got.failure();
            ::archive_set_error(handle, EIO, "the bytes could not be read");
            return -1;
        }
        state.at += *got;
        *bytes = state.buffer.data();
        return static_cast<la_ssize_t>(*got);
    }

    static la_int64_t seek(::archive* /*handle*/, void* data, la_int64_t offset, int whence) {
        auto& state = *static_cast<State*>(data);
        const auto size = static_cast<la_int64_t>(state.input.size), at = static_cast<la_int64_t>(state.at);
        const la_int64_t place = whence == SEEK_SET ? offset : whence == SEEK_CUR ? at + offset : size + offset;
        if (place < 0 || place > size) return ARCHIVE_FATAL;
        state.at = static_cast<std::uint64_t>(place);
        return place;
    }
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

Result<Reader> Reader::open(Input input) {
    auto state = std::make_unique<State>();
    state->input = std::move(input);
    ::archive* handle = state->handle.get();
    // These and no others: each further format is one more parser for hostile bytes.
    ::archive_read_support_format_tar(handle);
    ::archive_read_support_format_zip_seekable(handle);
    ::archive_read_support_filter_gzip(handle);
    ::archive_read_set_options(handle, "hdrcharset=UTF-8");
    ::archive_read_set_callback_data(handle, state.get());
    ::archive_read_set_read_callback(handle, State::read);
    ::archive_read_set_seek_callback(handle, State::seek);
    if (::archive_read_open1(handle) != ARCHIVE_OK) return state->failure();
    return Reader(std::move(state));
}

Result<std::optional<Entry>> Reader::next() {
    ::archive_entry* found = nullptr;
    const int status = ::archive_read_next_header(state_->handle.get(), &found);
    if (status == ARCHIVE_EOF) return std::optional<Entry>{};
    if (status != ARCHIVE_OK) return state_->failure();
    Entry entry;
    const char* path = ::archive_entry_pathname_utf8(found);
    if (path == nullptr) path = ::archive_entry_pathname(found);
    entry.path = path != nullptr ? path : "";
    const bool is_link = ::archive_entry_hardlink(found) != nullptr || ::archive_entry_symlink(found) != nullptr;
    const auto type = ::archive_entry_filetype(found);
    entry.type = is_link || type == AE_IFLNK ? Entry::Type::link
                 : type == AE_IFREG          ? Entry::Type::file
                 : type == AE_IFDIR          ? Entry::Type::folder
                                             : Entry::Type::device;
    return std::optional(std::move(entry));
}

Result<std::string_view> Reader::read() {
    const la_ssize_t got = ::archive_read_data(state_->handle.get(), state_->part.data(), state_->part.size());
    if (got < 0) return state_->failure();
    return std::string_view(state_->part.data(), static_cast<std::size_t>(got));
}

}  // namespace vitrine::archive
