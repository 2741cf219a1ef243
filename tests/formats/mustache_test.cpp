#include "formats/mustache.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "mustache_samples.h"

namespace vitrine::mustache {
namespace {

/// What `page` renders to; it must compile without a word.
std::string rendered(const Sources& sources, const Value& view, const CompileOptions& options = {}) {
    Diagnostics diagnostics;
    const Template page = compile("page", sources, options, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) FAIL_CHECK(to_text(diagnostic, false));
    std::string out;
    page.render({&view}, out);
    return out;
}

std::string rendered(const std::string& text, const Value& view) { return rendered(sources_of({{"page", text}}), view); }

}  // namespace

TEST_CASE("a text is escaped, and markup in three braces is not") {
    const Value view = Object{{"x", "<a href=\"?b&c\">it's</a>"}};
    CHECK(rendered("{{x}}", view) == "&lt;a href=&quot;?b&amp;c&quot;&gt;it's&lt;/a&gt;");
    CHECK(rendered("{{{x}}} {{&x}}", view) == "<a href=\"?b&c\">it's</a> <a href=\"?b&c\">it's</a>");
}

TEST_CASE("sections show what is there and leave out what is not") {
    const std::string text = "{{#x}}yes{{/x}}{{^x}}no{{/x}}";
    CHECK(rendered(text, Object{{"x", true}}) == "yes");
    CHECK(rendered(text, Object{{"x", false}}) == "no");
    CHECK(rendered(text, Object{{"x", "0"}}) == "yes");
    CHECK(rendered(text, Object{{"x", ""}}) == "no");
    CHECK(rendered(text, Object{{"x", List{"a", "b"}}}) == "yesyes");
    CHECK(rendered(text, Object{{"x", List{}}}) == "no");
    CHECK(rendered(text, Object{{"x", Object{}}}) == "yes");
    CHECK(rendered(text, Object{{"x", Value()}}) == "no");
    CHECK(rendered(text, Object{}) == "no");
}

TEST_CASE("a name is found in the innermost context that has it, and one that is nothing hides the outer") {
    const Value view =
        Object{{"title", "outer"}, {"items", List{Object{{"title", "inner"}}, Object{}, Object{{"title", Value()}}}}};
    CHECK(rendered("{{#items}}[{{title}}]{{/items}}", view) == "[inner][outer][]");
}

TEST_CASE("a flag inside a list leaves the element in reach") {
    const Value view = Object{{"last", true}, {"tags", List{"a", "b"}}};
    CHECK(rendered("{{#tags}}{{#last}}{{.}}{{/last}}{{/tags}}", view) == "ab");
}

TEST_CASE("a template sees the contexts from the last to the first") {
    const Value site = Object{{"title", "site"}, {"name", "Office"}}, page = Object{{"title", "page"}};
    Diagnostics diagnostics;
    const Template compiled = compile("page", sources_of({{"page", "{{title}} {{name}} {{missing}}"}}), {}, diagnostics);
    std::string out = "before: ";
    compiled.render({&site, &page}, out);
    CHECK(out == "before: page Office ");
    compiled.render({}, out);
    CHECK(out == "before: page Office   ");
}

TEST_CASE("what an author wrote never runs as a template") {
    const Value view = Object{{"x", "{{> secret}}{{y}}{{#y}}"}, {"y", "no"}};
    CHECK(rendered(sources_of({{"page", "{{x}}{{{x}}}"}, {"secret", "no"}}), view) ==
          "{{&gt; secret}}{{y}}{{#y}}{{> secret}}{{y}}{{#y}}");
}

TEST_CASE("a text that is lent is printed without a copy of it") {
    const std::string body = "<p>long</p>";
    const Value value = Value::borrowed(body);
    CHECK(value.text().data() == body.data());
    CHECK(rendered("{{{body}}}", Object{{"body", value}}) == body);
}

TEST_CASE("lines that hold only a section or a comment leave no blank line") {
    const Value view = Object{{"items", List{"a", "b"}}};
    CHECK(rendered("<ul>\n  {{#items}}\n  <li>{{.}}</li>\n  {{/items}}\n  {{! done }}\n</ul>\n", view) ==
          "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n");
}

TEST_CASE("a partial alone on its line is indented as its tag is, but for blank lines and what values hold") {
    const Sources sources =
        sources_of({{"page", "<div>\n  {{> list}}\n</div>\n"}, {"list", "<ul>\n\n  {{> item}}\n</ul>\n"}, {"item", "<li>{{x}}\n"}});
    CHECK(rendered(sources, Object{{"x", "1\n2"}}) == "<div>\n  <ul>\n\n    <li>1\n2\n  </ul>\n</div>\n");
}

TEST_CASE("a partial that includes itself follows the data down, indented at each level") {
    const Sources sources = sources_of({{"page", "{{> node}}"}, {"node", "{{name}}\n{{#nodes}}\n  {{> node}}\n{{/nodes}}\n"}});
    const Value leaf = Object{{"name", "c"}, {"nodes", List{}}};
    const Value view = Object{{"name", "a"}, {"nodes", List{Object{{"name", "b"}, {"nodes", List{leaf, leaf}}}, leaf}}};
    CHECK(rendered(sources, view) == "a\n  b\n    c\n    c\n  c\n");
}

TEST_CASE("a name can be bound to another partial, so that one layout serves every page") {
    const Sources sources = sources_of({{"page", "<{{> content}}>"}, {"response", "response"}, {"content", "never"}});
    CHECK(rendered(sources, Object{}, {.bindings = {{"content", "response"}}}) == "<response>");
    CHECK(reported(sources, {.bindings = {{"content", "respones"}}}) ==
          "page.mustache:1:6: error: there is no template `respones`, for which `content` stands here [template/missing]\n"
          "    1 | <{{> content}}>\n"
          "      |      ^~~~~~~ did you mean `response`?\n");
}

TEST_CASE("a template with faults renders what the others have") {
    const Sources sources = sources_of({{"page", "[{{> a}}{{> b}}{{> c}}]"}, {"a", "{{#x}}"}, {"b", "b"}});
    Diagnostics diagnostics;
    const Template page = compile("page", sources, {}, diagnostics);
    CHECK(diagnostics.count(Severity::error) == 2);
    std::string out;
    page.render({}, out);
    CHECK(out == "[b]");
}

TEST_CASE("sections nest 50 deep and no deeper") {
    const Value view = Object{{"x", true}};
    CHECK(rendered(repeated("{{#x}}", 50) + "in" + repeated("{{/x}}", 50), view) == "in");
    CHECK(reported(repeated("{{#x}}", 50) + "\n{{#x}}{{#x}}{{/x}}{{/x}}\n" + repeated("{{/x}}", 50)) ==
          "page.mustache:2:1: error: sections nest more than 50 deep here [template/depth]\n"
          "    2 | {{#x}}{{#x}}{{/x}}{{/x}}\n"
          "      | ^~~~~~ move the inner ones to a partial\n");
    // Deep enough to end the stack of whoever follows it down.
    CHECK(reported(repeated("{{#x}}", 200'000)).find("[template/depth]") != std::string::npos);
}

TEST_CASE("partials are included 50 deep and no deeper") {
    std::vector<std::pair<std::string, std::string>> chain = {{"page", "{{> p1}}"}, {"p50", "in"}};
    for (int i = 1; i < 50; ++i) chain.emplace_back("p" + std::to_string(i), "\n{{> p" + std::to_string(i + 1) + "}}");
    CHECK(rendered(sources_of(chain), Object{}) == repeated("\n", 49) + "in");

    // One more between the first two; that the last is also included directly changes nothing.
    chain[0].second = "{{> p0}}{{> p50}}";
    chain.emplace_back("p0", "{{> p1}}");
    CHECK(reported(sources_of(chain)) ==
          "p49.mustache:2:5: error: partials are included more than 50 deep here [template/depth]\n"
          "    2 | {{> p50}}\n"
          "      |     ^~~ let the template include some of them itself\n");
    chain[0].second = "{{> p0}}";
    CHECK(reported(sources_of(chain)).starts_with("p49.mustache:2:5: error: partials are included more than 50 deep here"));
}

TEST_CASE("a partial that always includes itself is reported, and prints once") {
    const Sources sources = sources_of({{"page", "[{{> a}}]"}, {"a", "a{{> b}}"}, {"b", "b\n {{> a}}\n"}});
    CHECK(reported(sources) ==
          "b.mustache:2:6: error: `a` includes itself without end [template/depth]\n"
          "    2 |  {{> a}}\n"
          "      |      ^ put this in a section that is not always entered\n");
    Diagnostics diagnostics;
    std::string out;
    compile("page", sources, {}, diagnostics).render({}, out);
    CHECK(out == "[ab\n]");
}

TEST_CASE("a partial that the data never ends stops by itself") {
    // The inner elements have no list of their own, so that the name finds the outer one again.
    const Sources sources = sources_of({{"page", "{{> a}}"}, {"a", "{{#items}}{{> a}}{{/items}}."}});
    CHECK(rendered(sources, Object{{"items", List{"x"}}}) == repeated(".", 50));
    CHECK(rendered(sources, Object{{"items", List{"x", "y"}}}).size() < 5'000'000);
    const Sources flagged = sources_of({{"page", "{{> a}}"}, {"a", "{{#on}}{{> a}}{{> a}}{{/on}}."}});
    CHECK(rendered(flagged, Object{{"on", true}}) == ".");
    // As deep as sections and partials can go together.
    const Sources deep = sources_of({{"page", "{{> a}}"}, {"a", repeated("{{#o}}", 50) + "{{> a}}." + repeated("{{/o}}", 50)}});
    CHECK(rendered(deep, Object{{"o", Object{}}}) == repeated(".", 50));
}

TEST_CASE("a value that strays from its shape is named by its path") {
    const Shape text = Shape::text();
    const Shape shape = Shape::object({{"title", text},
                                       {"draft", Shape::flag()},
                                       {"body", Shape::html()},
                                       {"tags", Shape::list(text)},
                                       {"reports", Shape::list(Shape::object({{"name", text}}))}});
    const auto view = [](Value title, Value draft, Value body, Value tags, Value reports) {
        return Object{{"title", std::move(title)},
                      {"draft", std::move(draft)},
                      {"body", std::move(body)},
                      {"tags", std::move(tags)},
                      {"reports", std::move(reports)}};
    };
    const Value none;
    CHECK(mismatch(view("a", true, none, List{"a", none}, List{Object{{"name", none}}}), shape) == "");
    CHECK(mismatch(none, shape) == "");
    CHECK(mismatch(Object{{"titel", "a"}}, shape) == "`titel` is not in the shape");
    CHECK(mismatch(Object{{"title", "a"}}, shape) == "`draft` is missing");
    CHECK(mismatch(view(none, none, none, none, List{Object{{"name", "a"}}, Object{}}), shape) == "`reports[1].name` is missing");
    CHECK(mismatch(view(List{}, none, none, none, none), shape) == "`title` is a list, and the shape says a text");
    CHECK(mismatch(view(none, none, none, List{"a", true}, none), shape) == "`tags[1]` is a flag, and the shape says a text");
    CHECK(mismatch(view(none, none, Object{}, none, none), shape) == "`body` is an object, and the shape says markup");
    CHECK(mismatch("a", shape) == "the value is a text, and the shape says an object");
}

TEST_CASE("one template renders on several threads at once as on one") {
    const Sources sources = sources_of({{"page", "{{#items}}\n  {{> row}}\n{{/items}}\n"}, {"row", "<li>{{.}} {{title}}\n"}});
    const Value view = Object{{"title", "a & b"}, {"items", List(200, Value("x"))}};
    Diagnostics diagnostics;
    const Template page = compile("page", sources, {}, diagnostics);
    std::vector<std::string> outs(8);
    {
        std::vector<std::jthread> threads;
        for (std::string& out : outs) threads.emplace_back([&] { page.render({&view}, out); });
    }
    for (const std::string& out : outs) CHECK(out == repeated("  <li>x a &amp; b\n", 200));
}

namespace {

/// The same numbers on every machine.
class Dice {
public:
    std::size_t roll(std::size_t sides) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33U) % sides;
    }

private:
    std::uint64_t state_ = 42;
};

std::string random_template(Dice& dice) {
    static const std::vector<std::string> fragments = {
        "{{",          "}}",          "{{{",         "}}}",       "{",      "}",      "{{#",    "{{^",    "{{/",
        "{{>",         "{{&",         "{{!",         "{{=",       "=}}",    "=",      "<% %>",  "<%",     "%>",
        "{{=<% %>=}}", "<%={{ }}=%>", "{{{=a b=}}}", "{{=| |=}}", "|",      "a",      "b",      ".",      "..",
        "a.b",         "{{a}}",       "{{#a}}",      "{{/a}}",    "{{^b}}", "{{/b}}", "{{>a}}", "{{>b}}", "{{{a}}}",
        " ",           "\n",          "\t",          "\r",        "\r\n",   "\v",     "é",      "\xff",   std::string(1, '\0'),
        "#",           "^",           "/",           ">",         "&",      "!"};
    std::string text;
    for (std::size_t i = dice.roll(14); i > 0; --i) text += fragments[dice.roll(fragments.size())];
    return text;
}

}  // namespace

TEST_CASE("no template whatever crashes, or is found good and then cannot be read") {
    const Shape inner = Shape::object({{"b", Shape::text()}});
    const Shape shape = Shape::object({{"a", Shape::list(inner)}, {"b", Shape::flag()}});
    const Value view = Object{{"a", List{Object{{"b", "x"}}}}, {"b", true}};
    Dice dice;
    for (int i = 0; i < 20'000; ++i) {
        const Sources sources =
            sources_of({{"page", random_template(dice)}, {"a", random_template(dice)}, {"b", random_template(dice)}});
        Diagnostics diagnostics;
        const Template page = compile("page", sources, {.shapes = {&shape}}, diagnostics);
        std::string out;
        page.render({&view}, out);
        diagnostics.sort();
        for (const Diagnostic& diagnostic : diagnostics.all())
            if (to_text(diagnostic, false).find("cannot be read") != std::string::npos) FAIL(sources.at("page")->text());
    }
    SUCCEED();
}

}  // namespace vitrine::mustache
