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

std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
    std::vector<std::uint32_t> starts = {0};
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        starts.push_back(static_cast<std::uint32_t>(at + 1));
    return starts;
}

}  // namespace

SourceText::SourceText(std::string path, std::string bytes, Digest digest) : path_(std::move(path)), digest_(digest) {
    lines_.text = normalised(std::move(bytes));
    lines_.starts = starts_of_lines(lines_.text);
}

SourceText::SourceText(std::string path, Digest digest, std::function<std::string()> read)
    : path_(std::move(path)), digest_(digest), read_(std::move(read)) {}

const SourceText::Lines& SourceText::lines() const {
    if (read_)
        std::call_once(read_once_, [this] {
            lines_.text = normalised(read_());
            lines_.starts = starts_of_lines(lines_.text);
        });
    return lines_;
}

LineColumn SourceText::position(std::uint32_t offset) const {
    const auto& [text, starts] = lines();
    const auto at = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text.size()));
    const auto next = std::upper_bound(starts.begin(), starts.end(), at);
    const auto line = static_cast<std::uint32_t>(next - starts.begin());
    const std::uint32_t start = starts[line - 1];
    const std::string_view before = std::string_view(text).substr(start, at - start);
    return {line, static_cast<std::uint32_t>(count_code_points(before)) + 1};
}

std::uint32_t SourceText::line_start(std::uint32_t number) const {
    const auto& [text, starts] = lines();
    if (number == 0) return 0;
    if (number > starts.size()) return static_cast<std::uint32_t>(text.size());
    return starts[number - 1];
}

std::string_view SourceText::line(std::uint32_t number) const {
    const auto& [text, starts] = lines();
    if (number == 0 || number > starts.size()) return {};
    const std::string_view rest = std::string_view(text).substr(starts[number - 1]);
    return rest.substr(0, rest.find('\n'));
}

std::uint32_t SourceText::offset(LineColumn place) const {
    const std::string_view whole = line(place.line);
    const std::size_t bytes = bytes_of_code_points(whole, place.column == 0 ? 0 : place.column - 1);
    return line_start(place.line) + static_cast<std::uint32_t>(bytes);
}

}  // namespace vitrine
