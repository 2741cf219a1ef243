#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "base/scan.h"

namespace vitrine {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\n\r";
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string joined(std::span<const std::string> parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += separator;
        out += parts[i];
    }
    return out;
}

std::string listed(std::span<const std::string> parts) {
    if (parts.size() < 2) return joined(parts, "");
    return joined(parts.first(parts.size() - 1), ", ") + " and " + parts.back();
}

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

constexpr auto is_beyond_ascii = [](char byte) -> bool { return static_cast<unsigned char>(byte) >= 0x80; };

}  // namespace

std::size_t count_code_points(std::string_view utf8) {
    // By blocks, whose counts fit a byte: the compiler makes a few vector instructions of each.
    constexpr std::size_t block_size = 32;
    std::size_t count = 0;
    for (; utf8.size() >= block_size; utf8.remove_prefix(block_size)) {
        unsigned char in_block = 0;
        for (std::size_t i = 0; i < block_size; ++i) in_block = static_cast<unsigned char>(in_block + (continues(utf8[i]) ? 0U : 1U));
        count += in_block;
    }
    return count + static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return !continues(c); }));
}

std::size_t bytes_of_code_points(std::string_view utf8, std::size_t count) {
    // As many ASCII characters as there are at the beginning are as many bytes.
    std::size_t at = std::min({find_byte(utf8.substr(0, count), is_beyond_ascii), utf8.size(), count});
    for (count -= at; count > 0 && at < utf8.size(); --count) {
        ++at;
        while (at < utf8.size() && continues(utf8[at])) ++at;
    }
    return at;
}

namespace {

/// The length of the valid sequence that begins at `at`, or 0.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0U) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    if (length == 0 || bytes.size() - at < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!continues(bytes[at + i])) return 0;
    const unsigned char second = byte(at + 1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogate_or_beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || surrogate_or_beyond ? 0 : length;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    constexpr std::size_t none = std::string_view::npos;
    for (std::size_t at = find_byte(bytes, is_beyond_ascii); at != none; at = find_byte(bytes, is_beyond_ascii, at)) {
        // Characters of other scripts stand side by side.
        while (at < bytes.size() && is_beyond_ascii(bytes[at])) {
            const std::size_t length = sequence_length(bytes, at);
            if (length == 0) return at;
            at += length;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> first_control_character(std::string_view text) {
    const auto is_control = [](char c) -> bool {
        const auto byte = static_cast<unsigned char>(c);
        return ((byte < 0x20) & (byte != '\n') & (byte != '\t')) | (byte == 0x7F);
    };
    const std::size_t at = find_byte(text, is_control);
    return at == std::string_view::npos ? std::nullopt : std::optional(at);
}

namespace {

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

/// How many edits there are at least: those that the letters need, whatever their order. Found in no time, and mostly enough
/// to tell that two of ten thousand paths have nothing to do with each other.
std::size_t fewest_edits(std::string_view a, std::string_view b) {
    std::array<int, 256> surplus = {};
    for (const char c : a) ++surplus[static_cast<unsigned char>(c)];
    for (const char c : b) --surplus[static_cast<unsigned char>(c)];
    std::size_t of_a = 0, of_b = 0;
    for (const int count : surplus) (count > 0 ? of_a : of_b) += static_cast<std::size_t>(std::abs(count));
    return std::max(of_a, of_b);
}

/// The edits between a word and what it may have meant, if a slip of the keyboard makes so many: a third of the letters. More
/// would propose another word.
std::optional<std::size_t> edits_of_slip(std::string_view word, std::string_view meant) {
    const std::size_t most = std::max<std::size_t>(1, std::max(word.size(), meant.size()) / 3);
    if (fewest_edits(word, meant) > most) return std::nullopt;
    const std::size_t edits = edit_distance(word, meant);
    return edits <= most ? std::optional(edits) : std::nullopt;
}

/// The fewest edits between a word and the beginning or end of a name of several words, `published` for
/// `report_published`; nothing when that is no slip.
std::optional<std::size_t> edits_to_part(std::string_view word, std::string_view name) {
    constexpr std::size_t shortest_part = 4;
    std::optional<std::size_t> fewest;
    for (std::size_t at = name.find('_'); at != std::string_view::npos; at = name.find('_', at + 1)) {
        for (const std::string_view part : {name.substr(0, at), name.substr(at + 1)}) {
            if (part.size() < shortest_part) continue;
            const auto edits = edits_of_slip(word, part);
            if (edits && (!fewest || *edits < *fewest)) fewest = edits;
        }
    }
    return fewest;
}

}  // namespace

std::size_t edits_between(std::string_view a, std::string_view b) { return edit_distance(a, b); }

std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates) {
    constexpr std::size_t longest_word = 100;  // a longer one is no slip, and edits cost its square
    if (word.size() > longest_word) return std::nullopt;
    std::optional<std::string_view> best, best_by_part;
    std::optional<std::size_t> fewest, fewest_to_part;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > longest_word) continue;
        const auto edits = edits_of_slip(word, candidate);
        if (edits && (!fewest || *edits < *fewest)) {
            best = candidate;
            fewest = edits;
        }
        const auto to_part = edits_to_part(word, candidate);
        if (to_part && (!fewest_to_part || *to_part < *fewest_to_part)) {
            best_by_part = candidate;
            fewest_to_part = to_part;
        }
    }
    return best ? best : best_by_part;
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
    return grouped(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

}  // namespace vitrine
