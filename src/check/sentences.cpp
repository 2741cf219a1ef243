#include "check/scan.h"
#include "check/text_checks.h"

namespace vitrine::check {
namespace {

/// Whether a block ends as no sentence does. One that ends with an address, a bracket or any mark may be as it should be.
bool is_cut_off(std::string_view words) {
    if (words.empty()) return false;
    const bool is_ascii = static_cast<unsigned char>(words.back()) < 0x80;  // a closing quotation mark is not
    return is_ascii && (is_word(words.back()) || words.back() == ',');
}

/// Whether an item begins with what may stand behind a decimal point: "7% of".
bool begins_with_percentage(std::string_view words) {
    std::size_t digits = 0;
    while (digits < words.size() && is_digit(words[digits])) ++digits;
    return digits > 0 && digits < words.size() && words[digits] == '%';
}

/// Shorter ones are signatures, labels and the like.
constexpr std::size_t shortest_sentence = 80;

}  // namespace

void find_cut_sentences(const Text& text, Diagnostics& diagnostics) {
    const std::string_view whole = text.words;
    const auto words_of = [&](const Block& block) { return whole.substr(block.span.begin, block.span.end - block.span.begin); };
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        const Block& block = text.blocks[i];
        const bool after_paragraph = !block.begins && text.blocks[i - 1].kind == Block::Kind::paragraph;
        if (block.kind == Block::Kind::item && after_paragraph && begins_with_percentage(words_of(block)) && is_cut_off(words_of(text.blocks[i - 1]))) {
            diagnostics.add(Code::check_cut_number, text.source, block.span, "a number was probably cut at its decimal point here",
                            "a line that began with `96.` became a list: write the number whole, in the sentence before");
            continue;
        }
        const bool item_follows = i + 1 < text.blocks.size() && !text.blocks[i + 1].begins && text.blocks[i + 1].kind == Block::Kind::item;
        if (block.kind != Block::Kind::paragraph || item_follows || words_of(block).size() < shortest_sentence || !is_cut_off(words_of(block))) continue;
        diagnostics.add(Code::check_cut_sentence, text.source, {block.span.end - 1, block.span.end}, "this paragraph stops without the end of a sentence",
                        "see in the document that it was taken from whether words are missing");
    }
}

}  // namespace vitrine::check
