#include <catch2/catch.hpp>
#include <string>

#include "mustache_samples.h"

namespace vitrine::mustache {
namespace {

std::string reported_for_view(const std::string& text) { return reported(sources_of({{"page", text}}), checked()); }

}  // namespace

TEST_CASE("a misspelt key in a template names the line and proposes the key") {
    CHECK(reported_for_view("<h1>\n  {{ titel }}\n</h1>\n") ==
          "page.mustache:2:6: error: the view has no key `titel` here [template/unknown-key]\n"
          "    2 |   {{ titel }}\n"
          "      |      ^~~~~ did you mean `title`?\n");
}

TEST_CASE("a key that is like no other is answered with those there are") {
    CHECK(reported_for_view("{{#report}}{{report.xyz}}{{/report}}") ==
          "page.mustache:1:21: error: `report` has no key `xyz` [template/unknown-key]\n"
          "    1 | {{#report}}{{report.xyz}}{{/report}}\n"
          "      |                     ^~~ it has `name` and `pages`\n");
}

TEST_CASE("a key of a list's elements is known inside its section and not outside") {
    CHECK(reported_for_view("{{#inspections}}{{heading}} of {{title}}{{/inspections}}").empty());
    CHECK(reported_for_view("{{heading}}\n{{inspections.heading}}\n{{^inspections}}{{heading}}{{/inspections}}") ==
          "page.mustache:1:3: error: the view has no key `heading` here [template/unknown-key]\n"
          "    1 | {{heading}}\n"
          "      |   ^~~~~~~ it has `title`, `body`, `draft`, `tags`, `sections`, `report` and `inspections`\n"
          "page.mustache:2:15: error: `inspections` is a list and has no key `heading` [template/unknown-key]\n"
          "    2 | {{inspections.heading}}\n"
          "      |               ^~~~~~~ name it in a section, `{{#inspections}}`\n"
          "page.mustache:3:19: error: the view has no key `heading` here [template/unknown-key]\n"
          "    3 | {{^inspections}}{{heading}}{{/inspections}}\n"
          "      |                   ^~~~~~~ it has `title`, `body`, `draft`, `tags`, `sections`, `report` and `inspections`\n");
}

TEST_CASE("a section with a misspelt name is reported once, whatever stands inside") {
    CHECK(reported_for_view("{{#inspection}}{{heading}}{{/inspection}}") ==
          "page.mustache:1:4: error: the view has no key `inspection` here [template/unknown-key]\n"
          "    1 | {{#inspection}}{{heading}}{{/inspection}}\n"
          "      |    ^~~~~~~~~~ did you mean `inspections`?\n");
}

TEST_CASE("every value can be asked for in a section, and printed in its own way") {
    CHECK(reported_for_view(
              "{{title}}{{{body}}}{{&body}}{{report.name}}{{#title}}{{.}}{{/title}}{{#body}}{{{.}}}{{/body}}{{#draft}}{{title}}"
              "{{/draft}}{{#tags}}{{.}}{{#draft}}{{.}}{{/draft}}{{/tags}}{{#sections}}{{{.}}}{{/sections}}{{^report}}{{/report}}")
              .empty());
}

TEST_CASE("a text printed without escaping is refused") {
    CHECK(reported_for_view("{{{title}}} {{& title }}") ==
          "page.mustache:1:4: error: `title` is a text and is printed without escaping [template/escaping]\n"
          "    1 | {{{title}}} {{& title }}\n"
          "      |    ^~~~~ write `{{title}}`: this value is text and must be escaped\n"
          "page.mustache:1:17: error: `title` is a text and is printed without escaping [template/escaping]\n"
          "    1 | {{{title}}} {{& title }}\n"
          "      |                 ^~~~~ write `{{title}}`: this value is text and must be escaped\n");
}

TEST_CASE("markup that would be escaped again is refused") {
    CHECK(reported_for_view("{{#sections}}{{.}}{{/sections}}{{body}}") ==
          "page.mustache:1:16: error: `.` is markup and is escaped once more [template/escaping]\n"
          "    1 | {{#sections}}{{.}}{{/sections}}{{body}}\n"
          "      |                ^ write `{{{.}}}`: this value is markup that is already safe\n"
          "page.mustache:1:34: error: `body` is markup and is escaped once more [template/escaping]\n"
          "    1 | {{#sections}}{{.}}{{/sections}}{{body}}\n"
          "      |                                  ^~~~ write `{{{body}}}`: this value is markup that is already safe\n");
}

TEST_CASE("a list, an object or a flag cannot be printed") {
    CHECK(reported_for_view("{{tags}}\n{{{report}}}\n{{draft}}\n{{.}}") ==
          "page.mustache:1:3: error: `tags` is a list and cannot be printed [template/escaping]\n"
          "    1 | {{tags}}\n"
          "      |   ^~~~ print its elements in a section, `{{#tags}}`\n"
          "page.mustache:2:4: error: `report` is an object and cannot be printed [template/escaping]\n"
          "    2 | {{{report}}}\n"
          "      |    ^~~~~~ print one of its keys, such as `name`\n"
          "page.mustache:3:3: error: `draft` is a flag and cannot be printed [template/escaping]\n"
          "    3 | {{draft}}\n"
          "      |   ^~~~~ ask for it with a section, `{{#draft}}`\n"
          "page.mustache:4:3: error: `.` is an object and cannot be printed [template/escaping]\n"
          "    4 | {{.}}\n"
          "      |   ^ print one of its keys, such as `title`\n");
}

TEST_CASE("a partial is checked where it is used, and the note says where") {
    const Sources sources =
        sources_of({{"page", "{{#inspections}}{{> row}}{{> row}}{{/inspections}}\n{{> row}}\n"}, {"row", "<li>{{heading}}"}});
    CHECK(reported(sources, checked()) ==
          "row.mustache:1:7: error: the view has no key `heading` here [template/unknown-key]\n"
          "    1 | <li>{{heading}}\n"
          "      |       ^~~~~~~ it has `title`, `body`, `draft`, `tags`, `sections`, `report` and `inspections`\n"
          "page.mustache:2:5: note: `row` is included here\n"
          "    2 | {{> row}}\n"
          "      |     ^~~\n");
}

TEST_CASE("a partial that includes itself for ever is checked to an end") {
    const Sources sources =
        sources_of({{"page", "{{> a}}"},
                    {"a", "{{#inspections}}\n {{> a}}\n\t{{> a}}\n{{/inspections}}\n{{#report}}{{> a}}{{titel}}{{/report}}\n"}});
    CHECK(reported(sources, checked()).find("a.mustache:5:21: error: the view has no key `titel` here") != std::string::npos);
}

TEST_CASE("a template that is not there is reported with the nearest name") {
    CHECK(reported(sources_of({{"page", "{{>headr}}"}, {"header", ""}})) ==
          "page.mustache:1:4: error: there is no template `headr` [template/missing]\n"
          "    1 | {{>headr}}\n"
          "      |    ^~~~~ did you mean `header`?\n");
    CHECK(reported(sources_of({{"pages", ""}})) ==
          "page: error: there is no template `page` [template/missing]\n"
          "      = did you mean `pages`?\n");
    Diagnostics diagnostics;
    const Template nothing = compile("page", {}, {}, diagnostics);
    std::string out;
    nothing.render({}, out);
    CHECK(out.empty());
}

TEST_CASE("a section that is not closed is reported where it opens") {
    CHECK(reported("<p>\n{{# items }}\n") ==
          "page.mustache:2:1: error: section `items` is never closed [template/syntax]\n"
          "    2 | {{# items }}\n"
          "      | ^~~~~~~~~~~~ add `{{/items}}`\n");
    CHECK(reported("{{#a}}{{#b}}{{/a}}") ==
          "page.mustache:1:7: error: section `b` is never closed [template/syntax]\n"
          "    1 | {{#a}}{{#b}}{{/a}}\n"
          "      |       ^~~~~~ add `{{/b}}` before `{{/a}}`\n");
}

TEST_CASE("a section that is closed by another name shows both ends") {
    CHECK(reported("{{#items}}\n{{/itmes}}\n") ==
          "page.mustache:2:1: error: section `items` is closed by another name [template/syntax]\n"
          "    2 | {{/itmes}}\n"
          "      | ^~~~~~~~~~ write `{{/items}}`\n"
          "page.mustache:1:1: note: `items` is opened here\n"
          "    1 | {{#items}}\n"
          "      | ^~~~~~~~~~\n");
}

TEST_CASE("a section that was never opened is reported where it closes") {
    CHECK(reported("{{=<% %>=}}<%/a%>") ==
          "page.mustache:1:12: error: section `a` is closed but never opened [template/syntax]\n"
          "    1 | {{=<% %>=}}<%/a%>\n"
          "      |            ^~~~~~ remove this, or open it with `<%#a%>`\n");
}

TEST_CASE("a tag that is not closed is reported where it begins, and nothing is said of the rest") {
    CHECK(reported("{{#a}}\n<p>{{title</p>\n") ==
          "page.mustache:2:4: error: this tag is not closed [template/syntax]\n"
          "    2 | <p>{{title</p>\n"
          "      |    ^~~~~~~~~~~ end it with `}}`\n");
    CHECK(reported("{{title <b>{{name}}</b>{{/b}}") ==
          "page.mustache:1:1: error: this tag is not closed [template/syntax]\n"
          "    1 | {{title <b>{{name}}</b>{{/b}}\n"
          "      | ^~~~~~~~~~~~~~~~~~~ end it with `}}`\n");
    CHECK(reported("{{{body}}") ==
          "page.mustache:1:1: error: this tag is not closed [template/syntax]\n"
          "    1 | {{{body}}\n"
          "      | ^~~~~~~~~ end it with `}}}`\n");
}

TEST_CASE("a tag without a proper name is reported") {
    CHECK(reported("{{}}") ==
          "page.mustache:1:1: error: this tag has no name [template/syntax]\n"
          "    1 | {{}}\n"
          "      | ^~~~ write a key of the view in it\n");
    CHECK(reported("{{#if x}}{{/if x}}").find("1:4: error: `if x` is not a name, for it has a space [template/syntax]") !=
          std::string::npos);
    CHECK(reported("{{a..b}}").find("1:3: error: `a..b` has a dot without a name on either side [template/syntax]") !=
          std::string::npos);
}

TEST_CASE("delimiters that cannot be are reported") {
    for (const std::string text :
         {"{{=}}", "{{==}}", "{{=a=}}", "{{=<% %> =}}", "{{=<% =%>=}}", "{{=a b c=}}", "{{=   =}}", "{{=a b}}", "{{={{ }}=}}"}) {
        INFO(text);
        const bool is_valid = text == "{{=<% %> =}}";
        CHECK((reported(text).find("1:1: error: this tag does not set delimiters [template/syntax]") == std::string::npos) ==
              is_valid);
    }
}

}  // namespace vitrine::mustache
