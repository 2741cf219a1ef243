#include "import/report.h"

namespace vitrine::import {
namespace {

template <class T>
void add(Summary& summary, const char* key, const scaffold::Known<T>& known) {
    switch (known.certainty) {
        case scaffold::Certainty::sure:
            return summary.sure.emplace_back(key), void();
        case scaffold::Certainty::to_confirm:
            return summary.to_confirm.emplace_back(key), void();
        case scaffold::Certainty::missing:
            return summary.missing.emplace_back(key), void();
    }
}

}  // namespace

Summary summary_of(const scaffold::Draft& draft) {
    Summary summary;
    add(summary, "title", draft.title);
    add(summary, "report_published", draft.report_published);
    add(summary, "types", draft.types);
    add(summary, "force_quoted", draft.force_quoted);
    add(summary, "tags", draft.tags);
    add(summary, "response_published", draft.response_published);
    add(summary, "sent_to_hmicfrs", draft.sent_to_hmicfrs);
    add(summary, "sent_to_home_secretary", draft.sent_to_home_secretary);
    add(summary, "chief_officer", draft.chief_officer);
    add(summary, "commissioner", draft.commissioner);
    add(summary, "recommendations", draft.recommendations);
    return summary;
}

std::string report_of(const Recognised& recognised) {
    std::string report;
    for (const ReadField& field : recognised.read)
        report += "    " + (field.key.empty() ? "of the form" : field.key) + ": “" + field.text + "”\n";
    if (!report.empty()) report = "  read into the front matter:\n" + report;
    if (!recognised.left_out.empty()) report += "  not in the text any more:\n";
    for (const LeftOut& part : recognised.left_out) report += "    “" + part.text + "”: " + part.reason + "\n";
    return report;
}

}  // namespace vitrine::import
