#include "content/source.h"

#include <memory>

#include "base/text.h"
#include "formats/hash.h"
#include "io/files.h"

namespace vitrine::content {

std::optional<Source> checked_text(const std::string& path, std::string bytes, const Digest& digest, Diagnostics& diagnostics) {
    constexpr std::size_t largest = 1024 * 1024;
    if (bytes.size() > largest) {
        diagnostics.add({Code::file_too_large, whole_file(path), "the file is larger than 1 MB", "a text of that size is no page: attach it as a file", {}});
        return std::nullopt;
    }
    const auto invalid = first_invalid_utf8(bytes);
    // Cut before the fault, so that the excerpt which names it is itself valid.
    const Source source = std::make_shared<SourceText>(path, invalid ? bytes.substr(0, *invalid) : std::move(bytes), digest);
    const auto size = static_cast<std::uint32_t>(source->text().size());
    if (invalid) {
        diagnostics.add(Code::file_not_utf8, *source, {size, size}, "the file is not UTF-8 from here on", "save it again with the encoding UTF-8");
        return std::nullopt;
    }
    if (const auto control = first_control_character(source->text())) {
        const auto at = static_cast<std::uint32_t>(*control);
        diagnostics.add(Code::file_control_character, *source, {at, at + 1}, "a control character, which no reader can see", "delete it");
        return std::nullopt;
    }
    return source;
}

Result<std::optional<Source>> load_source(const std::string& file, const std::string& path, Diagnostics& diagnostics) {
    auto bytes = io::read_file(file);
    if (!bytes) return bytes.failure();
    const Digest digest = hash::digest_of(*bytes);
    return checked_text(path, std::move(*bytes), digest, diagnostics);
}

}  // namespace vitrine::content
