#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace vitrine {

/// Who speaks in a section of the form.
enum class Speaker { nobody, chief_officer, commissioner };

/// A section of the form on which local policing bodies answer inspection reports.
struct FormSection {
    std::string_view id;   ///< of its heading in a response: "PCC reply to the force" has the id `pcc-reply-to-the-force`
    std::string_view key;  ///< for style sheets
    std::string_view title;
    Speaker speaker;
};

/// The sections in the order of the form, each once. A response has those that it needs, and headings of its own beside them.
inline constexpr std::array form = {
    FormSection{"executive-summary", "executive-summary", "Executive summary", Speaker::nobody},
    FormSection{"findings", "findings", "Findings", Speaker::nobody},
    FormSection{"force-response", "force-response", "Force response", Speaker::chief_officer},
    FormSection{"pcc-response", "pcc-response", "PCC response", Speaker::commissioner},
    FormSection{"pcc-reply-to-the-force", "pcc-reply", "PCC reply to the force", Speaker::commissioner},
};

/// The place in the form of the section whose heading has that id; nothing for a heading of the author's own.
[[nodiscard]] constexpr std::optional<std::size_t> rank_in_form(std::string_view id) {
    const auto* const known = std::find_if(form.begin(), form.end(), [&](const FormSection& section) { return section.id == id; });
    if (known == form.end()) return std::nullopt;
    return static_cast<std::size_t>(known - form.begin());
}

}  // namespace vitrine
