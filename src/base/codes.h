#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace vitrine {

/// Every kind of content problem. The table in codes.cpp holds the name and severity of each, docs/diagnostics.md a
/// paragraph, tests/golden a site that produces it.
enum class Code : std::uint8_t {
    file_not_utf8,
    file_too_large,
    file_control_character,
    file_name,
    config_unknown_key,
    config_missing_key,
    config_wrong_type,
    config_bad_value,
    config_security_expires,
    toml_syntax,
    front_matter_missing,
    front_matter_unclosed,
    front_matter_too_large,
    front_matter_unknown_key,
    front_matter_missing_key,
    front_matter_wrong_type,
    front_matter_bad_value,
    response_before_report,
    response_missing_date,
    response_future_date,
    response_missing_reason,
    response_unneeded_reason,
    response_undecided,
    response_contradiction,
    response_duplicate_id,
    response_duplicate_recommendation,
    response_unknown_cause,
    response_follows_nothing,
    response_follows_itself,
    response_follows_hidden,
    response_unknown_tag,
    response_vanished,
    markdown_too_complex,
    markdown_raw_html,
    markdown_unsafe_link,
    markdown_empty_link,
    markdown_image_description,
    markdown_heading_level,
    markdown_duplicate_section,
    markdown_footnote,
    link_no_target,
    link_no_anchor,
    link_hidden_target,
    link_absolute_path,
    attachment_unowned,
    content_language,
    template_missing,
    template_syntax,
    template_unknown_key,
    template_escaping,
    template_depth,
    template_no_archive_note,
    theme_missing,
    output_collision,
    bag_malformed,
    bag_missing_file,
    bag_unlisted_file,
    bag_changed_file,
    bag_unsafe,
    bag_not_authentic,
    bag_unusual,
    check_quotation,
    check_protected_email,
    check_link_text,
    check_abbreviation,
    check_personal_data,
    check_marking,
    check_law,
    check_name,
    check_count,
    check_cut_sentence,
    check_cut_number,
    check_no_comments,
    check_chief_officer,
    check_copies,
    check_unanswered,
    check_date,
    check_status_date,
    check_empty_section,
    check_section_order,
    check_nothing_to_accept,
};

/// What the table says of a code.
struct CodeInfo {
    Code code;
    std::string_view name;  ///< `front-matter/unknown-key`: what messages print and scripts match
    bool warning = false;   ///< a warning, unless `--strict`; otherwise an error
};

[[nodiscard]] const CodeInfo& describe(Code code);

/// All codes in the order of the enumeration.
[[nodiscard]] std::span<const CodeInfo> all_codes();

}  // namespace vitrine
