#include "scaffold/response_file.h"

#include "base/text.h"
#include "model/form.h"
#include "model/section55.h"
#include "scaffold/front_matter_writer.h"

namespace vitrine::scaffold {
namespace {

/// What stands where nobody has said when the report was published. No report is as old, and the file builds.
constexpr Date no_date{std::chrono::year(1900), std::chrono::January, std::chrono::day(1)};

/// The words of a closed list that authors may write: `"yes", "no", "unknown"`.
template <class E>
std::string choices() {
    std::vector<std::string> words;
    for (const Term<E>& term : terms<E>())
        if (!term.key.empty()) words.push_back(toml(term.key));
    return joined(words, ", ");
}

template <class E>
std::string keys_of(const std::vector<E>& values) {
    std::vector<std::string> keys;
    for (const E value : values) keys.emplace_back(key(value));
    return toml(keys);
}

class ResponseFile {
public:
    ResponseFile(const Draft& draft, const SiteConfig& config, Comments comments)
        : draft_(draft), config_(config), comments_(comments) {}

    std::string write() {
        write_beginning();
        write_report();
        write_form();
        write_answer();
        write_people();
        write_recommendations();
        write_rest();
        std::string text = writer_.take();
        if (!draft_.body.empty()) text += "\n" + draft_.body;
        return text;
    }

private:
    [[nodiscard]] bool explains() const { return comments_ == Comments::explain; }

    void explain(std::string_view meaning) {
        if (!explains()) return;
        writer_.gap();
        writer_.comment(meaning);
    }
    void offer(std::string_view key, std::string_view example) {
        if (explains()) writer_.offer(key, example);
    }

    /// What is to be done about a value that is not sure.
    template <class T>
    void remark(const Known<T>& known, std::string_view to_do) {
        if (known.certainty == Certainty::sure) return;
        if (!explains()) writer_.gap();
        std::string text = known.is_known() ? "To confirm: " + known.note : "To do: " + std::string(to_do);
        if (!known.is_known() && !known.note.empty()) text += " (" + known.note + ")";
        writer_.comment(text + ".");
    }

    /// A date that may be absent.
    void write_date(std::string_view key, const Known<Date>& date, Date example) {
        if (date.is_known()) {
            remark(date, "");
            writer_.set(key, toml(date.value));
        } else {
            offer(key, toml(example));
        }
    }

    void write_beginning() {
        if (explains())
            writer_.comment(
                "A line that begins with # is a comment. Where one holds a key that you need, take the # and the space away. "
                "`vitrine check` "
                "says what is missing or wrong.");
        explain("Nobody but you sees a draft. Write \"published\" when the response is ready.");
        writer_.set("status", "\"draft\"");
        explain("The title of the inspection, exactly as on the report; a shorter one for lists if you like.");
        remark(draft_.title, "write the title of the inspection, exactly as on the report");
        writer_.set("title", toml(draft_.title.is_known() ? draft_.title.value : "Title to be written"));
        offer("short_title", "\"…\"");
        explain("The address of the page for ever: /inspections/<id>/. Without this line it is the name of this file.");
        offer("id", toml(draft_.id));
    }

    [[nodiscard]] Date published() const { return draft_.report_published.is_known() ? draft_.report_published.value : no_date; }

    [[nodiscard]] std::string deadline() const {
        if (default_section55(published()) != Section55::applies)
            return "The report is older than the rule of 56 days (2 May 2017), so there is no last day for the response.";
        const Date last = last_lawful_day(published());
        return "The day on which the inspectorate published the report. It is day 1 of 56: the last lawful day for the response "
               "is " +
               long_date(last) + " (Police Act 1996, section 55).";
    }

    void write_report() {
        if (draft_.report_published.is_known()) explain(deadline());
        remark(draft_.report_published, "write the day on which the report was published; this is not it");
        writer_.set("report_published", toml(published()));
        if (draft_.precision != Precision::day) writer_.set("report_published_precision", toml(key(draft_.precision)));
        explain("The addresses of the report, of its part on the force, and of the inspectorate’s letter.");
        offer("report_url", "\"https://…\"");
        offer("force_report_url", "\"https://…\"");
        offer("letter_url", "\"https://…\"");
        explain("Who made the report, if not HMICFRS (HMIC before 19 July 2017), and who took part in a joint inspection.");
        offer("inspectorate", "\"HMICFRS\"");
        offer("partners", "[\"Care Quality Commission\"]");
        explain("The programme that the report belongs to, and its cycle: " + choices<Programme>() + ".");
        offer("programme", "\"peel\"");
        offer("cycle", "\"2025-27\"");
    }

