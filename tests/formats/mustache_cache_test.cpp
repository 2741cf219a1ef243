#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "formats/mustache_cache.h"

using namespace vitrine;
using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

mustache::Template compiled(const std::string& text, const std::map<std::string, std::string>& partials = {}) {
    mustache::Sources sources;
    sources.emplace("page", std::make_shared<const SourceText>("page.mustache", text));
    for (const auto& [name, partial] : partials) sources.emplace(name, std::make_shared<const SourceText>(name + ".mustache", partial));
    Diagnostics diagnostics;
    mustache::Template page = mustache::compile("page", sources, {}, diagnostics);
    REQUIRE(diagnostics.empty());
    return page;
}

/// A menu of two links, which all pages share.
Value site() {
    const auto link = [](std::string label) { return Value(Object{{"label", label}, {"url", label + "/"}}); };
    return Object{{"site", Object{{"menu", Object{{"items", List{link("one"), link("two")}}}, }, {"name", "Northshire"}}}};
}

Value page(const std::string& root, const std::string& title, bool draft = false) {
    return Object{{"root", root}, {"title", title}, {"draft", draft}, {"tags", List{Value("a"), Value("b")}}};
}

/// Renders pages one after the other, each once with a cache that all share and once without: they must come out the same.
std::vector<std::string> rendered(const mustache::Template& shown, const std::vector<Value>& pages) {
    const Value shared = site();
    const mustache::SectionCache cache;
    std::vector<std::string> all;
    for (const Value& one : pages) {
        std::string with_cache, without;
        shown.render({&shared, &one}, with_cache, &cache);
        shown.render({&shared, &one}, without);
        CHECK(with_cache == without);
        all.push_back(with_cache);
    }
    return all;
}

}  // namespace

TEST_CASE("A list that all pages share is the same with a cache, on pages at every depth") {
    const auto menu = compiled("{{#site.menu}}{{#items}}{{root}}{{url}} {{/items}}{{/site.menu}}");
    CHECK(rendered(menu, {page("", "home"), page("../", "tags"), page("", "news"), page("../", "years"), page("../../", "one")}) ==
          std::vector<std::string>{"one/ two/ ", "../one/ ../two/ ", "one/ two/ ", "../one/ ../two/ ", "../../one/ ../../two/ "});
}

TEST_CASE("A page's own flags and missing texts are asked anew for each page") {
    const auto menu = compiled("{{#site.menu}}{{#draft}}draft of {{title}}{{/draft}}{{^title}}untitled{{/title}}{{/site.menu}}");
    CHECK(rendered(menu, {page("", "home"), page("", "home", true), page("", "news", true), page("", ""), page("", "", true)}) ==
          std::vector<std::string>{"", "draft of home", "draft of news", "untitled", "draft of untitled"});
}

TEST_CASE("A page's own list within a shared section is shown, though nothing is kept of that section") {
    const auto menu = compiled("{{#site.menu}}{{#tags}}{{.}}{{root}}{{/tags}}{{/site.menu}}");
    CHECK(rendered(menu, {page("1", ""), page("2", "")}) == std::vector<std::string>{"a1b1", "a2b2"});
}

TEST_CASE("What a partial asks the page for counts too") {
    const auto menu = compiled("{{#site.menu}}{{#items}}{{> link}}{{/items}}{{/site.menu}}", {{"link", "<{{root}}{{label}} of {{title}}>"}});
    CHECK(rendered(menu, {page("", "A"), page("../", "A"), page("../", "B")}) ==
          std::vector<std::string>{"<one of A><two of A>", "<../one of A><../two of A>", "<../one of B><../two of B>"});
}

TEST_CASE("A name that a page has of its own is never taken for the shared one") {
    const auto names = compiled("{{#site}}{{name}}{{/site}}{{#tags}}{{.}}{{/tags}}");
    const Value own = Object{{"root", ""}, {"site", Object{{"name", "mine"}}}, {"tags", List{}}};
    CHECK(rendered(names, {page("", ""), own, page("", "")}) == std::vector<std::string>{"Northshireab", "mine", "Northshireab"});
}

TEST_CASE("A section is rendered once for all pages that answer it the same") {
    const auto menu = compiled("{{#site.menu}}{{#items}}{{root}}{{url}} {{/items}}{{/site.menu}}");
    const Value shared = site();
    const mustache::SectionCache cache;
    for (const char* root : {"", "../", "", "../", ""}) {
        const Value one = page(root, std::string("page ") + root);
        std::string out;
        menu.render({&shared, &one}, out, &cache);
    }
    REQUIRE(cache.kept().sections.size() == 1);
    CHECK(cache.kept().sections.begin()->second.size() == 2);
}

TEST_CASE("A section that differs on every page is right on each of very many") {
    const auto menu = compiled("{{#site.menu}}{{title}}{{/site.menu}}");
    std::vector<Value> pages;
    for (int i = 0; i < 200; ++i) pages.push_back(page("", std::to_string(i)));
    const auto all = rendered(menu, pages);
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i] == std::to_string(i));
}

TEST_CASE("Several threads fill one cache and all get the right page", "[threads]") {
    const auto menu = compiled("{{#site.menu}}{{#items}}{{root}}{{url}} {{/items}}{{/site.menu}}");
    const Value shared = site();
    const mustache::SectionCache cache;
    std::vector<std::string> outs(8);
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < outs.size(); ++i)
        threads.emplace_back([&, i] {
            for (int n = 0; n < 100; ++n) {
                outs[i].clear();
                const Value one = page(std::string(static_cast<std::size_t>(n + 1) % 5, '/'), "");
                menu.render({&shared, &one}, outs[i], &cache);
            }
        });
    threads.clear();
    for (const std::string& out : outs) CHECK(out == "one/ two/ ");
}

TEST_CASE("A template knows which keys it names, in partials and in the middle of dotted names too") {
    const auto menu = compiled("{{#site.menu}}{{> link}}{{/site.menu}}", {{"link", "{{label.text}}"}});
    CHECK(menu.names("menu"));
    CHECK(menu.names("site"));
    CHECK(menu.names("label"));
    CHECK_FALSE(menu.names("recent"));
    CHECK_FALSE(menu.names("lab"));
}
