#pragma once

#include <string>
#include <string_view>

/// Elements of the pictures on pages. Colours and letters come from the style sheet by class. Words are vitrine's own and
/// numbers: nothing is escaped.
namespace vitrine::render::svg {

/// Opens a picture that fills the width of its place. The title and the description name it for those who cannot see it (WCAG
/// 2.2, 1.1.1); there is one picture on a page.
[[nodiscard]] std::string open(int width, int height, std::string_view title, std::string_view description);

[[nodiscard]] std::string text(int x, int y, std::string_view css_class, std::string_view words);

/// A bar that begins at x; at least one unit long, so that it can be seen.
[[nodiscard]] std::string bar(int x, int y, int length, int height, std::string_view css_class);

/// An upright line.
[[nodiscard]] std::string line(int x, int y1, int y2, std::string_view css_class);

/// How long bars are for their values.
class Scale {
public:
    /// The largest value is that long.
    Scale(int largest, int length) : largest_(largest > 1 ? largest : 1), length_(length) {}
    [[nodiscard]] int operator()(int value) const { return value * length_ / largest_; }

private:
    int largest_;
    int length_;
};

}  // namespace vitrine::render::svg
