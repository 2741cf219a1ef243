#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

/// Bytes that stay on the disk until somebody looks at them.
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

/// A file without a name, which is gone with the object, or with the process however it ends. May be written to and read
/// from several threads at once, at different places.
class NamelessFile {
public:
    static Result<NamelessFile> in(const std::string& folder);

    ~NamelessFile();
    NamelessFile(NamelessFile&& other) noexcept;
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;
    NamelessFile& operator=(NamelessFile&&) = delete;

    Outcome write_at(std::uint64_t offset, std::string_view bytes) const;
    Result<std::string> read_at(std::uint64_t offset, std::size_t size) const;

private:
    explicit NamelessFile(int fd) : fd_(fd) {}

    int fd_;
};

/// A file that is written from its beginning to its end, through a buffer.
class NewFile {
public:
    /// Creates the file, or empties the one that is there.
    static Result<NewFile> create(const std::string& path);

    ~NewFile();
    NewFile(NewFile&& other) noexcept;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    NewFile& operator=(NewFile&&) = delete;

    Outcome append(std::string_view bytes);
    /// Writes what is in the buffer. Without it the file may not be whole.
    Outcome close();

private:
    NewFile(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}
    Outcome flush();

    int fd_;
    std::string path_;
    std::string buffer_;
};

}  // namespace vitrine::io
