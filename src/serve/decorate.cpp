#include "serve/decorate.h"

#include <algorithm>
#include <cctype>

#include "render/content_security.h"

namespace vitrine::serve {
namespace {

/// Where a text stands in HTML, compared without case; the end when it stands nowhere.
std::size_t find_in(std::string_view html, std::string_view wanted, std::size_t from = 0) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    const auto found = std::search(html.begin() + static_cast<std::ptrdiff_t>(std::min(from, html.size())), html.end(),
                                   wanted.begin(), wanted.end(), same);
    return static_cast<std::size_t>(found - html.begin());
}

/// Lets the preview's script run: the value of the `content` of the policy's `<meta>` is replaced.
void relax_policy(std::string& html) {
    const std::size_t meta = find_in(html, "http-equiv=\"Content-Security-Policy\"");
    constexpr std::string_view attribute = "content=\"";
    const std::size_t value = find_in(html, attribute, meta) + attribute.size();
    const std::size_t end = html.find_first_of("\">", value);
    if (meta == html.size() || value > html.size() || end == std::string::npos || html[end] == '>') return;
    html.replace(value, end - value, preview_security_policy());
}

std::string head_of(const Bar& bar) {
    return "<link rel=\"stylesheet\" href=\"" + std::string(stylesheet_path) + "\" data-vitrine-preview>\n" +  //
           "<script src=\"" + std::string(script_path) + "\" data-vitrine-preview=\"" + escaped(bar.state) + "\" defer></script>\n";
}

std::string bar_of(const Bar& bar) {
    std::string html = "<vitrine-preview role=\"region\" aria-label=\"Preview\"><p>" + escaped(bar.text);
    if (!bar.warnings.empty()) html += "; " + escaped(bar.warnings) + ", listed in the terminal";
    html += "</p>";
    if (!bar.hidden.empty()) html += "<p class=\"preview-hidden\"><strong>" + escaped(bar.hidden) + "</strong></p>";
    return html + "</vitrine-preview>\n";
}

}  // namespace

std::string preview_security_policy() {
    return std::string(render::content_security_policy) + "; script-src 'self'; connect-src 'self'";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string decorated(std::string_view page, const Bar& bar) {
    std::string html(page);
    if (!bar.text.empty()) html.insert(find_in(html, "</body>"), bar_of(bar));
    html.insert(std::min(find_in(html, "</head>"), find_in(html, "<vitrine-preview")), head_of(bar));
    relax_policy(html);
    return html;
}

std::string page_of_problems(const std::string& summary, const std::string& problems) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           escaped(summary) +
           "</title>\n</head>\n<body data-vitrine-no-site>\n<vitrine-problems role=\"alert\" tabindex=\"0\">\n<h1>The site cannot "
           "be shown yet: " +
           escaped(summary) + "</h1>\n<pre>" + escaped(problems) + "</pre>\n</vitrine-problems>\n</body>\n</html>\n";
}

}  // namespace vitrine::serve
