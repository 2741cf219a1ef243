#include "import/letter.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "import/dates.h"
#include "import/markup.h"
#include "import/speakers.h"

namespace vitrine::import {
namespace {

bool is_bold(const Block& block) { return block.markdown.starts_with("**") && block.markdown.ends_with("**"); }

bool is_subject(const Block& block) {
    const std::string text = comparable(block.words);
    return block.kind == Block::Kind::heading || is_bold(block) || text.starts_with("re:") || text.starts_with("subject:") ||
           text.starts_with("re ");
}

/// "Re: HMICFRS report – An inspection of …" without what only says that it is a subject and whose report it is.
std::string title_in(std::string_view subject) {
    std::string_view rest = trimmed(subject);
    for (const std::string_view lead : {"Re:", "RE:", "Re ", "Subject:", "HMICFRS report:", "HMIC report:", "HMICFRS report –",
                                        "HMICFRS report -", "HMICFRS:", "HMICFRS –"})
        if (rest.starts_with(lead)) rest = trimmed(rest.substr(lead.size()));
    for (const std::string_view quote : {"“", "”", "‘", "’", "\"", "'"}) {
        if (rest.starts_with(quote)) rest.remove_prefix(quote.size());
        if (rest.ends_with(quote)) rest.remove_suffix(quote.size());
    }
    return std::string(trimmed(rest));
}

/// Who signed: the name on the last line but one, above the office; or both on one line.
void read_signature(const std::vector<Block>& blocks, std::size_t from, Letter& letter) {
    for (std::size_t i = from; i < blocks.size(); ++i) {
        const std::string text = comparable(blocks[i].words);
        constexpr std::string_view sincerely = "yours sincerely", faithfully = "yours faithfully";
        if (!text.starts_with(sincerely) && !text.starts_with(faithfully)) continue;
        std::string lines =
            text.starts_with(sincerely) ? blocks[i].words.substr(sincerely.size()) : blocks[i].words.substr(faithfully.size());
        while (lines.starts_with(',') || lines.starts_with(' ')) lines.erase(0, 1);
        for (std::size_t next = i + 1; next < blocks.size() && next < i + 4; ++next) lines += " " + blocks[next].words;
        const std::string all = tidied(lines);
        for (const std::string_view office :
             {"Police and Crime Commissioner", "Police & Crime Commissioner", "Police, Fire and Crime Commissioner"}) {
            const std::size_t at = all.find(office);
            if (at == std::string::npos) continue;
            const auto speaker = speaker_in(
                "Comment by " + std::string(trimmed(std::string_view(all).substr(0, at))) + ", " + std::string(office), "");
            if (!speaker || speaker->speaker.name.empty()) continue;
            letter.signatory = speaker->speaker.name;
            letter.role = speaker->speaker.role;
            return;
        }
    }
}

}  // namespace

std::optional<Letter> find_letter(const std::vector<Block>& blocks) {
    const auto salutation =
        std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return comparable(block.words).starts_with("dear "); });
    if (salutation == blocks.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(salutation - blocks.begin());
    Letter letter;
    letter.is_to_home_secretary = comparable(salutation->words).find("home secretary") != std::string::npos;
    for (std::size_t i = 0; i < at; ++i) {
        const auto date = first_date(blocks[i].words);
        if (date && date->precision == Precision::day) letter.date = date->date;
        letter.is_to_home_secretary =
            letter.is_to_home_secretary || comparable(blocks[i].words).find("home secretary") != std::string::npos;
    }
    constexpr std::size_t lines_for_subject = 3;
    for (std::size_t i = at + 1; i < blocks.size() && i <= at + lines_for_subject && !letter.subject; ++i)
        if (is_subject(blocks[i])) letter.subject = i;
    for (std::size_t i = 0; i < at && !letter.subject; ++i)
        if (comparable(blocks[i].words).starts_with("re:") || comparable(blocks[i].words).starts_with("subject:"))
            letter.subject = i;
    if (letter.subject) letter.title = title_in(blocks[*letter.subject].words);
    read_signature(blocks, at, letter);
    return letter;
}

}  // namespace vitrine::import
