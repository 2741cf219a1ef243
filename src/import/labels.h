#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// The words of the forms on which offices answer, in English and Welsh. Texts to compare are `comparable` ones.
namespace vitrine::import {

/// A question of the form.
enum class Label { title, report_published, types, force_quoted, deadline, has_recommendations, sent };

/// A label at the beginning of a text.
struct FoundLabel {
    Label label;
    std::size_t end;  ///< where the answer begins: after the label's words and a colon or question mark
};

/// The label with which a text begins, if it begins with one: "Title of Inspection: Custody".
[[nodiscard]] std::optional<FoundLabel> label_in(std::string_view comparable);

/// The section of the form that a heading names, an index into `form`: "FORCE RESPONSE TO FINDINGS", "Ymateb yr Heddlu".
[[nodiscard]] std::optional<std::size_t> section_in(std::string_view comparable);

/// The section of the form that a line of text is the heading of, though nothing marks it as one: short, without a full stop, in capitals or
/// beginning with the words of such a heading. A line of a sentence that speaks of a response is none.
[[nodiscard]] std::optional<std::size_t> section_of_line(std::string_view words);

/// Whether a heading is the form's own name or a part of it that asks questions, and no part of the answer: "Inspection details".
[[nodiscard]] bool is_heading_of_form(std::string_view comparable);

/// Whether a text is one that web pages have for all readers alike: "We use cookies", "Skip to main content".
[[nodiscard]] bool is_of_the_web_page(std::string_view comparable);

}  // namespace vitrine::import
