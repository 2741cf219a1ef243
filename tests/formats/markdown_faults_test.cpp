#include "markdown_samples.h"

namespace vitrine::markdown {
namespace {

std::string problems(const std::string& text, const Options& options = {}) { return Sample(text, options).problems(); }

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("raw HTML is reported with what to write instead") {
    CHECK(problems("Go <b>there</b>.") ==
          "a.md:1:4: error: raw HTML `<b>` is not allowed [markdown/raw-html]\n"
          "    1 | Go <b>there</b>.\n"
          "      |    ^~~ write `**important**`\n");
    CHECK(problems("line<br>\nbreak") ==
          "a.md:1:5: error: raw HTML `<br>` is not allowed [markdown/raw-html]\n"
          "    1 | line<br>\n"
          "      |     ^~~~ end the line with a backslash to begin a new one\n");
    CHECK(problems("<div class=\"x\">\n*text*\n</div>\n") ==
          "a.md:1:1: error: raw HTML `<div class=\"x\">` is not allowed [markdown/raw-html]\n"
          "    1 | <div class=\"x\">\n"
          "      | ^~~~~~~~~~~~~~~ leave it out: an empty line begins a paragraph\n");
    CHECK(problems("Ask <name of officer>.") ==
          "a.md:1:5: error: raw HTML `<name of officer>` is not allowed [markdown/raw-html]\n"
          "    1 | Ask <name of officer>.\n"
          "      |     ^~~~~~~~~~~~~~~~~ write Markdown, or put it between backticks to show it as it is\n");
}

TEST_CASE("comments are reported, since they would not reach the page") {
    CHECK(problems("Text <!-- note --> more") ==
          "a.md:1:6: error: HTML comments are not allowed [markdown/raw-html]\n"
          "    1 | Text <!-- note --> more\n"
          "      |      ^~~~~~~~~~~~~ take it out: it would not reach the page\n");
    CHECK(carets("  <!-- a\nb -->\n") == Strings{"1:3 <!-- a"});
}

TEST_CASE("HTML in code is text, and the caret passes over it") {
    CHECK(carets("`<b>` and ``<b>`` and\n<b>this</b> \\<b>") == Strings{"2:1 <b>"});
    CHECK(carets("```\n<b>\n```\n\n    <b>\n").empty());
}

TEST_CASE("an address that a page may not have is reported with one that it may") {
    CHECK(problems("[a](javascript:alert(1))") ==
          "a.md:1:5: error: a link cannot begin with `javascript:` [markdown/unsafe-link]\n"
          "    1 | [a](javascript:alert(1))\n"
          "      |     ^~~~~~~~~~~~~~~~~~~ links begin with `https:`, `http:`, `mailto:` or `tel:`, or name a file of this site\n");
    CHECK(problems("[a](C:\\files\\a.pdf)") ==
          "a.md:1:5: error: the address `C:\\files\\a.pdf` is a place on one computer [markdown/unsafe-link]\n"
          "    1 | [a](C:\\files\\a.pdf)\n"
          "      |     ^~~~~~~~~~~~~~ save the file beside this one and link to its name\n");
    CHECK(problems("[a](//example.org/)") ==
          "a.md:1:5: error: the address `//example.org/` does not say how to reach its host [markdown/unsafe-link]\n"
          "    1 | [a](//example.org/)\n"
          "      |     ^~~~~~~~~~~~~~ begin it with `https://`\n");
}

TEST_CASE("no scheme slips through in disguise") {
    for (const std::string target : {"JavaScript:x", "vbscript:x", "data:text/html,x", "file:///x", "ftp://x/", "java&#10;script:x",
                                     "&#1;javascript:x", "<java script:x>", "\\\\\\\\host\\x", "/\\\\host", "urn:x", "x-y+z.1:a"}) {
        CAPTURE(target);
        const Sample sample("[a](" + target + ") ![b](" + target + ")");
        CHECK(sample.diagnostics.all().size() == 2);
        CHECK(sample.document.links.empty());
        CHECK(sample.document.html == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\"></p>\n");
    }
    CHECK(carets("See ftp://a.example and <ftp://b.example> and <foo:bar>") ==
          Strings{"1:5 ftp://a.example", "1:26 ftp://b.example", "1:48 foo:bar"});
}

TEST_CASE("a colon in a path or an anchor is no scheme") { CHECK(parsed("[a](x/b:c.md) [b](#c:d) [c](?q=e:f)").links.size() == 3); }

TEST_CASE("an image from elsewhere is reported, since pages load nothing from other hosts") {
    CHECK(problems("![Chart](https://example.org/c.png)") ==
          "a.md:1:10: error: the image `https://example.org/c.png` is on another host, and pages load nothing from there "
          "[markdown/unsafe-link]\n"
          "    1 | ![Chart](https://example.org/c.png)\n"
          "      |          ^~~~~~~~~~~~~~~~~~~~~~~~~ save the picture beside this file and write its name\n");
    CHECK(problems("![Dot](data:image/gif;base64,R0lG)") ==
          "a.md:1:8: error: an image cannot be `data:` [markdown/unsafe-link]\n"
          "    1 | ![Dot](data:image/gif;base64,R0lG)\n"
          "      |        ^~~~~~~~~~~~~~~~~~~~~~~~~~ save the picture beside this file and write its name\n");
}

TEST_CASE("a link needs a target and a text") {
    CHECK(problems("The [plan]() and\n[](plan.pdf)") ==
          "a.md:1:11: error: the link `plan` has no target [markdown/empty-link]\n"
          "    1 | The [plan]() and\n"
          "      |           ^~ write the address between the parentheses: `[text](address)`\n"
          "a.md:2:4: error: the link to `plan.pdf` has no text [markdown/empty-link]\n"
          "    2 | [](plan.pdf)\n"
          "      |    ^~~~~~~~ write between the square brackets what readers will find there\n");
    CHECK(problems("![Plan]()") ==
          "a.md:1:8: error: the image `Plan` names no file [markdown/empty-link]\n"
          "    1 | ![Plan]()\n"
          "      |        ^~ write the name of a picture beside this file: `![what it shows](chart.png)`\n");
    CHECK(carets("[ ](<>) [](https://example.org)") == Strings{"1:5 <>", "1:12 https://example.org"});
    CHECK(parsed("[![What it shows](a.png)](b.pdf)").links.size() == 2);
}

TEST_CASE("an image needs a description") {
    CHECK(problems("![](chart.png)") ==
          "a.md:1:5: error: the image `chart.png` has no description [markdown/image-description]\n"
          "    1 | ![](chart.png)\n"
          "      |     ^~~~~~~~~ write what it shows: `![Bar chart of calls answered in time](chart.png)`\n");
    CHECK(carets("[![ ](a.png)](b.pdf)") == Strings{"1:7 a.png"});
}

TEST_CASE("links without a target do not move the slots of others") {
    const Sample sample("[a]() [b](b.md) ![c]() [d](javascript:x) [![e](e.png)]() [f](f.md)");
    CHECK(sample.document.html ==
          "<p><a href=\"\">a</a> <a href=\"\">b</a> <img src=\"\" alt=\"c\"> <a href=\"\">d</a> "
          "<a href=\"\"><img src=\"\" alt=\"e\"></a> <a href=\"\">f</a></p>\n");
    REQUIRE(sample.document.links.size() == 3);
    CHECK(sample.document.html.substr(sample.document.links[0].slot, 4) == "\">b<");
    CHECK(sample.document.html.substr(sample.document.links[1].slot, 8) == "\" alt=\"e");
    CHECK(sample.document.html.substr(sample.document.links[2].slot, 4) == "\">f<");
}

TEST_CASE("the caret is exact in quotations, lists, tables and later lines") {
    CHECK(carets("Ŷ [a](x:a) and\n  then [b](x:b)\n\n> quote\n> [c](x:c)\n\n10. item\n\n    text\n    [d](x:d)\n\n"
                 "| A | B |\n|---|---|\n| x:e | [e](x:e) |\n\n[f][r]\n\n[r]: x:f\n") ==
          Strings{"1:7 x:a", "2:12 x:b", "5:7 x:c", "10:9 x:d", "14:13 x:e", "18:6 x:f"});
    CHECK(carets("`[a](x:a)` [a](x:a)\n\nover\n| A |\n|---|\n| <b> |\n") == Strings{"1:16 x:a", "6:3 <b>"});
}

TEST_CASE("the page's title is the only heading of level 1, and no level is left out") {
    CHECK(problems("# Title\n\n## A\n\n#### B\n\n## C\n") ==
          "a.md:1:3: error: a heading of level 1 in the text [markdown/heading-level]\n"
          "    1 | # Title\n"
          "      |   ^~~~~ begin with `##`: the page's title is the only heading of level 1\n"
          "a.md:5:6: error: a heading of level 4 below one of level 2 [markdown/heading-level]\n"
          "    5 | #### B\n"
          "      |      ^ begin with `###`: levels are not left out\n");
    CHECK(problems("### A\n\n#### B\n") ==
          "a.md:1:5: error: a heading of level 3 before any of level 2 [markdown/heading-level]\n"
          "    1 | ### A\n"
          "      |     ^ begin with `##`: levels are not left out\n");
    CHECK(carets("Title\n=====\n\nSection\n-------\n") == Strings{"1:1 Title"});
    CHECK(problems("## A\n\n### B\n\n#### C\n\n## D\n\n### E\n").empty());
}

TEST_CASE("a heading needs words") {
    CHECK(problems("##\n") ==
          "a.md:1:1: error: the heading has no text [markdown/heading-level]\n"
          "    1 | ##\n"
          "      | ^~ write what comes below it, or take it out\n");
}

TEST_CASE("two sections of one name are reported with both places") {
    CHECK(problems("## Findings\n\n## findings!\n") ==
          "a.md:3:4: error: a second section `findings!` [markdown/duplicate-section]\n"
          "    3 | ## findings!\n"
          "      |    ^~~~~~~~~ give each section a name of its own, or put the texts together\n"
          "a.md:1:4: note: the first one is here\n"
          "    1 | ## Findings\n"
          "      |    ^~~~~~~~\n");
    CHECK(problems("## A\n\n### Costs\n\n## B\n\n### Costs\n\n> ## A\n").empty());
}

TEST_CASE("a footnote is defined once and used") {
    CHECK(problems("One[^1], two[^2].\n\n[^1]: First.\n[^3]: Third.\n[^1]: Again.\n") ==
          "a.md:1:13: error: the footnote `[^2]` is not defined [markdown/footnote]\n"
          "    1 | One[^1], two[^2].\n"
          "      |             ^~~~ define it on a line of its own: `[^2]: …`; write `\\[^` if it is none\n"
          "a.md:4:1: error: the footnote `[^3]` is not used [markdown/footnote]\n"
          "    4 | [^3]: Third.\n"
          "      | ^~~~ put `[^3]` where it belongs in the text, or take it out\n"
          "a.md:5:1: error: the footnote `[^1]` is defined a second time [markdown/footnote]\n"
          "    5 | [^1]: Again.\n"
          "      | ^~~~ give this one another name\n");
    CHECK(problems("One[^Note].\n\n[^nOTE]: The case of names does not count.\n").empty());
    CHECK(problems("One[^a].\n\n> Quoted[^b].\n\n- > [^b]: In a list.\n\n[^a]: Goes on\n\n    ```\n    [^c]: code\n    ```\n")
              .empty());
}

TEST_CASE("footnote marks in code, with a backslash or as the text of a link are none") {
    CHECK(problems("`[^1]` and \\[^2] and [^3](c.md)\n\n```\n[^4]: code\n```\n\n    [^5]: code\n").empty());
    CHECK(problems("Text\n    [^1]: goes on.\n\n[^1]: Note.\n").empty());
}

TEST_CASE("a footnote cannot have white space in its name, or stand in a link") {
    CHECK(carets("One[^a b].\n\nTwo [^a\nb].") == Strings{"1:4 [^a b]", "3:5 [^a"});
    CHECK(carets("[see[^1]](a.md) and[^1] ![b[^1]](b.png)\n\n[^1]: Note.") == Strings{"1:5 [^1]", "1:28 [^1]"});
    CHECK(carets("Escaped the wrong way [\\^x]") == Strings{"1:23 [\\^x]"});
}

TEST_CASE("a footnote mark with a character reference is not given to the parser") {
    CHECK(problems("One [&#94;x]") ==
          "a.md:1:5: error: `[&#94;` stands for `[^`, with which a footnote begins [markdown/footnote]\n"
          "    1 | One [&#94;x]\n"
          "      |     ^~~~~~ write `\\[^` for the characters themselves\n");
    for (const std::string reference : {"&Hat;", "&#x5e;", "&#X5E;", "&#0094;"}) CHECK(carets("[" + reference + "x]").size() == 1);
    CHECK(parsed("[&#95;x] [&amp;]").html == "<p>[_x] [&amp;]</p>\n");
}

TEST_CASE("a field has no headings and no footnotes") {
    CHECK(problems("## A\n\nText[^1].\n\n[^1]: Note.\n", {.field = true}) ==
          "a.md:1:4: error: a heading does not work in this field [markdown/heading-level]\n"
          "    1 | ## A\n"
          "      |    ^ write it as a paragraph, or put the text into the body below the front matter\n"
          "a.md:3:5: error: a footnote does not work in this field [markdown/footnote]\n"
          "    3 | Text[^1].\n"
          "      |     ^~~~ write it into the text, in parentheses\n"
          "a.md:5:1: error: a footnote does not work in this field [markdown/footnote]\n"
          "    5 | [^1]: Note.\n"
          "      | ^~~~ write it into the text, in parentheses\n");
    CHECK(problems("*Two* paragraphs.\n\n- and a [list](a.md)\n", {.field = true}).empty());
}

TEST_CASE("a text full of problems reports the first hundred") {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "<b> ";
    CHECK(Sample(text).diagnostics.all().size() == 100);
}

}  // namespace vitrine::markdown
