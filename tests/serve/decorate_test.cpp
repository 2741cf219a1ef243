#include "serve/decorate.h"

#include <catch2/catch.hpp>

#include "render/content_security.h"

using namespace vitrine;

namespace {

const std::string page = "<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                         std::string(render::content_security_policy) + "\">\n</head>\n<body>\n<p>Text</p>\n</body>\n</html>\n";

bool has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("A page of the preview runs its script and says what it is") {
    const std::string html =
        serve::decorated(page, {"s1", "Preview, as at 30 June 2026, 09:00", "Draft, not public", "2 warnings"});
    CHECK(has(html, "<script src=\"/.vitrine/preview.js\" data-vitrine-preview=\"s1\" defer></script>\n</head>"));
    CHECK(has(html, "<p>Preview, as at 30 June 2026, 09:00; 2 warnings, listed in the terminal</p>"));
    CHECK(has(html, "<strong>Draft, not public</strong>"));
    CHECK(has(html, "</vitrine-preview>\n</body>"));
    CHECK(has(html, "content=\"" + serve::preview_security_policy() + "\""));
    CHECK(has(serve::preview_security_policy(), "; script-src 'self'; connect-src 'self'"));
    CHECK_FALSE(has(serve::preview_security_policy(), "unsafe"));
}

TEST_CASE("Without a bar a page gets the script alone") {
    const std::string html = serve::decorated(page, {"s1", "", "", ""});
    CHECK(has(html, "/.vitrine/preview.js"));
    CHECK_FALSE(has(html, "<vitrine-preview"));
}

TEST_CASE("Themes that leave out what others have get the preview's parts as well") {
    const serve::Bar bar{"s1", "Preview", "", ""};
    for (const char* html :
         {"", "<p>Text</p>", "<HTML><HEAD></HEAD><BODY></BODY></HTML>", "<meta http-equiv=\"Content-Security-Policy\">",
          "<meta http-equiv=\"Content-Security-Policy\" content=\""}) {
        const std::string made = serve::decorated(html, bar);
        INFO(made);
        CHECK(has(made, "/.vitrine/preview.js"));
        CHECK(has(made, "<vitrine-preview"));
    }
    CHECK(has(serve::decorated("<HEAD></HEAD><BODY></BODY>", bar), "</vitrine-preview>\n</BODY>"));
}

TEST_CASE("Problems are shown as they stand in the terminal, and none of them as markup") {
    const std::string html = serve::page_of_problems("1 error in 1 file", "a.md:1:1: error: `<script>` & \"b\"\n");
    CHECK(has(html, "a.md:1:1: error: `&lt;script&gt;` &amp; &quot;b&quot;\n</pre>"));
    CHECK_FALSE(has(html, "<script>"));
}
