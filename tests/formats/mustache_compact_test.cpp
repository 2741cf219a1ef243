#include <catch2/catch.hpp>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "formats/mustache.h"
#include "mustache_samples.h"

namespace vitrine::mustache {
namespace {

std::string rendered(const Sources& sources, const Value& view, bool compact) {
    Diagnostics diagnostics;
    const Template page = compile("page", sources, {.compact = compact}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) FAIL_CHECK(to_text(diagnostic, false));
    std::string out;
    page.render({&view}, out);
    return out;
}

std::string compacted(const std::string& text, const Value& view = Object{}) { return rendered(sources_of({{"page", text}}), view, true); }

/// The text as a browser sees it between tags: every run of white space is one space.
std::string collapsed(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool white = c == ' ' || c == '\t' || c == '\n';
        if (!white || out.empty() || out.back() != ' ') out += white ? ' ' : c;
    }
    return out;
}

const Value& some_view() {
    static const Value view = Object{{"yes", true}, {"no", false}, {"word", "word"}, {"items", List{"1", "2"}}, {"gap", " "}};
    return view;
}

}  // namespace

TEST_CASE("a compact template drops indentation and empty lines, and keeps line breaks") {
    CHECK(compacted("<ul>\n\n  \n  <li>a\n\tb\n</ul>\n") == "<ul>\n<li>a\nb\n</ul>\n");
}

TEST_CASE("a compact template prints values as they are") {
    CHECK(compacted("<p>\n  {{x}}\n</p>\n", Object{{"x", "a\n\n  b"}}) == "<p>\na\n\n  b\n</p>\n");
    CHECK(compacted("<p>\n  {{{x}}}\n</p>\n", Object{{"x", "  a\n\n  b"}}) == "<p>\n  a\n\n  b\n</p>\n");
}

TEST_CASE("white space inside a line of a compact template stays") {
    CHECK(compacted("<b>a</b>  <i>b</i> \n") == "<b>a</b>  <i>b</i> \n");
    CHECK(compacted("{{x}}  {{x}}\n", Object{{"x", "a"}}) == "a  a\n");
}

TEST_CASE("words of a compact template do not run together") {
    const Value two = Object{{"items", List{"1", "2"}}};
    CHECK(compacted("{{#items}}\n  <b>{{.}}</b>{{/items}}\n", two) == " <b>1</b> <b>2</b>\n");
    CHECK(compacted("a{{#items}}\n  {{.}}{{/items}}", two) == "a\n1\n2");
    CHECK(rendered(sources_of({{"page", "a{{> b}}c"}, {"b", "\n  b"}}), two, true) == "a\nbc");
    CHECK(rendered(sources_of({{"page", "a{{> b}}c"}, {"b", "  b"}}), two, true) == "a bc");
    CHECK(rendered(sources_of({{"page", "a{{> b}}c"}, {"b", "  "}}), two, true) == "a c");
    CHECK(rendered(sources_of({{"page", "{{#items}}\n  {{> b}}\n{{/items}}\n"}, {"b", "b"}}), two, true) == " b b");
}

TEST_CASE("white space that means something stays in a compact template") {
    for (const std::string element : {"pre", "textarea", "script", "style", "PRE"}) {
        const std::string text = "<" + element + " class=\"a\">\n\n  a\n</" + element + ">\n";
        CHECK(compacted("<div>\n  " + text + "  <b>\n</div>") == "<div>\n" + text + "<b>\n</div>");
    }
    CHECK(compacted("<present>\n  a\n</present>") == "<present>\na\n</present>");
    CHECK(compacted("<pre>\n  </prefix>\n  a</pre>\n  b") == "<pre>\n  </prefix>\n  a</pre>\nb");
}

TEST_CASE("a partial keeps its white space in a `<pre>` of a compact template, and elsewhere not") {
    const Sources sources = sources_of({{"page", "<pre>\n  {{> code}}\n</pre>\n  {{> code}}\n"}, {"code", "a\n  b\n"}});
    CHECK(rendered(sources, Object{}, true) == "<pre>\n  a\n    b\n</pre>\n a\nb\n");
}

TEST_CASE("random compact templates differ from others only in how much white space parts two words") {
    static constexpr std::array pieces = {"a", "<b>", "{{word}}", "{{gap}}", " ", "  ", "\n", "\n", "\n  ", "\n\n", "{{#items}}", "{{#yes}}", "{{#no}}", "{{^no}}", "{{/}}", "{{/}}",
                                          "\n  {{/}}\n", "\n  {{#items}}\n  ", "{{> part}}", "\n  {{> part}}\n", "\n{{! nothing }}\n"};
    for (std::uint32_t seed = 0; seed < 5000; ++seed) {
        std::mt19937 random(seed);
        const auto random_template = [&](std::size_t choice) {
            std::string text;
            std::vector<std::string> open;
            for (auto left = random() % 14; left > 0; --left) {
                std::string piece = pieces.at(random() % choice);
                if (const std::size_t at = piece.find("{{/}}"); at != std::string::npos) {
                    if (open.empty()) continue;
                    piece.insert(at + 3, open.back());
                    open.pop_back();
                } else if (const std::size_t name = piece.find_first_of("#^"); name != std::string::npos) {
                    open.push_back(piece.substr(name + 1, piece.find('}') - name - 1));
                }
                text += piece;
            }
            for (; !open.empty(); open.pop_back()) text += "{{/" + open.back() + "}}";
            return text;
        };
        const std::string page = random_template(pieces.size()), part = random_template(18);
        INFO(page << "\n--- part:\n" << part);
        const Sources sources = sources_of({{"page", page}, {"part", part}});
        CHECK(collapsed(rendered(sources, some_view(), true)) == collapsed(rendered(sources, some_view(), false)));
    }
}

}  // namespace vitrine::mustache
