#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The closed lists of the front matter. Each value has the word that authors write and the words that readers see.
namespace vitrine {

/// "Type of Inspection" on the form: tick-boxes, several may be ticked.
enum class InspectionType : std::uint8_t { force_specific, follow_up, partner, national, thematic, unknown };

/// A tick-box that may have lost its tick: `unknown` until a person decides.
enum class Answer : std::uint8_t { yes, no, unknown };

/// The programme of the inspectorate that a report belongs to.
enum class Programme : std::uint8_t { peel, custody, crime_data_integrity, child_protection, super_complaint, state_of_policing, other };

/// How exactly a date is known.
enum class Precision : std::uint8_t { day, month, year };

/// Whether Police Act 1996 s.55 asks for a response.
enum class Section55 : std::uint8_t { applies, not_required, voluntary };

/// What came of inviting the chief officer's comments (s.55(5)(b)).
enum class CommentsOutcome : std::uint8_t { comments, none_received, not_invited };

/// The office of the person who answers.
enum class CommissionerRole : std::uint8_t { pcc, pfcc, acting_pcc, deputy_pcc, mayor, mopac };

enum class Status : std::uint8_t { draft, published, withdrawn };

/// PEEL grades (`adequate` since 2021-22).
enum class Grade : std::uint8_t { outstanding, good, adequate, requires_improvement, inadequate, not_graded };

enum class RecommendationKind : std::uint8_t { recommendation, area_for_improvement, cause_of_concern, accelerated_cause_of_concern };

/// Whether an item of that kind may hold recommendations.
[[nodiscard]] inline bool is_cause(RecommendationKind kind) {
    return kind == RecommendationKind::cause_of_concern || kind == RecommendationKind::accelerated_cause_of_concern;
}

enum class Addressee : std::uint8_t { chief_constable, pcc, home_office, npcc, college, other };

/// What the commissioner did about a recommendation (s.55(5B)).
enum class PccAction : std::uint8_t { taken, proposed, none };

/// In the order in which the register lists them: what is still owed first.
enum class RecommendationStatus : std::uint8_t { not_started, in_progress, not_recorded, not_accepted, complete, not_applicable };

/// Whether a recommendation of that status may still change: not complete, refused or not applicable.
[[nodiscard]] inline bool is_open(RecommendationStatus status) {
    return status == RecommendationStatus::not_started || status == RecommendationStatus::in_progress || status == RecommendationStatus::not_recorded;
}

/// The kind of local policing body.
enum class Body : std::uint8_t { pcc, pfcc, mayor, mopac, other };

/// How links between pages end.
enum class LinkStyle : std::uint8_t { folder, file };

/// Which menu of the site names a page.
enum class Menu : std::uint8_t { header, footer, none };

/// A kind of web host that can be told how to serve the site.
enum class WebHost : std::uint8_t { apache, nginx, caddy, netlify, cloudflare_pages, github_pages, s3 };

/// How a file can be compressed before anybody asks for it (RFC 1952, RFC 7932).
enum class Compression : std::uint8_t { gzip, brotli };

/// One value of a list.
template <class E>
struct Term {
    E value;
    std::string_view key;    ///< as authors write it: `requires-improvement`
    std::string_view label;  ///< as readers see it: "Requires improvement"
};

/// All terms of a list in the order of the enumeration. A value whose key is empty can't be written, only be absent.
template <class E>
[[nodiscard]] std::span<const Term<E>> terms();

template <> std::span<const Term<InspectionType>> terms();
template <> std::span<const Term<Answer>> terms();
template <> std::span<const Term<Programme>> terms();
template <> std::span<const Term<Precision>> terms();
template <> std::span<const Term<Section55>> terms();
template <> std::span<const Term<CommentsOutcome>> terms();
template <> std::span<const Term<CommissionerRole>> terms();
template <> std::span<const Term<Status>> terms();
template <> std::span<const Term<Grade>> terms();
template <> std::span<const Term<RecommendationKind>> terms();
template <> std::span<const Term<Addressee>> terms();
template <> std::span<const Term<PccAction>> terms();
template <> std::span<const Term<RecommendationStatus>> terms();
template <> std::span<const Term<Body>> terms();
template <> std::span<const Term<LinkStyle>> terms();
template <> std::span<const Term<Menu>> terms();
template <> std::span<const Term<WebHost>> terms();
template <> std::span<const Term<Compression>> terms();

/// What readers see of a value.
template <class E>
[[nodiscard]] std::string_view label(E value) {
    return terms<E>()[static_cast<std::size_t>(value)].label;
}

/// What authors write for a value.
template <class E>
[[nodiscard]] std::string_view key(E value) {
    return terms<E>()[static_cast<std::size_t>(value)].key;
}

}  // namespace vitrine
