#include "formats/xml.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using namespace vitrine;

namespace {

const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string document() {
    xml::Writer writer;
    writer.begin("feed", {{"xml:lang", "en"}});
    writer.element("title", "Custody & care <2024>");
    writer.element("link", "", {{"href", "https://h.example/?a=1&b=\"2\""}, {"rel", "self"}});
    writer.end();
    return writer.take();
}

}  // namespace

TEST_CASE("A document has a declaration, and elements on lines of their own with escaped texts") {
    CHECK(document() == declaration +
                            "<feed xml:lang=\"en\">\n"
                            " <title>Custody &amp; care &lt;2024&gt;</title>\n"
                            " <link href=\"https://h.example/?a=1&amp;b=&quot;2&quot;\" rel=\"self\"/>\n"
                            "</feed>\n");
}

TEST_CASE("A fragment is elements alone, with texts between them") {
    xml::Writer writer(xml::Writer::Form::fragment);
    writer.begin("p");
    writer.element("strong", "Late.");
    writer.text(" By 3 days & more");
    writer.end();
    writer.element("p", "End");
    CHECK(writer.take() == "<p><strong>Late.</strong> By 3 days &amp; more</p><p>End</p>");
}

TEST_CASE("What is open is closed at the end") {
    xml::Writer writer(xml::Writer::Form::fragment);
    writer.begin("a");
    writer.begin("b");
    CHECK(writer.take() == "<a><b/></a>");
}

TEST_CASE("Characters that XML has no place for become the replacement character") {
    xml::Writer writer(xml::Writer::Form::fragment);
    writer.element("p", std::string("a\x01" "b\x1F") + "\uFFFE\uFFFF", {{"title", "x\x02y"}});
    writer.element("p", "tab\tand line\nstay, so do “quotes” and Llŷn");
    CHECK(writer.take() == "<p title=\"x&#xFFFD;y\">a\uFFFDb\uFFFD\uFFFD\uFFFD</p><p>tab\tand line\nstay, so do “quotes” and Llŷn</p>");
}

TEST_CASE("Several threads can write at once", "[threads]") {
    std::vector<std::string> written(8);
    {
        std::vector<std::jthread> threads;
        for (std::string& one : written) threads.emplace_back([&one] { one = document(); });
    }
    for (const std::string& one : written) CHECK(one == document());
}
