#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/prose.h"
#include "base/source.h"
#include "model/vocabulary.h"

namespace vitrine {

/// A tag as a response names it.
struct TagUse {
    std::string slug;
    std::string written;
    Span span;
};

/// Where the two parts of a content file stand in its source.
struct FileParts {
    Span front_matter;  ///< the TOML between the two `+++` lines
    Span body;          ///< the Markdown below the second
};

/// A finding of `vitrine check` that is as it should be, and why.
struct Acceptance {
    Located<std::string> code;  ///< `check/quotation`
    std::string text;           ///< only within these words; empty for the whole file
    std::string reason;
};

/// A file that is published beside a page.
struct Attachment {
    std::string path;  ///< of the source, from the site's root
    std::string name;  ///< in the output, beside the page; may hold `/` when it lies in a folder
    std::uint64_t size = 0;  ///< bytes

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct ChiefOfficer {
    std::string name;
    std::string role;
    std::optional<Date> invited;
    std::optional<Date> received;
    std::optional<CommentsOutcome> outcome;
};

struct Commissioner {
    std::string name;
    CommissionerRole role = CommissionerRole::pcc;
};

struct GradedArea {
    std::string area;
    Grade grade = Grade::not_graded;
};

/// A dated entry of a history; never overwritten.
struct Update {
    Date date;
    Prose text;
};

/// An item of a report that asks for something.
struct Recommendation {
    Located<std::string> number;  ///< "3a"; unique in its response
    std::string anchor;           ///< on its response's page: `recommendation-3a`
    RecommendationKind kind = RecommendationKind::recommendation;
    /// Which of the response's items is the cause of concern that holds this one; such an item holds others and is held by none.
    std::optional<std::size_t> cause;
    Prose text;
    std::vector<Addressee> addressed_to;
    std::optional<Date> due;
    std::optional<Prose> force_action;
    std::optional<PccAction> pcc_action;
    std::optional<Prose> pcc_explanation;
    RecommendationStatus status = RecommendationStatus::not_recorded;
    std::optional<Date> status_date;
    std::vector<Update> updates;  ///< oldest first

    /// Whether something is still owed at that date and its due date is past.
    [[nodiscard]] bool is_overdue(Date today) const;
    /// Whether it may still change: not complete, refused or not applicable.
    [[nodiscard]] bool is_open() const;
};

/// How many items of each kind there are, by `RecommendationKind`.
using KindCounts = std::array<std::size_t, 4>;

/// The ids that a response's page uses for its own parts; a template may use these and no others.
inline constexpr std::array<std::string_view, 10> ids_of_response_page = {
    "main", "contents", "grades", "notes", "recommendations", "updates", "attachments", "follows", "followed-by", "tags"};

/// One response to one inspection report: the record that a local policing body publishes under Police Act 1996 s.55.
struct Response {
    Source source;
    FileParts parts;
    Located<std::string> id;  ///< unique in the site; its address for ever
    std::string title;
    std::string short_title;  ///< empty when there is none
    Date report_published;
    Precision report_published_precision = Precision::day;
    std::vector<InspectionType> types;
    Answer force_quoted = Answer::unknown;
    std::string inspectorate;
    std::vector<std::string> partners;
    std::optional<Programme> programme;
    std::string cycle;
    std::string report_url;
    std::string force_report_url;
    std::string letter_url;
    std::vector<TagUse> tags;  ///< in the order written, each slug once
    std::vector<Located<std::string>> follows;
    std::optional<Date> response_published;
    Span report_place;    ///< of `report_published` in the source
    Span response_place;  ///< of `response_published`
    Section55 section55 = Section55::applies;
    std::string section55_reason;
    std::string late_reason;
    std::optional<Date> sent_to_hmicfrs;
    std::optional<Date> sent_to_home_secretary;
    std::optional<ChiefOfficer> chief_officer;
    Commissioner commissioner;
    Status status = Status::published;
    std::optional<Prose> withdrawn_reason;
    std::optional<LocalDateTime> embargo_until;
    std::vector<GradedArea> grades;
    std::vector<Recommendation> recommendations;
    bool no_recommendations = false;
    std::vector<Update> updates;  ///< oldest first
    std::vector<Located<std::string>> aliases;  ///< paths from the site's root, without a leading slash
    std::vector<Acceptance> accepted;
    Prose body;
    std::vector<Attachment> attachments;  ///< sorted by name

    /// The title for lists.
    [[nodiscard]] const std::string& name() const { return short_title.empty() ? title : short_title; }

    /// Whether a reader may know of it at that moment: not a draft, and its embargo is over.
    [[nodiscard]] bool is_public(Instant now) const;
};

}  // namespace vitrine