    void write_form() {
        explain("“Type of Inspection” on the form, one or more: " + choices<InspectionType>() +
                ". \"unknown\" stays until somebody decides.");
        remark(draft_.types, explains() ? "decide which it was" : "decide which kinds of inspection it was: " + choices<InspectionType>());
        writer_.set("types", draft_.types.is_known() ? keys_of(draft_.types.value) : "[\"unknown\"]");
        explain("“Is " + force() + " quoted in the report?” " + choices<Answer>() + ".");
        remark(draft_.force_quoted, "decide whether " + force() + " is quoted in the report: \"yes\" or \"no\"");
        writer_.set("force_quoted", toml(key(draft_.force_quoted.is_known() ? draft_.force_quoted.value : Answer::unknown)));
        explain("Subjects under which readers find it." + known_tags());
        if (draft_.tags.is_known()) {
            remark(draft_.tags, "");
            writer_.set("tags", toml(draft_.tags.value));
        } else {
            offer("tags", "[]");
        }
        explain("Ids of earlier responses that this one follows up; old addresses that shall lead here.");
        offer("follows", "[\"custody-2021\"]");
        offer("aliases", "[\"/old/address/\"]");
    }

    [[nodiscard]] std::string force() const { return config_.office.force.empty() ? "the force" : config_.office.force; }

    /// " The site’s own: custody, peel."
    [[nodiscard]] std::string known_tags() const {
        std::vector<std::string> slugs;
        for (const auto& [slug, label] : config_.tag_labels) slugs.push_back(toml(slug));
        return slugs.empty() ? "" : " The site’s own: " + joined(slugs, ", ") + ".";
    }

    void write_answer() {
        const Date example = plus_days(published(), response_period_days - 1);
        explain(
            "The day on which the response went public, and the days on which copies went to the inspectorate and to the Home "
            "Secretary.");
        write_date("response_published", draft_.response_published, example);
        write_date("sent_to_hmicfrs", draft_.sent_to_hmicfrs, example);
        write_date("sent_to_home_secretary", draft_.sent_to_home_secretary, example);
        explain("Readers see why a response came late, or why none is needed.");
        offer("late_reason", "\"…\"");
        offer("section55", "\"not-required\"");
        offer("section55_reason", "\"…\"");
        explain("Under embargo, nothing of the response is on the site before this time (of the United Kingdom).");
        offer("embargo_until", iso(published()) + "T00:01:00");
    }

    void write_people() {
        explain("The chief officer whose comments are published with the response. `outcome` is one of " +
                choices<CommentsOutcome>() + ".");
        write_chief_officer();
        explain("Who answers. `role` is one of " + choices<CommissionerRole>() + ".");
        if (!explains()) writer_.gap();
        writer_.table("[commissioner]");
        const Known<DraftSpeaker>& commissioner = draft_.commissioner;
        if (commissioner.certainty != Certainty::sure)
            writer_.comment(commissioner.is_known() ? "To confirm: " + commissioner.note + "." : "To do: write who answers.");
        writer_.set("name", toml(commissioner.is_known() ? commissioner.value.name : "Name to be written"));
        writer_.set("role", toml(commissioner.is_known()
                                     ? commissioner.value.role
                                     : key(config_.office.body == Body::pfcc ? CommissionerRole::pfcc : CommissionerRole::pcc)));
    }

