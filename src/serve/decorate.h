#pragma once

#include <string>
#include <string_view>

/// What the preview adds to pages, and no theme can leave out.
namespace vitrine::serve {

/// The folder of the preview's own files, from the root of the host. No file of a site has such a path: names that begin with a dot
/// are no content, and those that vitrine makes itself are called otherwise.
inline constexpr std::string_view own_folder = "/.vitrine/";
inline constexpr std::string_view script_path = "/.vitrine/preview.js";
inline constexpr std::string_view stylesheet_path = "/.vitrine/preview.css";
inline constexpr std::string_view events_path = "/.vitrine/events";

/// What a preview's pages may do beyond those of the site: run the preview's script, and listen to it.
[[nodiscard]] std::string preview_security_policy();

/// What is said on a page.
struct Bar {
    std::string state;     ///< which state of the site the page shows
    std::string text;      ///< "Preview, as at 30 June 2026, 09:00"; without it there is no bar
    std::string hidden;    ///< what the public does not see, as `render::words_of_hidden`; may be empty
    std::string warnings;  ///< "2 warnings"; may be empty
};

/// The page with the preview's script, style and bar; its policy lets the script run.
[[nodiscard]] std::string decorated(std::string_view html, const Bar& bar);

/// The page that stands where there is no site yet: the problems, as the terminal shows them.
[[nodiscard]] std::string page_of_problems(const std::string& summary, const std::string& problems);

/// A text with the characters that mean something in HTML as entities.
[[nodiscard]] std::string escaped(std::string_view text);

/// The preview's script and style sheet.
extern const std::string_view client_script;
extern const std::string_view client_stylesheet;

}  // namespace vitrine::serve
