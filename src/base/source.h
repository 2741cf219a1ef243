#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace vitrine {

/// A half-open range of bytes, `[begin, end)`, in one source text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// A value and where it was written.
template <class T>
struct Located {
    T value;
    Span span;
};

/// A place as a person counts it: both from 1, the column in Unicode code points.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

/// The text of one input file and the path under which messages name it.
///
/// A byte order mark is dropped and CRLF becomes LF when it is made, so that every offset counts the bytes that all
/// parsers see. Safe to read from any thread.
class SourceText {
public:
    SourceText(std::string path, std::string bytes, Digest digest = {});

    /// A text of which only messages about it need the bytes: `read` is called when the first one does.
    SourceText(std::string path, Digest digest, std::function<std::string()> read);

    /// The path to show: relative to the site's root where the file lies inside it, with forward slashes.
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string_view text() const { return lines().text; }
    /// Of the file's bytes; zero when nobody asked for it.
    [[nodiscard]] const Digest& digest() const { return digest_; }

    /// Where a byte offset is; an offset past the end counts as the end.
    [[nodiscard]] LineColumn position(std::uint32_t offset) const;

    /// The line with that number (from 1) without its line break; empty when there is no such line.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;

    /// The byte offset at which a line (from 1) begins; the end of the text when there is no such line.
    [[nodiscard]] std::uint32_t line_start(std::uint32_t number) const;

    /// The byte offset of a line and a column in code points; clamped to the line.
    [[nodiscard]] std::uint32_t offset(LineColumn place) const;

private:
    struct Lines {
        std::string text;
        std::vector<std::uint32_t> starts;
    };
    [[nodiscard]] const Lines& lines() const;

    std::string path_;
    Digest digest_;
    std::function<std::string()> read_;
    mutable std::once_flag read_once_;
    mutable Lines lines_;
};

using Source = std::shared_ptr<const SourceText>;

}  // namespace vitrine
