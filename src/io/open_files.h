#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "io/descriptor.h"

/// Files that stay open while they are used, for what should not lie in memory whole.
namespace vitrine::io {

/// The bytes of a file that nobody changes while it is open, without reading them all.
class MappedFile {
public:
    /// Nothing when the file is not there, or cannot be mapped.
    static std::optional<MappedFile> open(const std::string& path);

    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    MappedFile& operator=(MappedFile&&) = delete;

    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

private:
    MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

    const char* data_;
    std::size_t size_;
};

/// A file that is read at any place.
class ReadableFile {
public:
    static Result<ReadableFile> open(const std::string& path);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// Fills a buffer from that place on; less only at the end of the file.
    Result<std::size_t> read_at(std::uint64_t offset, char* buffer, std::size_t size) const;

private:
    ReadableFile(Descriptor file, std::string path, std::uint64_t size) : file_(std::move(file)), path_(std::move(path)), size_(size) {}

    Descriptor file_;
    std::string path_;
    std::uint64_t size_;
};

/// A file without a name, which is gone with the object, or with the process however it ends. May be written to and read
/// from several threads at once, at different places.
class NamelessFile {
public:
    /// Made in a folder, on whose file system its bytes lie.
    static Result<NamelessFile> in(const std::string& folder);

    Outcome write_at(std::uint64_t offset, std::string_view bytes) const;
    Result<std::string> read_at(std::uint64_t offset, std::size_t size) const;

private:
    explicit NamelessFile(Descriptor file) : file_(std::move(file)) {}

    Descriptor file_;
};

/// A file that is written from its beginning to its end, through a buffer.
class NewFile {
public:
    /// Creates the file, or empties the one that is there.
    static Result<NewFile> create(const std::string& path);

    Outcome append(std::string_view bytes);
    /// Writes what is in the buffer. Without it the file may not be whole.
    Outcome close();

private:
    NewFile(Descriptor file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
    Outcome flush();

    Descriptor file_;
    std::string path_;
    std::string buffer_;
};

/// Opens a regular file below a folder to read it; nothing when there is none, or when a link on the way leads out of the folder.
[[nodiscard]] std::optional<Descriptor> open_beneath(const std::string& folder, const std::string& path);

}  // namespace vitrine::io
