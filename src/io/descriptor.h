#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vitrine::io {

/// A file descriptor that is closed in any case.
class Descriptor {
public:
    /// Takes over an open one; a negative number stands for none.
    explicit Descriptor(int fd) : fd_(fd) {}
    /// Opens a file with open(2)'s flags; `errno` says why it is not open then.
    Descriptor(const std::string& path, int flags);
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool is_open() const { return fd_ >= 0; }

    /// Closes now, so that a failure to write what the system had put off is seen; `errno` says which.
    [[nodiscard]] bool close();

private:
    int fd_;
};

/// Reads from where the descriptor stands. Less than `size` only at the end of the file; -1 with `errno` set on a failure.
[[nodiscard]] std::ptrdiff_t read_fully(int fd, char* buffer, std::size_t size);

/// Writes all bytes where the descriptor stands. False with `errno` set on a failure.
[[nodiscard]] bool write_fully(int fd, std::string_view bytes);

}  // namespace vitrine::io
