#include "import/speakers.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "import/markup.h"

namespace vitrine::import {
namespace {

struct Office {
    std::string_view words;  ///< comparable
    Speaker who;
    std::string_view role;  ///< as the front matter has it
};

/// Longer titles before those they end in.
constexpr std::array offices = {
    Office{"temporary deputy chief constable", Speaker::chief_officer, "Temporary Deputy Chief Constable"},
    Office{"temporary chief constable", Speaker::chief_officer, "Temporary Chief Constable"},
    Office{"acting chief constable", Speaker::chief_officer, "Acting Chief Constable"},
    Office{"deputy chief constable", Speaker::chief_officer, "Deputy Chief Constable"},
    Office{"assistant chief constable", Speaker::chief_officer, "Assistant Chief Constable"},
    Office{"chief constable", Speaker::chief_officer, "Chief Constable"},
    Office{"dirprwy brif gwnstabl", Speaker::chief_officer, "Dirprwy Brif Gwnstabl"},
    Office{"prif gwnstabl", Speaker::chief_officer, "Prif Gwnstabl"},
    Office{"acting police and crime commissioner", Speaker::commissioner, "acting-pcc"},
    Office{"deputy police and crime commissioner", Speaker::commissioner, "deputy-pcc"},
    Office{"police, fire and crime commissioner", Speaker::commissioner, "pfcc"},
    Office{"police fire and crime commissioner", Speaker::commissioner, "pfcc"},
    Office{"police and crime commissioner", Speaker::commissioner, "pcc"},
    Office{"comisiynydd heddlu a throseddu", Speaker::commissioner, "pcc"},
    Office{"deputy pcc", Speaker::commissioner, "deputy-pcc"},
    Office{"pfcc", Speaker::commissioner, "pfcc"},
    Office{"pcc", Speaker::commissioner, "pcc"},
    Office{"mayor", Speaker::commissioner, "mayor"},
};

void skip(std::string_view& text, std::initializer_list<std::string_view> all) {
    for (const std::string_view words : all)
        if (comparable(text.substr(0, words.size())) == tidied(words) && text.size() > words.size())
            return text.remove_prefix(words.size());
}

bool is_part_of_name(char c) { return c != ':' && c != ',' && c != ';' && c != '.' && c != '"'; }

std::string_view without_ends(std::string_view text) {
    while (!text.empty() && (!is_part_of_name(text.front()) || text.front() == ' ')) text.remove_prefix(1);
    while (!text.empty() && (!is_part_of_name(text.back()) || text.back() == ' ')) text.remove_suffix(1);
    return text;
}

/// What stands after a title without the force it is of: "of Northshire Police Patrick Loxwood".
std::string_view without_force(std::string_view rest, std::string_view force) {
    rest = without_ends(rest);
    for (const std::string_view of : {"of ", "for ", "from "})
        if (rest.starts_with(of)) rest.remove_prefix(of.size());
    if (!force.empty() && comparable(rest).starts_with(comparable(force))) return without_ends(rest.substr(force.size()));
    for (const std::string_view end : {" Police", " Constabulary"}) {
        const std::size_t at = rest.find(end);
        if (at != std::string_view::npos) return without_ends(rest.substr(at + end.size()));
    }
    return rest;
}

/// Whether the words may be a person's name: two to five words, each with a capital letter, but for "de" and the like.
bool is_name(std::string_view words) {
    const auto parts = split(words, ' ');
    if (parts.size() < 2 || parts.size() > 6) return false;
    return std::count_if(parts.begin(), parts.end(),
                         [](std::string_view part) { return !part.empty() && part.front() >= 'a' && part.front() <= 'z'; }) <= 1;
}

}  // namespace

std::optional<FoundSpeaker> speaker_in(std::string_view words, std::string_view force) {
    constexpr std::size_t longest = 200;
    const std::string line = tidied(words);
    if (line.size() > longest) return std::nullopt;
    std::string_view rest = line;
    const std::size_t whole = rest.size();
    skip(rest, {"comments by ", "comment by ", "comments from ", "comment from ", "comments of ", "statement by ",
                "statement from ", "sylwadau gan ", "sylw gan "});
    if (rest.size() == whole) return std::nullopt;
    skip(rest, {"the ", "y ", "yr "});
    const std::string title = comparable(rest);
    // "&" became "and" in what is compared, which is longer by two letters.
    const std::size_t longer = rest.find('&') == std::string_view::npos ? 0 : 2;
    for (const Office& office : offices) {
        if (!title.starts_with(office.words)) continue;
        const std::size_t taken = office.words.size() - (office.words.find(" and ") == std::string_view::npos ? 0 : longer);
        const std::string_view name = without_force(rest.substr(std::min(taken, rest.size())), force);
        return FoundSpeaker{office.who, {is_name(name) ? std::string(name) : "", std::string(office.role)}};
    }
    // "Comment by Patrick Loxwood, Deputy Chief Constable:"
    const std::size_t comma = rest.find(',');
    if (comma == std::string_view::npos || !is_name(without_ends(rest.substr(0, comma)))) return std::nullopt;
    const std::string after = comparable(without_ends(rest.substr(comma)));
    for (const Office& office : offices)
        if (after.starts_with(office.words))
            return FoundSpeaker{office.who, {std::string(without_ends(rest.substr(0, comma))), std::string(office.role)}};
    return std::nullopt;
}

}  // namespace vitrine::import
