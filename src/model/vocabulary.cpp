#include "model/vocabulary.h"

#include <array>

namespace vitrine {
namespace {

constexpr std::array inspection_types = {
    Term{InspectionType::force_specific, "force-specific", "Force-specific"}, Term{InspectionType::follow_up, "follow-up", "Follow-up"},
    Term{InspectionType::partner, "partner", "Partner inspection"},           Term{InspectionType::national, "national", "National"},
    Term{InspectionType::thematic, "thematic", "Thematic"},                   Term{InspectionType::unknown, "unknown", "Not recorded"},
};

constexpr std::array answers = {
    Term{Answer::yes, "yes", "Yes"},
    Term{Answer::no, "no", "No"},
    Term{Answer::unknown, "unknown", "Not recorded"},
};

constexpr std::array programmes = {
    Term{Programme::peel, "peel", "PEEL"},
    Term{Programme::custody, "custody", "Custody"},
    Term{Programme::crime_data_integrity, "crime-data-integrity", "Crime data integrity"},
    Term{Programme::child_protection, "child-protection", "Child protection"},
    Term{Programme::super_complaint, "super-complaint", "Super-complaint"},
    Term{Programme::state_of_policing, "state-of-policing", "State of Policing"},
    Term{Programme::other, "other", "Other"},
};

constexpr std::array precisions = {
    Term{Precision::day, "day", "day"},
    Term{Precision::month, "month", "month"},
    Term{Precision::year, "year", "year"},
};

constexpr std::array section55 = {
    Term{Section55::applies, "applies", "Required within 56 days"},
    Term{Section55::not_required, "not-required", "Not required"},
    Term{Section55::voluntary, "voluntary", "Given voluntarily"},
};

constexpr std::array outcomes = {
    Term{CommentsOutcome::comments, "comments", "Comments received"},
    Term{CommentsOutcome::none_received, "none-received", "Invited; no comments received"},
    Term{CommentsOutcome::not_invited, "not-invited", "Not invited"},
};

constexpr std::array roles = {
    Term{CommissionerRole::pcc, "pcc", "Police and Crime Commissioner"},
    Term{CommissionerRole::pfcc, "pfcc", "Police, Fire and Crime Commissioner"},
    Term{CommissionerRole::acting_pcc, "acting-pcc", "Acting Police and Crime Commissioner"},
    Term{CommissionerRole::deputy_pcc, "deputy-pcc", "Deputy Police and Crime Commissioner"},
    Term{CommissionerRole::mayor, "mayor", "Mayor"},
    Term{CommissionerRole::mopac, "mopac", "Mayor’s Office for Policing and Crime"},
};

constexpr std::array statuses = {
    Term{Status::draft, "draft", "Draft"},
    Term{Status::published, "published", "Published"},
    Term{Status::withdrawn, "withdrawn", "Withdrawn"},
};

constexpr std::array grades = {
    Term{Grade::outstanding, "outstanding", "Outstanding"},
    Term{Grade::good, "good", "Good"},
    Term{Grade::adequate, "adequate", "Adequate"},
    Term{Grade::requires_improvement, "requires-improvement", "Requires improvement"},
    Term{Grade::inadequate, "inadequate", "Inadequate"},
    Term{Grade::not_graded, "not-graded", "Not graded"},
};

constexpr std::array recommendation_kinds = {
    Term{RecommendationKind::recommendation, "recommendation", "Recommendation"},
    Term{RecommendationKind::area_for_improvement, "area-for-improvement", "Area for improvement"},
    Term{RecommendationKind::cause_of_concern, "cause-of-concern", "Cause of concern"},
    Term{RecommendationKind::accelerated_cause_of_concern, "accelerated-cause-of-concern", "Accelerated cause of concern"},
};

constexpr std::array addressees = {
    Term{Addressee::chief_constable, "chief-constable", "Chief Constable"},
    Term{Addressee::pcc, "pcc", "Police and Crime Commissioner"},
    Term{Addressee::home_office, "home-office", "Home Office"},
    Term{Addressee::npcc, "npcc", "National Police Chiefs’ Council"},
    Term{Addressee::college, "college", "College of Policing"},
    Term{Addressee::other, "other", "Others"},
};

constexpr std::array pcc_actions = {
    Term{PccAction::taken, "taken", "Action taken"},
    Term{PccAction::proposed, "proposed", "Action proposed"},
    Term{PccAction::none, "none", "No action"},
};

constexpr std::array recommendation_statuses = {
    Term{RecommendationStatus::not_started, "not-started", "Not started"},
    Term{RecommendationStatus::in_progress, "in-progress", "In progress"},
    Term{RecommendationStatus::not_recorded, "", "Status not recorded"},
    Term{RecommendationStatus::not_accepted, "not-accepted", "Not accepted"},
    Term{RecommendationStatus::complete, "complete", "Complete"},
    Term{RecommendationStatus::not_applicable, "not-applicable", "Not applicable"},
};

constexpr std::array bodies = {
    Term{Body::pcc, "pcc", "Police and Crime Commissioner"},
    Term{Body::pfcc, "pfcc", "Police, Fire and Crime Commissioner"},
    Term{Body::mayor, "mayor", "Mayor"},
    Term{Body::mopac, "mopac", "Mayor’s Office for Policing and Crime"},
    Term{Body::other, "other", "Local policing body"},
};

constexpr std::array link_styles = {
    Term{LinkStyle::folder, "folder", "folder"},
    Term{LinkStyle::file, "file", "file"},
};

constexpr std::array menus = {
    Term{Menu::header, "header", "header"},
    Term{Menu::footer, "footer", "footer"},
    Term{Menu::none, "none", "none"},
};

constexpr std::array web_hosts = {
    Term{WebHost::apache, "apache", "Apache"},
    Term{WebHost::nginx, "nginx", "nginx"},
    Term{WebHost::caddy, "caddy", "Caddy"},
    Term{WebHost::netlify, "netlify", "Netlify"},
    Term{WebHost::cloudflare_pages, "cloudflare-pages", "Cloudflare Pages"},
    Term{WebHost::github_pages, "github-pages", "GitHub Pages"},
    Term{WebHost::s3, "s3", "S3"},
};

constexpr std::array compressions = {
    Term{Compression::gzip, "gzip", "gzip"},
    Term{Compression::brotli, "brotli", "Brotli"},
};

template <class E, std::size_t N>
constexpr bool in_order(const std::array<Term<E>, N>& table) {
    for (std::size_t i = 0; i < N; ++i)
        if (static_cast<std::size_t>(table[i].value) != i) return false;
    return true;
}
static_assert(in_order(inspection_types) && in_order(answers) && in_order(programmes) && in_order(precisions) && in_order(section55) &&
              in_order(outcomes) && in_order(roles) && in_order(statuses) && in_order(grades) && in_order(recommendation_kinds) &&
              in_order(addressees) && in_order(pcc_actions) && in_order(recommendation_statuses) && in_order(bodies) &&
              in_order(link_styles) && in_order(menus) && in_order(web_hosts) && in_order(compressions));

}  // namespace

template <> std::span<const Term<InspectionType>> terms() { return inspection_types; }
template <> std::span<const Term<Answer>> terms() { return answers; }
template <> std::span<const Term<Programme>> terms() { return programmes; }
template <> std::span<const Term<Precision>> terms() { return precisions; }
template <> std::span<const Term<Section55>> terms() { return section55; }
template <> std::span<const Term<CommentsOutcome>> terms() { return outcomes; }
template <> std::span<const Term<CommissionerRole>> terms() { return roles; }
template <> std::span<const Term<Status>> terms() { return statuses; }
template <> std::span<const Term<Grade>> terms() { return grades; }
template <> std::span<const Term<RecommendationKind>> terms() { return recommendation_kinds; }
template <> std::span<const Term<Addressee>> terms() { return addressees; }
template <> std::span<const Term<PccAction>> terms() { return pcc_actions; }
template <> std::span<const Term<RecommendationStatus>> terms() { return recommendation_statuses; }
template <> std::span<const Term<Body>> terms() { return bodies; }
template <> std::span<const Term<LinkStyle>> terms() { return link_styles; }
template <> std::span<const Term<Menu>> terms() { return menus; }
template <> std::span<const Term<WebHost>> terms() { return web_hosts; }
template <> std::span<const Term<Compression>> terms() { return compressions; }

}  // namespace vitrine
