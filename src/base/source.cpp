#include "base/source.h"

#include <algorithm>

#include "base/text.h"

namespace vitrine {
namespace {

std::string normalised(std::string bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) bytes.erase(0, mark.size());
    if (bytes.find('\r') == std::string::npos) return bytes;
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
        out += bytes[i];
    }
    return out;
}

}  // namespace

SourceText::SourceText(std::string path, std::string bytes)
    : path_(std::move(path)), text_(normalised(std::move(bytes))), line_starts_{0} {
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
        line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

LineColumn SourceText::position(std::uint32_t offset) const {
    const auto at = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text_.size()));
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
    const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
    const std::uint32_t start = line_starts_[line - 1];
    const std::string_view before = std::string_view(text_).substr(start, at - start);
    return {line, static_cast<std::uint32_t>(count_code_points(before)) + 1};
}

std::uint32_t SourceText::line_start(std::uint32_t number) const {
    if (number == 0) return 0;
    if (number > line_starts_.size()) return static_cast<std::uint32_t>(text_.size());
    return line_starts_[number - 1];
}

std::string_view SourceText::line(std::uint32_t number) const {
    if (number == 0 || number > line_starts_.size()) return {};
    const std::uint32_t start = line_starts_[number - 1];
    const std::string_view rest = std::string_view(text_).substr(start);
    return rest.substr(0, rest.find('\n'));
}

std::uint32_t SourceText::offset(LineColumn place) const {
    const std::string_view whole = line(place.line);
    const std::size_t bytes = bytes_of_code_points(whole, place.column == 0 ? 0 : place.column - 1);
    return line_start(place.line) + static_cast<std::uint32_t>(bytes);
}

}  // namespace vitrine
