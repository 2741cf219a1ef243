#include "render/svg.h"

#include <algorithm>

namespace vitrine::render::svg {
namespace {

std::string attribute(std::string_view name, int value) { return " " + std::string(name) + "=\"" + std::to_string(value) + "\""; }

std::string css(std::string_view name) { return " class=\"" + std::string(name) + "\""; }

}  // namespace

std::string open(int width, int height, std::string_view title, std::string_view description) {
    return "<svg class=\"chart\" viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(height) +
           "\" role=\"img\" aria-labelledby=\"chart-title chart-description\">\n<title id=\"chart-title\">" + std::string(title) +
           "</title>\n<desc id=\"chart-description\">" + std::string(description) + "</desc>\n";
}

std::string text(int x, int y, std::string_view css_class, std::string_view words) {
    return "<text" + css(css_class) + attribute("x", x) + attribute("y", y) + ">" + std::string(words) + "</text>\n";
}

std::string bar(int x, int y, int length, int height, std::string_view css_class) {
    return "<rect" + css(css_class) + attribute("x", x) + attribute("y", y) + attribute("width", std::max(1, length)) + attribute("height", height) + "/>\n";
}

std::string line(int x, int y1, int y2, std::string_view css_class) {
    return "<line" + css(css_class) + attribute("x1", x) + attribute("y1", y1) + attribute("x2", x) + attribute("y2", y2) + "/>\n";
}

}  // namespace vitrine::render::svg
