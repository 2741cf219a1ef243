#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace vitrine::scaffold {

/// Values as TOML writes them.
[[nodiscard]] std::string toml(std::string_view text);
[[nodiscard]] std::string toml(Date date);
[[nodiscard]] std::string toml(std::span<const std::string> texts);
/// A text that may have several lines, as Markdown does: in three quotation marks then.
[[nodiscard]] std::string toml_lines(std::string_view text);

/// Writes front matter that people edit: TOML with comments.
class FrontMatterWriter {
public:
    FrontMatterWriter() = default;

    /// A comment, wrapped; lines break where it has line breaks.
    void comment(std::string_view text);
    void set(std::string_view key, std::string_view value);
    /// The line as a comment, which becomes the key when the `# ` is taken away.
    void offer(std::string_view key, std::string_view example);
    void offer_table(std::string_view heading);
    void table(std::string_view heading);
    /// An empty line, unless one was written just now.
    void gap();

    /// All that was written, between two `+++` lines.
    [[nodiscard]] std::string take();

private:
    std::string text_;
};

}  // namespace vitrine::scaffold
