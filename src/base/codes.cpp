#include "base/codes.h"

#include <array>

namespace vitrine {
namespace {

constexpr bool warning = true;

constexpr std::array table = {
    CodeInfo{Code::file_not_utf8, "file/not-utf8"},
    CodeInfo{Code::file_too_large, "file/too-large"},
    CodeInfo{Code::file_control_character, "file/control-character"},
    CodeInfo{Code::file_name, "file/name"},
    CodeInfo{Code::config_unknown_key, "config/unknown-key"},
    CodeInfo{Code::config_missing_key, "config/missing-key"},
    CodeInfo{Code::config_wrong_type, "config/wrong-type"},
    CodeInfo{Code::config_bad_value, "config/bad-value"},
    CodeInfo{Code::config_security_expires, "config/security-expires", warning},
    CodeInfo{Code::toml_syntax, "toml/syntax"},
    CodeInfo{Code::front_matter_missing, "front-matter/missing"},
    CodeInfo{Code::front_matter_unclosed, "front-matter/unclosed"},
    CodeInfo{Code::front_matter_too_large, "front-matter/too-large"},
    CodeInfo{Code::front_matter_unknown_key, "front-matter/unknown-key"},
    CodeInfo{Code::front_matter_missing_key, "front-matter/missing-key"},
    CodeInfo{Code::front_matter_wrong_type, "front-matter/wrong-type"},
    CodeInfo{Code::front_matter_bad_value, "front-matter/bad-value"},
    CodeInfo{Code::response_before_report, "response/before-report"},
    CodeInfo{Code::response_missing_date, "response/missing-date"},
    CodeInfo{Code::response_future_date, "response/future-date", warning},
    CodeInfo{Code::response_missing_reason, "response/missing-reason"},
    CodeInfo{Code::response_unneeded_reason, "response/unneeded-reason"},
    CodeInfo{Code::response_undecided, "response/undecided", warning},
    CodeInfo{Code::response_contradiction, "response/contradiction"},
    CodeInfo{Code::response_duplicate_id, "response/duplicate-id"},
    CodeInfo{Code::response_duplicate_recommendation, "response/duplicate-recommendation"},
    CodeInfo{Code::response_unknown_cause, "response/unknown-cause"},
    CodeInfo{Code::response_follows_nothing, "response/follows-nothing"},
    CodeInfo{Code::response_follows_itself, "response/follows-itself"},
    CodeInfo{Code::response_follows_hidden, "response/follows-hidden", warning},
    CodeInfo{Code::response_unknown_tag, "response/unknown-tag"},
    CodeInfo{Code::response_vanished, "response/vanished", warning},
    CodeInfo{Code::markdown_too_complex, "markdown/too-complex"},
    CodeInfo{Code::markdown_raw_html, "markdown/raw-html"},
    CodeInfo{Code::markdown_unsafe_link, "markdown/unsafe-link"},
    CodeInfo{Code::markdown_empty_link, "markdown/empty-link"},
    CodeInfo{Code::markdown_image_description, "markdown/image-description"},
    CodeInfo{Code::markdown_heading_level, "markdown/heading-level"},
    CodeInfo{Code::markdown_duplicate_section, "markdown/duplicate-section"},
    CodeInfo{Code::markdown_footnote, "markdown/footnote"},
    CodeInfo{Code::link_no_target, "link/no-target"},
    CodeInfo{Code::link_no_anchor, "link/no-anchor"},
    CodeInfo{Code::link_hidden_target, "link/hidden-target"},
    CodeInfo{Code::link_absolute_path, "link/absolute-path"},
    CodeInfo{Code::attachment_unowned, "attachment/unowned", warning},
    CodeInfo{Code::content_language, "content/language", warning},
    CodeInfo{Code::template_missing, "template/missing"},
    CodeInfo{Code::template_syntax, "template/syntax"},
    CodeInfo{Code::template_unknown_key, "template/unknown-key"},
    CodeInfo{Code::template_escaping, "template/escaping"},
    CodeInfo{Code::template_depth, "template/depth"},
    CodeInfo{Code::template_no_archive_note, "template/no-archive-note"},
    CodeInfo{Code::theme_missing, "theme/missing"},
    CodeInfo{Code::output_collision, "output/collision"},
    CodeInfo{Code::bag_malformed, "bag/malformed"},
    CodeInfo{Code::bag_missing_file, "bag/missing-file"},
    CodeInfo{Code::bag_unlisted_file, "bag/unlisted-file"},
    CodeInfo{Code::bag_changed_file, "bag/changed-file"},
    CodeInfo{Code::bag_unsafe, "bag/unsafe"},
    CodeInfo{Code::bag_not_authentic, "bag/not-authentic"},
    CodeInfo{Code::bag_unusual, "bag/unusual", warning},
    CodeInfo{Code::check_quotation, "check/quotation", warning},
    CodeInfo{Code::check_protected_email, "check/protected-email", warning},
    CodeInfo{Code::check_link_text, "check/link-text", warning},
    CodeInfo{Code::check_abbreviation, "check/abbreviation", warning},
    CodeInfo{Code::check_personal_data, "check/personal-data", warning},
    CodeInfo{Code::check_marking, "check/marking", warning},
    CodeInfo{Code::check_law, "check/law", warning},
    CodeInfo{Code::check_name, "check/name", warning},
    CodeInfo{Code::check_count, "check/count", warning},
    CodeInfo{Code::check_cut_sentence, "check/cut-sentence", warning},
    CodeInfo{Code::check_cut_number, "check/cut-number", warning},
    CodeInfo{Code::check_no_comments, "check/no-comments"},
    CodeInfo{Code::check_chief_officer, "check/chief-officer", warning},
    CodeInfo{Code::check_copies, "check/copies", warning},
    CodeInfo{Code::check_unanswered, "check/unanswered", warning},
    CodeInfo{Code::check_date, "check/date", warning},
    CodeInfo{Code::check_status_date, "check/status-date", warning},
    CodeInfo{Code::check_empty_section, "check/empty-section", warning},
    CodeInfo{Code::check_section_order, "check/section-order", warning},
    CodeInfo{Code::check_nothing_to_accept, "check/nothing-to-accept", warning},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].code) != i) return false;
    return true;
}
static_assert(in_order(), "the table has one row a code, in the order of the enumeration");
static_assert(table.size() == static_cast<std::size_t>(Code::check_nothing_to_accept) + 1);

}  // namespace

const CodeInfo& describe(Code code) { return table.at(static_cast<std::size_t>(code)); }

std::span<const CodeInfo> all_codes() { return table; }

}  // namespace vitrine