    void write_chief_officer() {
        const Known<DraftSpeaker>& officer = draft_.chief_officer;
        if (officer.is_known()) {
            writer_.gap();
            writer_.table("[chief_officer]");
            if (officer.certainty != Certainty::sure) writer_.comment("To confirm: " + officer.note + ".");
            writer_.set("name", toml(officer.value.name));
            writer_.set("role", toml(officer.value.role));
            writer_.set("outcome", toml(key(CommentsOutcome::comments)));
        } else if (explains()) {
            writer_.offer_table("[chief_officer]");
            writer_.offer("name", "\"…\"");
            writer_.offer("role", "\"Chief Constable\"");
            writer_.offer("invited", toml(published()));
            writer_.offer("received", toml(published()));
            writer_.offer("outcome", toml(key(CommentsOutcome::comments)));
        }
    }

    void write_recommendations() {
        explain("The items of the report, each in a table of its own. `kind` is one of " + choices<RecommendationKind>() +
                "; `addressed_to` any of " + choices<Addressee>() + "; `pcc_action` one of " + choices<PccAction>() +
                ", with the explanation that the law asks for (section 55(5B)); `status` one of " +
                "\"not-started\", \"in-progress\", \"complete\", \"not-accepted\", \"not-applicable\". `cause_of_concern` is the "
                "number of the cause of concern that holds "
                "the item. A report without any: no_recommendations = true, above the first line in square brackets.");
        if (draft_.recommendations.is_known()) {
            writer_.gap();
            if (draft_.recommendations.certainty != Certainty::sure)
                writer_.comment("To confirm: " + draft_.recommendations.note + ".");
            for (const DraftRecommendation& item : draft_.recommendations.value) write_recommendation(item);
        } else if (explains()) {
            offer_recommendation();
        }
    }

    void write_recommendation(const DraftRecommendation& item) {
        writer_.gap();
        writer_.table("[[recommendations]]");
        writer_.set("number", toml(item.number));
        writer_.set("kind", toml(key(item.kind)));
        writer_.set("text", toml_lines(item.text));
        if (!item.addressed_to.empty()) writer_.set("addressed_to", keys_of(item.addressed_to));
        if (item.due) writer_.set("due", toml(*item.due));
        if (!item.force_action.empty()) writer_.set("force_action", toml_lines(item.force_action));
        if (!item.pcc_explanation.empty()) {
            writer_.comment("To do: decide whether action is \"taken\" or \"proposed\", or \"none\".");
            writer_.offer("pcc_action", "\"taken\"");
            writer_.set("pcc_explanation", toml_lines(item.pcc_explanation));
        }
    }

    void offer_recommendation() {
        writer_.offer_table("[[recommendations]]");
        writer_.offer("number", "\"1\"");
        writer_.offer("kind", toml(key(RecommendationKind::recommendation)));
        writer_.offer("cause_of_concern", "\"…\"");
        writer_.offer("text", "\"…\"");
        writer_.offer("addressed_to", "[\"chief-constable\"]");
        writer_.offer("due", toml(plus_days(published(), 365)));
        writer_.offer("force_action", "\"…\"");
        writer_.offer("pcc_action", "\"proposed\"");
        writer_.offer("pcc_explanation", "\"…\"");
        writer_.offer("status", "\"not-started\"");
        writer_.offer("status_date", toml(published()));
        writer_.comment("How it goes on, each entry with its day; old entries stay.");
        writer_.offer_table("[[recommendations.updates]]");
        writer_.offer("date", toml(published()));
        writer_.offer("text", "\"…\"");
    }

    void write_rest() {
        if (!explains()) return;
        explain("PEEL grades, each area in a table of its own: " + choices<Grade>() + ".");
        writer_.offer_table("[[grades]]");
        writer_.offer("area", "\"Preventing crime\"");
        writer_.offer("grade", "\"good\"");
        explain("What readers should know of changes to this response, each with its day; old entries stay.");
        writer_.offer_table("[[updates]]");
        writer_.offer("date", toml(published()));
        writer_.offer("text", "\"…\"");
    }

    const Draft& draft_;
    const SiteConfig& config_;
    Comments comments_;
    FrontMatterWriter writer_;
};

}  // namespace

std::string response_file(const Draft& draft, const SiteConfig& config, Comments comments) {
    return ResponseFile(draft, config, comments).write();
}

std::string empty_form() {
    std::string body;
    for (const FormSection& section : form) body += (body.empty() ? "## " : "\n## ") + std::string(section.title) + "\n";
    return body;
}

}  // namespace vitrine::scaffold
