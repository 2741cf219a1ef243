#include "formats/markdown.h"

#include <algorithm>

#include "markdown_samples.h"

namespace vitrine::markdown {
namespace {

std::string html(const std::string& text, const Options& options = {}) { return parsed(text, options).html; }

/// The target, the text of the span, and the six bytes before the slot, for each internal link.
std::vector<std::string> links(const std::string& text) {
    const Sample sample(text);
    std::vector<std::string> all;
    for (const InternalLink& link : sample.document.links)
        all.push_back(link.target + " " + std::string(sample.text(link.span)) + " " +
                      sample.document.html.substr(link.slot - 6, 7));
    return all;
}

std::vector<std::string> ids(const std::string& text, const Options& options = {}) {
    std::vector<std::string> all;
    for (const Heading& heading : parsed(text, options).headings) all.push_back(heading.id);
    return all;
}

std::vector<std::string> sections(const std::string& text) {
    const Document document = parsed(text);
    std::vector<std::string> all;
    for (const Section& section : document.sections) {
        const std::string name = section.heading == Section::no_heading ? "-" : document.headings.at(section.heading).text;
        all.push_back(name + ": " + document.html.substr(section.begin, section.end - section.begin));
    }
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("paragraphs, lists, quotations and code become HTML without slashes in void elements") {
    CHECK(html("One *two* **three** ~~four~~ `<five>`\\\nsix & \"seven\"") ==
          "<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>&lt;five&gt;</code><br>\nsix &amp; "
          "&quot;seven&quot;</p>\n");
    CHECK(html("> - a\n>\n> ---\n") == "<blockquote>\n<ul>\n<li>a</li>\n</ul>\n<hr>\n</blockquote>\n");
    CHECK(html("``` text\n<b> &\n```") == "<pre><code class=\"language-text\">&lt;b&gt; &amp;\n</code></pre>\n");
    CHECK(html("a ~b~ c") == "<p>a ~b~ c</p>\n");
}

TEST_CASE("a table stands in a box that can scroll, its header cells have a scope, and alignment is a class") {
    CHECK(html("| A | B | C | D |\n| --- | :-- | --: | :-: |\n| 1 | 2 | 3 | 4 |") ==
          "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th "
          "scope=\"col\">A</th>\n<th scope=\"col\" class=\"align-left\">B</th>\n"
          "<th scope=\"col\" class=\"align-right\">C</th>\n<th scope=\"col\" class=\"align-center\">D</th>\n</tr>\n</thead>\n"
          "<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-left\">2</td>\n<td class=\"align-right\">3</td>\n"
          "<td class=\"align-center\">4</td>\n</tr>\n</tbody>\n</table>\n</div>\n");
}

TEST_CASE("addresses to other hosts stay as they are") {
    CHECK(
        html("[a](https://example.org/?x=1&y=2 \"T\") www.example.org me@example.org <tel:+441632960001>") ==
        "<p><a href=\"https://example.org/?x=1&amp;y=2\" title=\"T\">a</a> <a href=\"http://www.example.org\">www.example.org</a> "
        "<a href=\"mailto:me@example.org\">me@example.org</a> <a href=\"tel:+441632960001\">tel:+441632960001</a></p>\n");
}

TEST_CASE("an internal link or image is left open, and its slot is where the address belongs") {
    CHECK(links("See [one](a.md) and ![two](b.png \"T\").\n\n- [three](../c.md#d)\n\n## On [four](#e)") ==
          Strings{"a.md a.md href=\"\"", "b.png b.png  src=\"\"", "../c.md#d ../c.md#d href=\"\"", "#e #e href=\"\""});
    const Document document = parsed("![one](a.png) [two](/b/)");
    REQUIRE(document.links.size() == 2);
    CHECK(document.links[0].image);
    CHECK_FALSE(document.links[1].image);
    CHECK(document.html == "<p><img src=\"\" alt=\"one\"> <a href=\"\">two</a></p>\n");
}

TEST_CASE("the target of an internal link is decoded, and its span is the target as written") {
    CHECK(links("[a](my%20report.pdf) [b](<my report.pdf>) [c](a\\_b.md) [d](caf%C3%A9.md) [e](50%25.md) [f](x%ff%00.md)") ==
          Strings{"my report.pdf my%20report.pdf href=\"\"", "my report.pdf my report.pdf href=\"\"", "a_b.md a\\_b.md href=\"\"",
                  "café.md caf%C3%A9.md href=\"\"", "50%.md 50%25.md href=\"\"", "x%ff%00.md x%ff%00.md href=\"\""});
}

TEST_CASE("the span of a target is exact wherever the link stands") {
    const std::string text =
        "Ein ŷ [a](a.md) and\nthe second line [b](b.md)\n  third [c](c.md)\n\n"
        "1. item [d](d.md)\n   goes on [e](e.md)\n\n   - inner [f](f.md)\n\n"
        "> quoted [g](g.md)\n> > deeper [h](h.md)\nlazy [i](i.md)\n\n"
        "| A [j](j.md) | B |\n|---|---|\n| x | [k](k.md) |\n| a \\| b | c \\| [l](l.md) |\n\n"
        "## Heading [m](m.md) ##\n\nSetext [n](n.md)\n---\n\nText[^1] `[o](o.md)` [o](o.md)\n\n[^1]: Note [p](p.md).\n";
    const Sample sample(text);
    CHECK(sample.problems() == "");
    REQUIRE(sample.document.links.size() == 16);
    for (const InternalLink& link : sample.document.links) {
        CAPTURE(link.target);
        CHECK(sample.text(link.span) == link.target);
        CHECK(text.substr(link.span.begin - 2, 2) == "](");
    }
    CHECK(sample.document.links[14].span.begin == text.rfind("o.md"));
}

TEST_CASE("a link by reference is placed at its definition") {
    const std::string text = "Read [this][r] or [that].\n\n[r]: a.pdf \"Title\"\n[that]: b.pdf\n";
    CHECK(links(text) == Strings{"a.pdf a.pdf href=\"\"", "b.pdf b.pdf href=\"\""});
    CHECK(Sample(text).document.links[1].span.begin == text.rfind("b.pdf"));
}

TEST_CASE("an image in a link has a slot of its own, behind that of the link") {
    CHECK(links("[![chart](chart.png)](report.pdf)") ==
          Strings{"report.pdf report.pdf href=\"\"", "chart.png chart.png  src=\"\""});
}

TEST_CASE("a link inside a link or a description is words only") {
    CHECK(html("[see <https://a.example/> now](b.md)") == "<p><a href=\"\">see https://a.example/ now</a></p>\n");
    const Document document = parsed("![a [b](b.md) c](c.png) [d](d.md)");
    CHECK(document.html == "<p><img src=\"\" alt=\"a b c\"> <a href=\"\">d</a></p>\n");
    REQUIRE(document.links.size() == 2);
    CHECK(document.links[1].target == "d.md");
}

TEST_CASE("headings have ids as on GitHub, each once") {
    CHECK(ids("## Force response\n\n### Next steps\n\n## What’s *next*?\n\n### Next steps\n\n### Next steps-1\n\n### Next "
              "steps\n\n### …") ==
          Strings{"force-response", "next-steps", "whats-next", "next-steps-1", "next-steps-1-1", "next-steps-2", "section"});
    CHECK(html("## A `b` [c](d.md)") == "<h2 id=\"a-b-c\">A <code>b</code> <a href=\"\">c</a></h2>\n");
}

TEST_CASE("a prefix stands before every id, so that several texts can share a page") {
    const std::string page = html("## Why[^1]\n\n[^1]: Because.", {.id_prefix = "r3-"});
    CHECK(page.find("<h2 id=\"r3-why\">") != std::string::npos);
    CHECK(page.find("<a href=\"#r3-fn-1\" id=\"r3-fnref-1\"") != std::string::npos);
    CHECK(page.find("<li id=\"r3-fn-1\">") != std::string::npos);
    CHECK(page.find("<a href=\"#r3-fnref-1\"") != std::string::npos);
}

TEST_CASE("a heading knows its level, its words, its place and whether it stands at top level") {
    const Sample sample("## One *two* ![three](3.png)\n\n> ### Four\n> five\n\n- a\n\n  Six\n  ---\n");
    const std::vector<Heading>& headings = sample.document.headings;
    REQUIRE(headings.size() == 3);
    CHECK(headings[0].text == "One two three");
    CHECK(headings[0].level == 2);
    CHECK(headings[0].top_level);
    CHECK(sample.text(headings[0].span) == "One *two* ![three](3.png)");
    CHECK(headings[1].level == 3);
    CHECK_FALSE(headings[1].top_level);
    CHECK(sample.text(headings[1].span) == "Four");
    CHECK_FALSE(headings[2].top_level);
    CHECK(sample.text(headings[2].span) == "Six");
}

TEST_CASE("the document is cut into sections at its headings of level 2") {
    CHECK(
        sections("Before.\n\n## A\n\nIn A.\n\n### B\n\n> ## Not a section\n\n## C\n\n## D\n\nIn D[^1].\n\n[^1]: Note.") ==
        Strings{
            "-: <p>Before.</p>\n",
            "A: <p>In A.</p>\n<h3 id=\"b\">B</h3>\n<blockquote>\n<h2 id=\"not-a-section\">Not a section</h2>\n</blockquote>\n",
            "C: ",
            "D: <p>In D<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Footnote 1\">1</a></sup>.</p>\n"});
    CHECK(sections("## A\n\nB") == Strings{"A: <p>B</p>\n"});
    CHECK(sections("A") == Strings{"-: <p>A</p>\n"});
    CHECK(sections("").empty());
}

TEST_CASE("footnotes come last, and lead there and back by name") {
    const Document document = parsed("One[^b], two[^a], one again[^b].\n\n[^a]: About *two*.\n[^b]: About one.\n");
    CHECK(document.html.substr(document.footnotes) ==
          "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn-1\">\n<p>About one. "
          "<a href=\"#fnref-1\" class=\"footnote-backref\"><span aria-hidden=\"true\">↩</span><span class=\"visually-hidden\">Back "
          "to reference 1</span></a> "
          "<a href=\"#fnref-1-2\" class=\"footnote-backref\"><span aria-hidden=\"true\">↩<sup>2</sup></span><span "
          "class=\"visually-hidden\">Back to reference 1-2</span></a></p>\n</li>\n"
          "<li id=\"fn-2\">\n<p>About <em>two</em>. "
          "<a href=\"#fnref-2\" class=\"footnote-backref\"><span aria-hidden=\"true\">↩</span><span class=\"visually-hidden\">Back "
          "to reference 2</span></a></p>\n</li>\n</ol>\n</section>\n");
    CHECK(document.html.find(
              "two<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" aria-label=\"Footnote 2\">2</a></sup>") !=
          std::string::npos);
    CHECK(document.html.find("again<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\"") != std::string::npos);
    CHECK(parsed("None.").footnotes == std::string("<p>None.</p>\n").size());
}

TEST_CASE("a heading named like a footnote gets another id") {
    CHECK(ids("## FN-1\n\nText[^1]\n\n## fnref 1\n\n[^1]: Note.") == Strings{"fn-1-1", "fnref-1-1"});
}

TEST_CASE("a heading does not get an id that the page uses itself") {
    CHECK(ids("## History\n\n## Main", {.reserved_ids = {"history", "history-1"}}) == Strings{"history-2", "main"});
}

TEST_CASE("the plain text has the words without markup, one space between blocks") {
    CHECK(parsed("## A & B\n\n*One* `<two>`\nthree[^1] ![four](4.png)\n\n- five\n  - six\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n"
                 "    code  here\n\n[^1]: Note \"n\".\n")
              .plain_text == "A & B One <two> three four five six x y 1 2 code here Note \"n\".");
    CHECK(parsed("").plain_text == "");
}

TEST_CASE("an address becomes a link however its marks are written") {
    const std::string link = "<p>a <a href=\"mailto:me@example.org\">me@example.org</a></p>\n";
    for (const char* text : {"a me@example.org", "a me&#64;example.org", "a me&commat;example.org"}) CHECK(html(text) == link);
    CHECK(html("a www.example.org") == "<p>a <a href=\"http://www.example.org\">www.example.org</a></p>\n");
    CHECK(html("a https://example.org") == "<p>a <a href=\"https://example.org\">https://example.org</a></p>\n");
}

TEST_CASE("plain text ends with the words that reach the size which is wanted") {
    const std::string text = "## A heading\n\nSome *words* and\n\n- others\n- more\n";
    CHECK(parsed(text, {.plain_text_size = 14}).plain_text == "A heading Some");
    CHECK(parsed(text, {.plain_text_size = 1000}).plain_text == parsed(text).plain_text);
    CHECK(parsed(text, {.plain_text_size = 14}).html == parsed(text).html);
}

TEST_CASE("only the span is parsed, and places count from the start of the file") {
    const std::string text = "title = \"Go [there](x.md) and [nowhere]()\" # <b>";
    const SourceText source("a.md", text);
    Diagnostics diagnostics;
    const Document document =
        parse_markdown(source, {9, static_cast<std::uint32_t>(text.find("\" #"))}, {.field = true}, diagnostics);
    CHECK(document.html == "<p>Go <a href=\"\">there</a> and <a href=\"\">nowhere</a></p>\n");
    REQUIRE(document.links.size() == 1);
    CHECK(document.links[0].span == Span{20, 24});
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].location.column == text.find("()") + 1);
}

}  // namespace vitrine::markdown
