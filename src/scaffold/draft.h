#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/config.h"
#include "model/vocabulary.h"

/// Responses that do not exist yet: what is known of one before a person has gone over it, and the file that is written for it.
namespace vitrine::scaffold {

enum class Certainty {
    missing,     ///< nobody has said it: the file asks for it
    to_confirm,  ///< worked out; a person should look at it
    sure,        ///< given, or said so in a document
};

/// A value, how sure it is, and what the person who goes over it should know.
template <class T>
struct Known {
    T value = {};
    Certainty certainty = Certainty::missing;
    std::string note = {};  ///< a sentence without a full stop; may be empty

    [[nodiscard]] bool is_known() const { return certainty != Certainty::missing; }
};

/// A person who speaks in a response.
struct DraftSpeaker {
    std::string name;
    std::string role;  ///< of a chief officer as written: "Deputy Chief Constable"; of a commissioner a key: `pcc`
};

/// An item of the report. Texts are Markdown; empty where there is none.
struct DraftRecommendation {
    std::string number;
    RecommendationKind kind = RecommendationKind::recommendation;
    std::string text;
    std::vector<Addressee> addressed_to;
    std::optional<Date> due;
    std::string force_action;
    std::string pcc_explanation;
};

/// What is known of a response.
struct Draft {
    std::string id;  ///< the file's name
    Known<std::string> title;
    Known<Date> report_published;
    Precision precision = Precision::day;
    Known<std::vector<InspectionType>> types;
    Known<Answer> force_quoted;
    Known<std::vector<std::string>> tags;  ///< slugs
    Known<Date> response_published;
    Known<Date> sent_to_hmicfrs;
    Known<Date> sent_to_home_secretary;
    Known<DraftSpeaker> chief_officer;
    Known<DraftSpeaker> commissioner;
    Known<std::vector<DraftRecommendation>> recommendations;
    std::string body;  ///< Markdown
};

/// The id for a title and the year of its report: a slug of the title up to its first colon or dash, and the year: `custody-2024`.
[[nodiscard]] std::string id_for(const std::string& title, const std::optional<Date>& report_published);

/// Who held the office of commissioner on that day, from the roster, to be confirmed; missing when the roster names nobody.
[[nodiscard]] Known<DraftSpeaker> commissioner_on(const std::vector<Person>& roster, Date day);

}  // namespace vitrine::scaffold
