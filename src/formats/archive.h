#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

/// Folders packed into one file: tar compressed by gzip (POSIX pax, RFC 1952), and zip. Bytes come and go in parts, so that memory
/// does not grow with what is packed.
namespace vitrine::archive {

enum class Kind : std::uint8_t { tar_gz, zip };

/// The kind that a file's name asks for: `.tar.gz`, `.tgz` or `.zip`; nothing for any other.
[[nodiscard]] std::optional<Kind> kind_of(std::string_view name);

/// A file's name without that ending.
[[nodiscard]] std::string_view without_ending(std::string_view name);

/// Packs files. Entries have one time, owner 0 and plain permissions, so that the same files in the same order give the same bytes
/// with the same libraries. The process must be set to universal time: zip notes times of the clock on the wall.
class Writer {
public:
    /// `put` takes the bytes of the packed file, part after part.
    static Result<Writer> create(Kind kind, Instant time, std::function<Outcome(std::string_view)> put);

    ~Writer();
    Writer(Writer&&) noexcept;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    Writer& operator=(Writer&&) = delete;

    Outcome add_folder(const std::string& path);
    /// Begins a file of which exactly `size` bytes are to follow by `add`.
    Outcome begin_file(const std::string& path, std::uint64_t size);
    Outcome add(std::string_view part);
    /// Ends the packed file. Without it the file is not whole.
    Outcome close();

private:
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Where a packed file is read from.
struct Input {
    std::uint64_t size = 0;  ///< bytes
    /// Reads up to `size` bytes at a place; fewer only at the end.
    std::function<Result<std::size_t>(std::uint64_t offset, char* buffer, std::size_t size)> read_at;
};

/// What an archive says of one thing in it. Nothing here can be trusted: a path may lead anywhere.
struct Entry {
    enum class Type : std::uint8_t { file, folder, link, device };
    std::string path;
    Type type = Type::file;
};

/// Goes through a packed file, one entry after another. What is damaged is a failure.
class Reader {
public:
    static Result<Reader> open(Input input);

    ~Reader();
    Reader(Reader&&) noexcept;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    Reader& operator=(Reader&&) = delete;

    /// The next entry; nothing at the end.
    Result<std::optional<Entry>> next();
    /// The next bytes of the entry's file; empty at its end. They hold until the next call.
    Result<std::string_view> read();

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace vitrine::archive
