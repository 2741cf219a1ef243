#include "base/prose.h"

#include <catch2/catch.hpp>

using vitrine::Prose;

namespace {

Prose prose(std::string html, std::string words) {
    Prose made;
    made.html = std::move(html);
    made.plain_text = std::move(words);
    return made;
}

}  // namespace

TEST_CASE("The words of a paragraph without markup are kept once and still found") {
    Prose text = prose("<p>Answer faster.</p>\n", "Answer faster.");
    text.keep_words_once();
    CHECK(text.plain_text.empty());
    CHECK(text.words() == "Answer faster.");
}

TEST_CASE("Words that the HTML says otherwise are kept beside it") {
    for (const auto& [html, words] :
         {std::pair{"<p>Answer <em>faster</em>.</p>\n", "Answer faster."}, std::pair{"<p>Law &amp; order</p>\n", "Law & order"},
          std::pair{"<p>One.</p>\n<p>Two.</p>\n", "One. Two."}}) {
        Prose text = prose(html, words);
        text.keep_words_once();
        CHECK(text.words() == words);
    }
}

TEST_CASE("A text without words has none, whatever its HTML") {
    CHECK(prose("", "").words().empty());
    CHECK(prose("<hr>\n", "").words().empty());
    CHECK(prose("<p><br></p>\n", "").words().empty());
}
