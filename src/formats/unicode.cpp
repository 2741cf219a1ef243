#include "formats/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/encoding.h"

namespace vitrine {
namespace {

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// utf8proc_map on a whole text. What is not valid UTF-8 comes back as it is: it has been reported elsewhere.
std::string mapped(std::string_view utf8, int options) {
    utf8proc_uint8_t* bytes = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()), &bytes,
                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    if (length < 0) return std::string(utf8);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

/// Calls `each(code point)` for every code point; bytes that are not valid UTF-8 are left out.
template <class Each>
void for_each_code_point(std::string_view utf8, Each each) {
    while (!utf8.empty()) {
        utf8proc_int32_t code_point = -1;
        const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                                         static_cast<utf8proc_ssize_t>(utf8.size()), &code_point);
        if (length > 0) each(code_point);
        utf8.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    }
}

void append(std::string& out, utf8proc_int32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const utf8proc_ssize_t length = utf8proc_encode_char(code_point, bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

/// Latin letters that Unicode does not decompose into a base letter and a mark, in lower case.
constexpr std::array<std::pair<utf8proc_int32_t, std::string_view>, 11> latin_letters = {{{U'æ', "ae"},
                                                                                          {U'œ', "oe"},
                                                                                          {U'ø', "o"},
                                                                                          {U'đ', "d"},
                                                                                          {U'ð', "d"},
                                                                                          {U'þ', "th"},
                                                                                          {U'ł', "l"},
                                                                                          {U'ħ', "h"},
                                                                                          {U'ŧ', "t"},
                                                                                          {U'ŋ', "n"},
                                                                                          {U'ı', "i"}}};

/// The text in lower-case ASCII as far as it has a reading in Latin letters; the rest stays as it is.
std::string latinised(std::string_view utf8) {
    const std::string folded = mapped(
        utf8, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_CASEFOLD);
    std::string out;
    out.reserve(folded.size());
    for_each_code_point(folded, [&](utf8proc_int32_t code_point) {
        const auto letter =
            std::find_if(latin_letters.begin(), latin_letters.end(), [&](const auto& entry) { return entry.first == code_point; });
        if (letter != latin_letters.end())
            out += letter->second;
        else
            append(out, code_point);
    });
    return out;
}

/// Letters, marks, numerals and connectors such as `_`: what a word of any script is made of.
bool is_part_of_word(utf8proc_int32_t code_point) {
    switch (utf8proc_category(code_point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_PC:
            return true;
        default:
            return false;
    }
}

bool is_space(utf8proc_int32_t code_point) {
    return code_point == '\t' || code_point == '\n' || utf8proc_category(code_point) == UTF8PROC_CATEGORY_ZS;
}

/// What stays of an ASCII character in the id of a heading; '\0' when nothing does.
char heading_slug_char(char c) {
    if (c == ' ' || c == '\t' || c == '\n') return '-';
    const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    return stays ? c : '\0';
}

}  // namespace

std::string slugified(std::string_view utf8) {
    const std::string text = is_ascii(utf8) ? ascii_lower(utf8) : latinised(utf8);
    std::string slug;
    slug.reserve(text.size());
    for (const char c : text) {
        const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (stays)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    if (slug.ends_with('-')) slug.pop_back();
    return slug;
}

std::string heading_slug(std::string_view utf8) {
    std::string slug;
    slug.reserve(utf8.size());
    if (is_ascii(utf8)) {
        for (const char c : utf8)
            if (const char kept = heading_slug_char(ascii_lower(c))) slug += kept;
        return slug;
    }
    // Two spellings of one word, with marks built in or added, must give one id: readers type either in a link.
    const std::string text = mapped(utf8, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    for_each_code_point(text, [&](utf8proc_int32_t code_point) {
        if (is_space(code_point))
            slug += '-';
        else if (code_point == '-' || is_part_of_word(code_point))
            append(slug, utf8proc_tolower(code_point));
    });
    return slug;
}

std::string folded_path(std::string_view utf8) {
    if (is_ascii(utf8)) return ascii_lower(utf8);
    return mapped(utf8, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string composed(std::string_view utf8) {
    if (is_ascii(utf8)) return std::string(utf8);
    return mapped(utf8, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string collation_key(std::string_view utf8) {
    if (is_ascii(utf8)) return ascii_lower(utf8);
    return mapped(utf8, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
}

std::string decoded_text(std::string_view bytes) {
    std::string text;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        text = encoding::to_utf8_with_losses(bytes, "UTF-16");
    else if (const std::string_view plain = bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes; first_invalid_utf8(plain))
        text = encoding::to_utf8_with_losses(plain, "CP1252");
    else
        text = plain;
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        lines += text[i] == '\r' ? '\n' : text[i];
    }
    return lines;
}

}  // namespace vitrine
