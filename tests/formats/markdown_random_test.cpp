#include <array>
#include <cstdint>
#include <random>
#include <set>

#include "base/parallel.h"
#include "markdown_samples.h"

namespace vitrine::markdown {
namespace {

/// Text made of what Markdown is made of, in no sensible order; the same for the same seed everywhere.
std::string random_markdown(std::uint32_t seed) {
    // clang-format off
    static constexpr std::array pieces = {
        "a", "word", "ŷ", "w", "^", "!", ":", " ", " ", " ", "\t", "\r", "\n", "\n", "\n\n", "  \n", "\\\n",
        "*", "**", "_", "~", "~~", "`", "``", "\\", "<", ">", "&", "\"", "&amp;", "&#x5b;", "%20",
        "[", "]", "(", ")", "](", "](b.md)", "]()", "![", "![i](i.png)", "[t](#a \"T\")", "[r]", "\n\n[r]: c.md\n\n",
        "[^", "[^1]", "[^x]", "\n[^1]: ", "\n\n[^x]: ", "^]: ",
        "\n## ", "\n### ", "\n# A\n", "\n---\n", "\n===\n", "\n- ", "\n  - ", "\n\n\t- ", "\n1. ", "\n+\n", "\n> ", "\n\n    ", "\n```\n",
        "\n| A | B |\n|---|:-:|\n| ", " | ", "|\n", "<b>", "</b>", "\n<div>\n", "<!-- -->",
        "http://x.example/", "www.y.example ", "me@z.example", "<https://w.example>", "javascript:", "(javascript:x)"};
    // clang-format on
    std::mt19937 random(seed);
    std::string text;
    for (std::uint32_t left = 1 + static_cast<std::uint32_t>(random() % 60); left > 0; --left)
        text += pieces.at(random() % pieces.size());
    return text;
}

/// The elements of the HTML that are not closed, or closed in the wrong order; empty when all are as they should be.
std::string unbalanced(std::string_view html) {
    static const std::set<std::string_view> void_elements = {"br", "hr", "img"};
    std::vector<std::string_view> open;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::string_view tag = html.substr(at + 1, html.find('>', at) - at - 1);
        const std::string_view name = tag.substr(0, tag.find(' '));
        if (tag.starts_with("!--") || void_elements.count(name) > 0) continue;
        if (!tag.starts_with('/')) {
            open.push_back(name);
        } else {
            if (open.empty() || open.back() != tag.substr(1)) return std::string(html.substr(at));
            open.pop_back();
        }
    }
    return open.empty() ? "" : std::string(open.back());
}

/// The values of all `id="…"`.
std::vector<std::string> all_ids(const std::string& html) {
    std::vector<std::string> ids;
    for (std::size_t at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1))
        ids.push_back(html.substr(at + 5, html.find('"', at + 5) - at - 5));
    return ids;
}

/// What must hold of every document, whatever its text.
void check_document(const Sample& sample) {
    const Document& document = sample.document;
    const std::string& html = document.html;
    CHECK(unbalanced(html) == "");
    std::size_t last = 0;
    for (const InternalLink& link : document.links) {
        const std::string before = html.substr(0, link.slot);
        CHECK(before.ends_with(link.image ? " src=\"" : " href=\""));
        CHECK(html.substr(link.slot, 1) == "\"");
        CHECK(link.slot > last);
        CHECK_FALSE(link.target.empty());
        CHECK(link.span.begin <= link.span.end);
        CHECK(link.span.end <= sample.source.text().size());
        last = link.slot;
    }
    const std::vector<std::string> ids = all_ids(html);
    CHECK(std::set(ids.begin(), ids.end()).size() == ids.size());
    for (const Heading& heading : document.headings)
        CHECK(html.find("<h" + std::to_string(heading.level) + " id=\"" + heading.id + "\">") != std::string::npos);
    last = 0;
    for (const Section& section : document.sections) {
        CHECK(section.begin >= last);
        CHECK(section.end >= section.begin);
        CHECK(unbalanced(std::string_view(html).substr(section.begin, section.end - section.begin)) == "");
        last = section.end;
    }
    CHECK(last == document.footnotes);
    CHECK(document.footnotes <= html.size());
    CHECK(unbalanced(std::string_view(html).substr(document.footnotes)) == "");
    CHECK(document.plain_text.find("  ") == std::string::npos);
}

constexpr std::uint32_t documents = 4000;

}  // namespace

TEST_CASE("whatever is written, slots, ids and sections fit the HTML, and its elements are balanced") {
    for (std::uint32_t seed = 0; seed < documents; ++seed) {
        const std::string text = random_markdown(seed);
        CAPTURE(seed, text);
        check_document(Sample(text));
    }
}

TEST_CASE("documents do not depend on how many threads make them") {
    std::vector<std::string> serial(documents), parallel(documents);
    const auto make = [](std::uint32_t seed) {
        const Sample sample(random_markdown(seed));
        return sample.document.html + sample.document.plain_text + sample.problems();
    };
    for (std::uint32_t seed = 0; seed < documents; ++seed) serial[seed] = make(seed);
    parallel_for(documents, 4, [&](std::size_t i) { parallel[i] = make(static_cast<std::uint32_t>(i)); });
    for (std::size_t i = 0; i < documents; ++i) {
        CAPTURE(i, random_markdown(static_cast<std::uint32_t>(i)));
        CHECK(serial[i] == parallel[i]);
    }
}

}  // namespace vitrine::markdown
