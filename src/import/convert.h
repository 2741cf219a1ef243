#pragma once

#include <string>
#include <variant>

#include "base/result.h"
#include "import/block.h"

namespace vitrine::import {

/// Why a file gave no document. Both are one sentence without a full stop.
struct Unreadable {
    std::string why;
};

/// A program that reads this kind of file is not installed.
struct MissingProgram {
    std::string program;
    std::string package;  ///< of Debian
};

using Converted = std::variant<Document, Unreadable, MissingProgram>;

/// Reads a document of any kind that `import` takes, by the ending of its name. Files of more than 50 MB are not read, and the
/// programs that do the reading are stopped after a minute, or when they need more memory than a document has reason for.
[[nodiscard]] Converted convert(const std::string& file);

}  // namespace vitrine::import
